"""Call rounds 叫应: everybody responsible is rung until answered (notes §5.3, peers notes §4).

A target is rung at most ``max_tries`` times (A, then B), then the superior. Every attempt stands
with time, channel and words, and none is ever changed: a slip is put right by another attempt
that names it. What follows from attempts is in ``call_progress``.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass

# What public practice asks for: three tries, five minutes, some breath between two tries.
MAX_TRIES = 3
WITHIN_MINUTES = 5
RETRY_PAUSE_MINUTES = 1


class CallParty(StrEnum):
    """Whom an attempt rang: A角, B角, 上级."""

    A = "A"
    B = "B"
    SUPERIOR = "superior"


class CallResult(StrEnum):
    """答了, 没接, 占线, 关机/空号; 作废 only puts right an attempt that was never made."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    VOID = "void"


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
    have answered in, ``superior`` who is rung about those that did not; ``retry_pause_minutes``
    lie between two tries of one number.
    """

    id: str
    title: str
    words: str
    warning_id: str | None = None
    incident_id: str | None = None
    superior: str = ""
    superior_phone: str = ""
    max_tries: int = MAX_TRIES
    within_minutes: int = WITHIN_MINUTES
    retry_pause_minutes: int = RETRY_PAUSE_MINUTES
    started_at: datetime
    started_by: str
    ended_at: datetime | None = None
    ended_by: str = ""
    end_note: str = ""
    entry_id: str | None = None
    end_entry_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTarget:
    """Somebody to be reached; what was on file when the round began stays written here.

    ``party`` is whom the officer turned to: nobody before it is rung any more.
    """

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
    party: CallParty = CallParty.A
    state: TargetState = TargetState.WAITING
    reached_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAttempt:
    """One attempt; ``attempt_no`` counts within the target from 1, ``corrects`` names a slip."""

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
    corrects: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Callee:
    """Somebody who is to be reached, as chosen before the round begins."""

    name: str
    phone: str = ""
    unit: str = ""
    area: str = ""
    role: str = ""
    contact_id: str | None = None
    b_name: str = ""
    b_phone: str = ""
    b_contact_id: str | None = None
    superior: str = ""
    superior_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCallRound:
    """What an officer typed; ``id`` is made by the form, so that starting twice starts once.

    Without a ``superior`` it is the leader of the shift.
    """

    id: str
    title: str
    words: str = ""
    callees: tuple[Callee, ...] = ()
    warning_id: str | None = None
    incident_id: str | None = None
    superior: str = ""
    superior_phone: str = ""
    max_tries: int = MAX_TRIES
    within_minutes: int = WITHIN_MINUTES
    retry_pause_minutes: int = RETRY_PAUSE_MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAttempt:
    """One press of a key; ``id`` is made with it, ``at`` is when it was pressed.

    Without ``party`` it is whoever was to be rung next; ``corrects`` is the attempt put right.
    """

    id: str
    target_id: str
    result: CallResult
    at: datetime
    words: str = ""
    channel: CallChannel = CallChannel.PHONE
    party: CallParty | None = None
    corrects: str | None = None
