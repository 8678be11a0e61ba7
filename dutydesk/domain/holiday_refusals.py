"""What the rules of holiday notices say no to."""

from __future__ import annotations

from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class HolidayFileUnreadable(Refusal):
    """The file is no holiday file: too large, no JSON, or without year and days."""

    file: str


@dataclass(eq=False)
class HolidayLineBad(Refusal):
    """A line of a notice cannot be read; ``number`` counts from 1."""

    number: int
    value: str


@dataclass(eq=False)
class HolidayNoticeMissing(Refusal):
    """The notice of that year is not out: no paper is named, or no day is told."""

    year: int


@dataclass(eq=False)
class HolidayDayOutside(Refusal):
    """A notice tells the days of its year, and those around both its ends."""

    year: int
    day: date


@dataclass(eq=False)
class HolidayDayTwice(Refusal):
    """A notice tells a day once."""

    day: date


@dataclass(eq=False)
class HolidayNameUnfit(Refusal):
    """Every day has the name of its holiday, in a few characters."""

    day: date


@dataclass(eq=False)
class HolidaySpanUnfit(Refusal):
    """Days are told from one day to a later one, at most a month of them."""

    first: date
    last: date
    limit: int
