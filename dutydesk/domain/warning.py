"""Warnings 预警: what was issued, to whom it was told in time, how it ended (notes §5.3, §7.6).

Warning level (colour) and response level are different facts: the second is set by the plan.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass


class WarningColor(StrEnum):
    """红, 橙, 黄, 蓝: the first is the highest."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"


class WarningState(StrEnum):
    """在效, 已变更 (another warning took its place), 已解除."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    LIFTED = "lifted"


class WarningStepKind(StrEnum):
    """What was done about a warning: 报告, 转发, 启动响应, 终止响应, 变更, 解除, 其他."""

    REPORTED = "reported"
    FORWARDED = "forwarded"
    RESPONSE_STARTED = "response_started"
    RESPONSE_ENDED = "response_ended"
    CHANGED = "changed"
    LIFTED = "lifted"
    NOTED = "noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWarning:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once.

    ``response_level`` counts 1 (highest) to 4; ``replaces`` is the warning this one takes over.
    """

    id: str
    kind: str
    color: WarningColor
    issued_by: str
    issued_at: datetime
    received_at: datetime
    content: str
    title: str = ""
    doc_no: str = ""
    area: str = ""
    measures: str = ""
    cause: str = ""
    period: str = ""
    impact: str = ""
    channels: tuple[str, ...] = ()
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningNotice:
    """One warning on record as it now stands (the fields of notes §7.6 and of the filing form)."""

    id: str
    warning_no: str
    kind: str
    color: WarningColor
    title: str
    issued_by: str
    doc_no: str
    issued_at: datetime
    received_at: datetime
    valid_from: datetime | None
    valid_to: datetime | None
    area: str
    content: str
    measures: str
    cause: str
    period: str
    impact: str
    channels: tuple[str, ...]
    state: WarningState
    recorder: str
    recorded_at: datetime
    entry_id: str | None = None
    replaces: str | None = None
    reported_at: datetime | None = None
    reported_to: str = ""
    forwarded_at: datetime | None = None
    forwarded_to: str = ""
    response_level: int | None = None
    response_started_at: datetime | None = None
    response_ended_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningStep:
    """One thing done about a warning, never changed afterwards."""

    id: str
    warning_id: str
    kind: WarningStepKind
    at: datetime
    to_whom: str
    words: str
    officer: str
    recorded_at: datetime
    entry_id: str | None = None
