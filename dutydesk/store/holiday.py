"""Holiday years on file and as shipped, and the calendar that counts.

Rules of this file: the shipped notices and the table of the law are read once, when the first
calendar is asked for; a calendar is made anew only when a year of the unit's own changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dutydesk import paths
from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay, HolidaySource
from dutydesk.domain.holiday import (
    HolidayYear,
    HolidayYearView,
    Notice,
    calendar_of,
    law_notice,
    read_notice,
)
from dutydesk.domain.instants import from_text, to_text
from dutydesk.domain.journal import canonical_json
from dutydesk.store.rows import Rows

_TABLE = "holiday_year"
_COLUMNS = "id, source, papers, days, changed_at, changed_by"


class HolidayTable:
    """Reads and writes the years of the unit's own."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def own(self) -> tuple[HolidayYear, ...]:
        """Return the years of the unit's own."""
        found = self._rows.query(f"SELECT {_COLUMNS} FROM holiday_year ORDER BY id")
        return tuple(_from_row(row) for row in found)

    def year(self, year: int) -> HolidayYearView:
        """Return a year as it counts: the unit's own, else as shipped, else by the law."""
        own = next((one for one in self.own() if one.id == f"{year:04d}"), None)
        if own is not None:
            return HolidayYearView(own.notice, own)
        return HolidayYearView(shipped().get(year) or law_notice(year, _law()))

    def put(self, year: HolidayYear) -> None:
        """Write a year."""
        self._rows.put(
            _TABLE,
            {
                "id": year.id,
                "source": year.source.value,
                "papers": canonical_json(year.papers),
                "days": canonical_json([_line(one) for one in year.days]),
                "changed_at": to_text(year.changed_at),
                "changed_by": year.changed_by,
            },
        )

    def remove(self, year: int) -> None:
        """Let the shipped days of a year count again."""
        self._rows.remove(_TABLE, f"{year:04d}")

    def known_years(self) -> frozenset[int]:
        """Return the years that a notice decided, without reading any shipped one."""
        names = (file.stem for file in _folder().glob("[0-9]*.json"))
        own = {int(one.id): bool(one.papers) for one in self.own()}
        return frozenset(
            {int(name) for name in names if own.get(int(name), True)}
            | {year for year, is_known in own.items() if is_known}
        )

    def calendar(self) -> DutyCalendar:
        """Return the calendar that counts."""
        return calendar_with(self.own())


def _folder() -> Path:
    return paths.resources_dir() / "holidays"


@cache
def shipped() -> dict[int, Notice]:
    """Return the shipped notices by year."""
    files = _folder().glob("[0-9]*.json")
    notices = (read_notice(json.loads(file.read_text("utf-8")), file.name) for file in files)
    return {notice.year: notice for notice in notices}


@cache
def _law() -> dict[str, Iterable[Iterable[str]]]:
    file = _folder() / "law_days.json"
    years: dict[str, Iterable[Iterable[str]]] = json.loads(file.read_text("utf-8"))["years"]
    return years


@lru_cache(maxsize=4)
def calendar_with(own: tuple[HolidayYear, ...]) -> DutyCalendar:
    """Return the calendar of the shipped years and those of a unit in their place."""
    notices = shipped() | {int(one.id): one.notice for one in own}
    return calendar_of(notices.values(), [law_notice(int(year), _law()) for year in _law()])


def _line(day: HolidayDay) -> dict[str, Any]:
    return {"date": day.day.isoformat(), "is_off_day": day.is_off_day, "name": day.name}


def _from_row(row: tuple[Any, ...]) -> HolidayYear:
    key, source, papers, days, changed_at, changed_by = row
    return HolidayYear(
        key,
        HolidaySource(source),
        tuple(json.loads(papers)),
        tuple(
            HolidayDay(date.fromisoformat(one["date"]), one["name"], one["is_off_day"])
            for one in json.loads(days)
        ),
        from_text(changed_at),
        changed_by,
    )
