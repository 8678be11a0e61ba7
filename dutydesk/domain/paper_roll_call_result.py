"""What stands on the result of a roll call (点名结果表, notes §7.7)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class RollCallRow:
    """One unit; `result` and the answers are words, `tries` how often it was rung."""

    unit: str
    phone: str
    result: str
    is_wrong: bool = False
    at: datetime | None = None
    person: str = ""
    lead_on_post: str = ""
    officer_on_post: str = ""
    rings: str = ""
    knows_situation: str = ""
    finding: str = ""
    checker: str = ""
    tries: int = 0


@dataclass(frozen=True)
class RollCallResultSheet:
    """One roll call with its units; `sentence` is what the log says of it."""

    unit: str
    title: str
    method: str
    is_random: bool
    is_practice: bool
    started_at: datetime
    started_by: str
    progress: str
    ended_at: datetime | None = None
    note: str = ""
    rows: tuple[RollCallRow, ...] = ()
