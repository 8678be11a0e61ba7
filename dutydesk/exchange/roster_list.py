"""A roster written as a list: one row a day, or one a shift."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import weekday_name
from dutydesk.domain.roster_file import DayRemark, RosterFileDoubt, RosterFileProblem
from dutydesk.exchange.grid import Grid, is_blank
from dutydesk.exchange.heading_words import heading_key
from dutydesk.exchange.roster_columns import (
    ColumnKind,
    RosterBlock,
    RosterColumn,
    RosterHeadings,
    holds_people,
)
from dutydesk.exchange.roster_dates import DateReader, weekday_in
from dutydesk.exchange.roster_names import ReadName, names_in, phones_in, shift_in
from dutydesk.exchange.roster_seats import DayRun, ReadDuty

# What a remark says of the day itself, and not of the duty.
_DAY_WORD = re.compile(
    r"(法定)?(节?假日|休息日|公休日?)|双休日?|周末|工作日|平日|调休(上班)?|补班|上班|放假"
    r"|元旦(节)?|春节|除夕|清明(节)?|(五一|国际)?劳动节|五一|端午(节)?|中秋(节)?|国庆(节)?|十一"
)
_NOBODY = frozenset({"待定", "空缺", "缺", "无人", "休息", "轮休", "放假", "休"})
_LONG = 6


@dataclass
class SheetReading:
    """What was read of one sheet."""

    runs: list[DayRun] = field(default_factory=list)
    remarks: list[DayRemark] = field(default_factory=list)
    problems: list[RosterFileProblem] = field(default_factory=list)


@dataclass
class _Run:
    day: date
    duties: list[ReadDuty] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_list(grid: Grid, headings: RosterHeadings, dates: DateReader) -> SheetReading:
    """Read every row below the headings."""
    reading = SheetReading()
    for block in headings.blocks:
        _read_block(grid, headings.rows, block, dates, reading)
    if reading.runs:
        first = min(run.day for run in reading.runs)
        for block in headings.blocks:
            for column in block.of(ColumnKind.UNKNOWN):
                if column.heading and holds_people(grid, headings.rows, column.index):
                    reading.problems.append(
                        RosterFileProblem(RosterFileDoubt.COLUMN_UNKNOWN, first, column.heading)
                    )
    return reading


def check_weekday(reading: SheetReading, day: date, text: str) -> None:
    """Note a weekday that is not that of the day."""
    weekday = weekday_in(text)
    if weekday is not None and weekday != day.weekday():
        reading.problems.append(
            RosterFileProblem(RosterFileDoubt.WRONG_WEEKDAY, day, text.strip(), weekday_name(day))
        )


def _read_block(
    grid: Grid, first: int, block: RosterBlock, dates: DateReader, reading: SheetReading
) -> None:
    run: _Run | None = None
    runs: list[_Run] = []
    for row in range(first, len(grid.rows)):
        if row in grid.across:
            continue
        cells = _Cells(grid, row, block)
        days = cells.days(dates)
        if not days and is_blank(cells.dated) and run is not None:
            # A second line of the same day whose date nobody wrote again.
            days = (run.day,) if cells.has_people() else ()
        if not days:
            _note_unclear(cells, run, reading)
            continue
        duties = list(cells.duties(reading, days[0]))
        for day in days:
            if run is None or run.day != day:
                run = _Run(day)
                runs.append(run)
                check_weekday(reading, day, cells.weekday)
            run.duties += duties
            _take_note(cells, run, reading)
    reading.runs += [
        DayRun(one.day, tuple(one.duties), "；".join(dict.fromkeys(one.notes)))
        for one in runs
        if one.duties
    ]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one block in one row."""

    grid: Grid
    row: int
    block: RosterBlock

    @property
    def dated(self) -> str:
        return self.grid.cell(self.row, self.block.date)

    @property
    def weekday(self) -> str:
        """Return the weekday's cell, else the date's, which may name it as well."""
        found = [self.text(one) for one in self.block.of(ColumnKind.WEEKDAY)]
        return next((cell for cell in found if not is_blank(cell)), self.dated)

    def text(self, column: RosterColumn) -> str:
        return self.grid.cell(self.row, column.index)

    def days(self, dates: DateReader) -> tuple[date, ...]:
        if is_blank(self.dated) or heading_key(self.dated) == "日期":
            return ()
        return dates.days(self.dated, weekday_in(self.weekday))

    def has_people(self) -> bool:
        return any(self.names(one) for one in self.block.of(ColumnKind.PEOPLE))

    def names(self, column: RosterColumn) -> tuple[ReadName, ...]:
        text = self.text(column)
        is_heading = heading_key(text) == heading_key(column.heading)
        is_footnote = text == self.dated and len(text) > _LONG
        if is_heading or is_footnote:
            return ()
        return tuple(one for one in names_in(text) if one.name not in _NOBODY)

    def duties(self, reading: SheetReading, day: date) -> Iterator[ReadDuty]:
        shift = next(
            filter(None, (shift_in(self.text(one)) for one in self.block.of(ColumnKind.SHIFT))),
            shift_in(self.dated),
        )
        for column in self.block.of(ColumnKind.PEOPLE):
            names = self.names(column)
            if column.phone is not None and names:
                names = self._with_phones(names, column.phone, reading, day)
            for name in names:
                yield ReadDuty(name, column.post, column.shift or shift)

    def _with_phones(
        self, names: tuple[ReadName, ...], column: int, reading: SheetReading, day: date
    ) -> tuple[ReadName, ...]:
        text = self.grid.cell(self.row, column)
        phones = phones_in(text)
        if not phones:
            return names
        if len(phones) != len(names) and len(names) > 1:
            reading.problems.append(
                RosterFileProblem(
                    RosterFileDoubt.PHONES_UNMATCHED,
                    day,
                    "、".join(one.name for one in names),
                    text,
                )
            )
            return names
        return tuple(
            ReadName(one.name, one.phone or phone, one.note, one.post)
            for one, phone in zip(names, phones, strict=False)
        )


def _take_note(cells: _Cells, run: _Run, reading: SheetReading) -> None:
    for column in cells.block.of(ColumnKind.NOTE):
        text = cells.text(column).strip()
        if is_blank(text):
            continue
        if _DAY_WORD.fullmatch(text):
            remark = DayRemark(run.day, text)
            if remark not in reading.remarks:
                reading.remarks.append(remark)
        else:
            run.notes.append(text)


def _note_unclear(cells: _Cells, run: _Run | None, reading: SheetReading) -> None:
    """Note a row with people whose date cannot be read, beside the day before it."""
    text = cells.dated.strip()
    if run is None or is_blank(text) or len(text) > 2 * _LONG or not cells.has_people():
        return
    reading.problems.append(RosterFileProblem(RosterFileDoubt.DATE_UNCLEAR, run.day, text))
