"""What stands on the proof of a call round (叫应记录单, domain notes §5.3, §9.7)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class CallSheetLine:
    """One attempt as printed; `mark` is 更正 where it puts a slip right, a slip is struck."""

    name: str
    phone: str
    try_no: str
    at: datetime
    channel: str
    result: str
    words: str
    mark: str = ""
    is_struck: bool = False


@dataclass(frozen=True)
class CallSheetRow:
    """One person with every attempt; `state` is how it ended, `note` why nobody was rung."""

    no: int
    unit: str
    name: str
    phone: str
    state: str
    is_open: bool = False
    note: str = ""
    lines: tuple[CallSheetLine, ...] = ()


@dataclass(frozen=True)
class CallRoundSheet:
    """One round whole: `about` names its warning or incident, `summary` the counts.

    `missing` are those nobody reached, as names in one text.
    """

    unit: str
    title: str
    is_practice: bool
    words: str
    started_at: datetime
    started_by: str
    within_minutes: int
    summary: str
    took: str
    about: str = ""
    superior: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""
    end_note: str = ""
    missing: str = ""
    told: str = ""
    is_masked: bool = False
    rows: tuple[CallSheetRow, ...] = ()
