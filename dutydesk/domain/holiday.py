"""Holiday notices: what is shipped, what the unit took in, and the days the law fixes.

Rules of this file: a year of the unit's own replaces the shipped one; a notice may tell days
around both ends of its year, and of two notices that tell a day the later year's decides. A year
whose notice is not named has the days that the unit typed or the law fixes, and stays 推定.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay, HolidaySource
from dutydesk.domain.holiday_refusals import (
    HolidayDayOutside,
    HolidayDayTwice,
    HolidayFileUnreadable,
    HolidayLineBad,
    HolidayNameUnfit,
    HolidayNoticeMissing,
    HolidaySpanUnfit,
)
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day

YEARS = range(1950, 2200)
LONGEST_NAME = 20
LONGEST_SPAN = 31
MOST_DAYS = 120
MOST_PAPERS = 10

# Before this day nobody can have next year's notice, after it everybody should ask for it.
DUE_FROM = (11, 15)

_DECEMBER = 12
_WITH_YEAR = re.compile(r"\d{4}\D")


@dataclass(frozen=True, slots=True)
class Notice:
    """One year's days as told; ``papers`` name the notices of the State Council."""

    year: int
    papers: tuple[str, ...]
    days: tuple[HolidayDay, ...]


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """A year of the unit's own; ``id`` is the year."""

    id: str
    source: HolidaySource
    papers: tuple[str, ...]
    days: tuple[HolidayDay, ...]
    changed_at: datetime
    changed_by: str

    @property
    def notice(self) -> Notice:
        """Return what the year tells."""
        return Notice(int(self.id), self.papers, self.days)


@dataclass(frozen=True, slots=True)
class HolidayYearView:
    """A year as it counts; ``own`` is set where the unit took it in, else it is as shipped."""

    notice: Notice
    own: HolidayYear | None = None

    @property
    def is_estimated(self) -> bool:
        """Tell whether no notice decided the year (推定)."""
        return not self.notice.papers


def check_notice(notice: Notice) -> Notice:
    """Accept a year's days and sort them.

    Raises HolidayDayOutside, HolidayDayTwice and HolidayNameUnfit.
    """
    seen: set[date] = set()
    for one in notice.days:
        first, last = date(notice.year - 1, _DECEMBER, 1), date(notice.year + 1, 1, 31)
        if not first <= one.day <= last:
            raise HolidayDayOutside(notice.year, one.day)
        if one.day in seen:
            raise HolidayDayTwice(one.day)
        if not 0 < len(one.name.strip()) <= LONGEST_NAME:
            raise HolidayNameUnfit(one.day)
        seen.add(one.day)
    return Notice(
        notice.year,
        tuple(paper.strip() for paper in notice.papers if paper.strip()),
        tuple(sorted(notice.days, key=lambda one: one.day)),
    )


def read_notice(document: object, file: str = "") -> Notice:
    """Read ``{year, papers, days: [{name, date, isOffDay}]}``; other keys are let be.

    Raises HolidayFileUnreadable, HolidayLineBad, HolidayNoticeMissing and what ``check_notice``
    raises.
    """
    match document:
        case {"year": int(year), "papers": list(papers), "days": list(lines)} if year in YEARS:
            pass
        case _:
            raise HolidayFileUnreadable(file)
    if not all(isinstance(paper, str) for paper in papers) or len(papers) > MOST_PAPERS:
        raise HolidayFileUnreadable(file)
    if len(lines) > MOST_DAYS:
        raise HolidayLineBad(MOST_DAYS + 1, str(lines[MOST_DAYS])[:LONGEST_NAME])
    days = tuple(_read_line(number, line) for number, line in enumerate(lines, 1))
    notice = check_notice(Notice(year, tuple(papers), days))
    if not notice.papers or not notice.days:
        raise HolidayNoticeMissing(year)
    return notice


def law_notice(year: int, law: Mapping[str, Iterable[Iterable[str]]]) -> Notice:
    """Return the days the law fixes, of the shipped table; none for a year beyond it."""
    # Mid-autumn may fall on 国庆节; the day is told once.
    told: dict[str, str] = {}
    for day, name in law.get(str(year), ()):
        told.setdefault(day, name)
    return Notice(
        year,
        (),
        tuple(HolidayDay(date.fromisoformat(day), name) for day, name in sorted(told.items())),
    )


def calendar_of(notices: Iterable[Notice], law: Iterable[Notice]) -> DutyCalendar:
    """Return the calendar of the notices, with the days of the law in years that have none."""
    days: dict[date, HolidayDay] = {}
    told = sorted(notices, key=lambda one: one.year)
    years = {one.year for one in told}
    for notice in law:
        if notice.year not in years:
            days.update((one.day, one) for one in notice.days)
    for notice in told:
        days.update((one.day, one) for one in notice.days)
    return DutyCalendar(days, frozenset(one.year for one in told if one.papers))


def notice_due(today: date, known_years: Collection[int]) -> int | None:
    """Return the year whose notice is out and not taken in: this one, or late in it the next."""
    if today.year not in known_years:
        return today.year
    is_late = (today.month, today.day) >= DUE_FROM
    return today.year + 1 if is_late and today.year + 1 not in known_years else None


def with_days(notice: Notice, span: tuple[date, date], name: str, *, off: bool | None) -> Notice:
    """Return a year with some days told otherwise, or with ``None`` not told at all.

    Raises HolidaySpanUnfit and what ``check_notice`` raises.
    """
    first, last = span
    count = (last - first).days + 1
    if not 0 < count <= LONGEST_SPAN:
        raise HolidaySpanUnfit(first, last, LONGEST_SPAN)
    days = tuple(one for one in notice.days if not first <= one.day <= last)
    if off is not None:
        days += tuple(
            HolidayDay(first + timedelta(days=offset), name, off) for offset in range(count)
        )
    return check_notice(Notice(notice.year, notice.papers, days))


def read_day_of(text: str, year: int) -> date:
    """Return the day that is typed for a year: 10-1, 10月1日, or with a year of its own.

    Raises TypedTimeUnclear.
    """
    day = read_typed_day(text, date(year, 7, 1))
    try:
        return day if _WITH_YEAR.search(text) else day.replace(year=year)
    except ValueError as error:
        raise TypedTimeUnclear(text) from error


def _read_line(number: int, line: Any) -> HolidayDay:
    match line:
        case {"name": str(name), "date": str(text), "isOffDay": bool(is_off_day)}:
            pass
        case _:
            raise HolidayLineBad(number, str(line)[:40])
    try:
        return HolidayDay(date.fromisoformat(text), name.strip(), is_off_day)
    except ValueError as error:
        raise HolidayLineBad(number, text[:40]) from error
