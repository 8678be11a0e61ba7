"""What kind of day a date is: workday, weekend, legal holiday, its eve, make-up day.

Rules of this file: a notice of the State Council (or what the unit typed) decides a year; a year
without one has its weekends and the days the law fixes, all of it marked 推定. No date is ever
without a class (domain notes §3, ecosystem notes §6.5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.shift import is_weekend


class DayClass(StrEnum):
    """工作日, 周末, 法定节假日, 节前一日, 调休上班日: duties are counted apart by these."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    LEGAL_HOLIDAY = "legal_holiday"
    EVE = "eve"
    MAKE_UP_DAY = "make_up_day"


class HolidaySource(StrEnum):
    """Where a year of the unit's own came from: 文件导入, 手工录入."""

    FILE = "file"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class HolidayDay:
    """One day of a holiday notice: ``is_off_day`` False is a weekend day that is worked."""

    day: date
    name: str
    is_off_day: bool = True


@dataclass(frozen=True, slots=True)
class DutyCalendar:
    """The days of all notices known; ``known_years`` are those a notice decided."""

    days: Mapping[date, HolidayDay] = field(default_factory=dict)
    known_years: frozenset[int] = frozenset()

    def day_class(self, day: date) -> DayClass:
        """Return the class of any date; the last workday before days off of a notice is an eve.

        Also where a weekend lies between: nobody comes back for it.
        """
        told = self.days.get(day)
        if told is not None:
            return DayClass.LEGAL_HOLIDAY if told.is_off_day else DayClass.MAKE_UP_DAY
        if is_weekend(day):
            return DayClass.WEEKEND
        return DayClass.EVE if self._begins_holiday(day + timedelta(days=1)) else DayClass.WORKDAY

    def is_rest_day(self, day: date) -> bool:
        """Tell whether nobody works on the day."""
        return self.day_class(day) in {DayClass.WEEKEND, DayClass.LEGAL_HOLIDAY}

    def name(self, day: date) -> str:
        """Return the holiday's name, empty on other days."""
        told = self.days.get(day)
        return told.name if told is not None else ""

    def is_estimated(self, day: date) -> bool:
        """Tell whether no notice decided the year of the day (推定)."""
        return day.year not in self.known_years

    def _begins_holiday(self, day: date) -> bool:
        while day not in self.days and is_weekend(day):
            day += timedelta(days=1)
        told = self.days.get(day)
        return told is not None and told.is_off_day
