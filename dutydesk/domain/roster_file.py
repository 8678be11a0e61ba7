"""A roster as a foreign file tells it, and what is doubtful in it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.shift import ShiftKind


class RosterFileDoubt(StrEnum):
    """What in a roster file a person should look at; none of it stops an import."""

    WRONG_WEEKDAY = "wrong_weekday"
    WRONG_DAY_CLASS = "wrong_day_class"
    DATE_UNCLEAR = "date_unclear"
    PHONES_UNMATCHED = "phones_unmatched"
    COLUMN_UNKNOWN = "column_unknown"
    SHEET_NOT_READ = "sheet_not_read"
    SHIFT_UNPLANNED = "shift_unplanned"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class RosterFileProblem:
    """One doubt about a day; ``value`` is what stands in the file, ``detail`` what holds."""

    doubt: RosterFileDoubt
    duty_date: date
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReadSlot:
    """One seat as read; without ``shift`` it is for the whole duty day."""

    duty_date: date
    shift: ShiftKind | None
    post_id: str
    seat: int
    person: str
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DayRemark:
    """What the file says a day is: 法定节假日, 周末, 国庆节."""

    duty_date: date
    text: str


@dataclass(frozen=True, slots=True)
class RosterFile:
    """Everything read from one file, in the order of its rows."""

    name: str
    slots: tuple[ReadSlot, ...]
    remarks: tuple[DayRemark, ...] = ()
    problems: tuple[RosterFileProblem, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days that have somebody, in order."""
        return tuple(sorted({one.duty_date for one in self.slots}))
