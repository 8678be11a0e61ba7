"""What stands on the filing form of a warning 预警备案表 (domain notes §9.7)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class WarningFormStep:
    """One thing done about the warning, in words."""

    at: datetime
    what: str
    words: str
    officer: str


@dataclass(frozen=True, kw_only=True)
class WarningForm:
    """One warning; texts that the notice did not state are empty, instants None.

    ``reported`` and ``forwarded`` say to whom, when, and how long it took.
    """

    unit: str
    is_practice: bool
    warning_no: str
    issued_by: str
    title: str
    kind: str
    level: str
    doc_no: str
    issued_at: datetime
    received_at: datetime
    valid_from: datetime | None
    valid_to: datetime | None
    channels: tuple[str, ...]
    period: str
    cause: str
    content: str
    area: str
    impact: str
    measures: str
    reported: str
    forwarded: str
    response: str
    ended: str
    replaced: str
    recorder: str
    steps: tuple[WarningFormStep, ...] = ()
    rounds: tuple[str, ...] = ()
