"""A roster written as a calendar: a row of dates with people below, or a date in every cell."""

from __future__ import annotations

import re
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster_file import RosterFileProblem
from dutydesk.exchange.grid import Grid, is_blank
from dutydesk.exchange.roster_dates import DateReader
from dutydesk.exchange.roster_list import SheetReading, check_weekday
from dutydesk.exchange.roster_names import (
    OFFICERS,
    ReadName,
    names_in,
    phones_in,
    post_in,
    shift_in,
)
from dutydesk.exchange.roster_seats import DayRun, ReadDuty

_WEEKDAY = re.compile(r"(星期|周|礼拜)?[一二三四五六日天]")
_FEWEST = 2
_FEWEST_CELLS = 3


@dataclass(frozen=True, slots=True)
class _DateRow:
    """A row of dates: which day each column is for."""

    row: int
    days: dict[int, date]

    @property
    def left(self) -> int:
        return min(self.days)


def read_grid(grid: Grid, dates: DateReader) -> SheetReading | None:
    """Read a calendar, None for a table that is none."""
    rows = [found for row in range(len(grid.rows)) if (found := _date_row(grid, row, dates))]
    reading = _below_dates(grid, rows) if rows else _dates_in_cells(grid, dates)
    return reading if reading.runs else None


def _date_row(grid: Grid, row: int, dates: DateReader) -> _DateRow | None:
    if row in grid.across:
        return None
    days: dict[int, date] = {}
    others = 0
    for column in range(grid.width):
        text = grid.cell(row, column)
        if is_blank(text):
            continue
        read = () if "\n" in text.strip() and len(text.split("\n")) > _FEWEST else dates.days(text)
        if len(read) == 1:
            days[column] = read[0]
        elif column and days:
            others += 1
    is_rising = list(days.values()) == sorted(days.values())
    if len(set(days.values())) < _FEWEST or others or not is_rising:
        return None
    return _DateRow(row, days)


def _below_dates(grid: Grid, rows: list[_DateRow]) -> SheetReading:
    reading = SheetReading()
    ends = [one.row for one in rows[1:]] + [len(grid.rows)]
    for dated, end in zip(rows, ends, strict=True):
        duties: dict[date, list[ReadDuty]] = {}
        for column, day in dated.days.items():
            check_weekday(reading, day, grid.cell(dated.row, column))
        for row in range(dated.row + 1, end):
            if row in grid.across:
                continue
            label = _label(grid, row, dated.left)
            post, shift = post_in(label) or OFFICERS, shift_in(label)
            for column, day in dated.days.items():
                text = grid.cell(row, column)
                if _is_weekday(text):
                    check_weekday(reading, day, text)
                    continue
                _take(duties.setdefault(day, []), text, ReadDuty(ReadName(""), post, shift))
        reading.runs += [DayRun(day, tuple(found)) for day, found in duties.items() if found]
    _drop_repeated(reading.problems)
    return reading


def _dates_in_cells(grid: Grid, dates: DateReader) -> SheetReading:
    reading = SheetReading()
    for row in range(len(grid.rows)):
        for column in range(grid.width):
            if (row, column) in grid.carried:
                continue
            first, _, rest = grid.cell(row, column).strip().partition("\n")
            days = dates.days(first) if rest else ()
            if len(days) != 1:
                continue
            check_weekday(reading, days[0], first)
            duties: list[ReadDuty] = []
            _take(duties, rest, ReadDuty(ReadName(""), OFFICERS))
            reading.runs.append(DayRun(days[0], tuple(duties)))
    return reading if len(reading.runs) >= _FEWEST_CELLS else SheetReading()


def _take(duties: list[ReadDuty], text: str, like: ReadDuty) -> None:
    """Add the people of a cell; numbers alone belong to the last one who has none."""
    names = names_in(text)
    if names:
        duties += [ReadDuty(one, like.post, like.shift) for one in names]
        return
    phones = list(phones_in(text))
    for place, duty in enumerate(duties):
        is_theirs = duty.post == like.post and duty.shift == like.shift and not duty.name.phone
        if phones and is_theirs:
            name = ReadName(duty.name.name, phones.pop(0), duty.name.note, duty.name.post)
            duties[place] = ReadDuty(name, duty.post, duty.shift)


def _label(grid: Grid, row: int, left: int) -> str:
    return "".join(dict.fromkeys(grid.cell(row, column) for column in range(left)))


def _is_weekday(text: str) -> bool:
    return _WEEKDAY.fullmatch(text.strip()) is not None


def _drop_repeated(problems: list[RosterFileProblem]) -> None:
    problems[:] = list(dict.fromkeys(problems))
