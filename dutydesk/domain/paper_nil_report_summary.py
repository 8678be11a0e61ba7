"""What stands on the summary of zero reports of a day (零报告汇总表, notes rule 8)."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class NilReportRow:
    """One unit at one cut-off; `state` is a word, `chases` how often it was called."""

    unit: str
    state: str
    is_missing: bool = False
    reported_at: datetime | None = None
    content: str = ""
    reporter: str = ""
    recorder: str = ""
    chases: int = 0


@dataclass(frozen=True)
class NilReportPart:
    """One cut-off: its report day, the sentence about it, its units."""

    starts_at: datetime
    due_at: datetime
    sentence: str
    rows: tuple[NilReportRow, ...] = ()


@dataclass(frozen=True)
class NilReportSheet:
    """Every cut-off of a day."""

    unit: str
    day: date
    is_practice: bool
    parts: tuple[NilReportPart, ...] = ()


@dataclass(frozen=True)
class NilReportMonthRow:
    """One unit over a month: a sign a day, empty where nothing was asked, and the counts."""

    unit: str
    signs: tuple[str, ...]
    content: int = 0
    late: int = 0
    missing: int = 0


@dataclass(frozen=True)
class NilReportMonthSheet:
    """Every unit over a calendar month; `month` is its first day."""

    unit: str
    month: date
    is_practice: bool
    rows: tuple[NilReportMonthRow, ...] = ()
