"""Call rounds 叫应: everybody responsible is rung until answered (notes §5.3, peers notes §4).

A target is rung at most ``max_tries`` times (A, then B), then the superior. Every attempt stands
with time, channel and words, and none is ever changed.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass


class CallParty(StrEnum):
    """Whom an attempt rang: A角, B角, 上级."""

    A = "A"
    B = "B"
    SUPERIOR = "superior"


class CallResult(StrEnum):
    """答了, 没接, 占线, 关机/空号."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    UNREACHABLE = "unreachable"


class CallChannel(StrEnum):
    """电话, 微信, 短信, 对讲机, 广播, 上门."""

    PHONE = "phone"
    WECHAT = "wechat"
    SMS = "sms"
    RADIO = "radio"
    BROADCAST = "broadcast"
    IN_PERSON = "in_person"


class TargetState(StrEnum):
    """待叫, 未应 (rung, not reached yet), 已应, B角已应, 已报上级, 免叫."""

    WAITING = "waiting"
    TRYING = "trying"
    ANSWERED = "answered"
    ANSWERED_BY_B = "answered_by_b"
    ESCALATED = "escalated"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRound:
    """One round; it belongs to a warning, to an incident, or to neither.

    ``words`` is what is told on the telephone, ``within_minutes`` the time everybody should
    have answered in, ``superior`` who is rung about those that did not.
    """

    id: str
    title: str
    words: str
    warning_id: str | None = None
    incident_id: str | None = None
    superior: str = ""
    superior_phone: str = ""
    max_tries: int = 3
    within_minutes: int = 5
    started_at: datetime
    started_by: str
    ended_at: datetime | None = None
    ended_by: str = ""
    end_note: str = ""
    entry_id: str | None = None
    end_entry_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTarget:
    """Somebody to be reached; what was on file when the round began stays written here."""

    id: str
    round_id: str
    order_no: int
    name: str
    phone: str
    unit: str = ""
    area: str = ""
    role: str = ""
    contact_id: str | None = None
    b_name: str = ""
    b_phone: str = ""
    b_contact_id: str | None = None
    superior: str = ""
    superior_phone: str = ""
    state: TargetState = TargetState.WAITING
    reached_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAttempt:
    """One attempt; ``attempt_no`` counts within the target from 1."""

    id: str
    target_id: str
    attempt_no: int
    party: CallParty
    name: str
    phone: str
    channel: CallChannel
    result: CallResult
    words: str
    officer: str
    at: datetime
    recorded_at: datetime
    entry_id: str | None = None
