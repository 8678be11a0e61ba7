"""Composes the summary of zero reports of a day, and of a month."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from dutydesk.domain import cut_off
from dutydesk.domain.clock import Clock
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.nil_report import NilReportBoard, NilReportLine, NilReportState, board_of
from dutydesk.domain.paper_nil_report_summary import (
    NilReportMonthRow,
    NilReportMonthSheet,
    NilReportPart,
    NilReportRow,
    NilReportSheet,
)
from dutydesk.domain.reporting_unit import ReportingUnit
from dutydesk.store import nil_report_board
from dutydesk.store.store import Store
from dutydesk.wording import nil_report as words


class NilReportSummaryService:
    """Reads what stands on the summary."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def sheet(self, day: date | None = None) -> NilReportSheet:
        """Return every cut-off of a day, today unless told otherwise, as it stands now."""
        now = self._clock.now()
        wanted = day or china(now).date()
        since = china_instant(wanted, 0, 0)
        with self._store.reading() as tables:
            room = tables.room.get()
            times = nil_report_board.times(tables)
            said = tables.nil_report.between(since, since + timedelta(days=1))
            dues = {*cut_off.cut_offs_of(times, [wanted]), *(one.due_at for one in said)}
            asked = times or tuple({china(due).strftime("%H:%M") for due in dues})
            boards = [nil_report_board.board(tables, asked, due, now) for due in sorted(dues)]
        parts = tuple(_part(board, now) for board in boards if board.lines)
        return NilReportSheet(room.unit, wanted, room.is_practice, parts)

    def month_sheet(self, month: date) -> NilReportMonthSheet:
        """Return every unit over a month, as it stands now."""
        now = self._clock.now()
        first = month.replace(day=1)
        days = [first + timedelta(days=n) for n in range(calendar.monthrange(*_ym(first))[1])]
        until = china_instant(days[-1] + timedelta(days=1), 0, 0)
        with self._store.reading() as tables:
            room, units = tables.room.get(), tables.reporting_unit.all()
            times = nil_report_board.times(tables)
            said = tables.nil_report.between(china_instant(first, 0, 0), until)
        dues = {*cut_off.cut_offs_of(times, days), *(one.due_at for one in said)}
        boards = [
            board_of(due, due, units, ([one for one in said if one.due_at == due], ()), now)
            for due in sorted(dues)
        ]
        rows = (_month_row(unit, days, boards) for unit in units)
        shown = tuple(row for row in rows if any(row.signs))
        return NilReportMonthSheet(room.unit, first, room.is_practice, shown)


def _ym(day: date) -> tuple[int, int]:
    return day.year, day.month


def _month_row(
    unit: ReportingUnit, days: Sequence[date], boards: Sequence[NilReportBoard]
) -> NilReportMonthRow:
    mine = [
        (china(board.due_at).date(), line)
        for board in boards
        for line in board.lines
        if line.unit.id == unit.id
    ]
    lines = [line for _, line in mine]
    return NilReportMonthRow(
        unit.name,
        tuple(words.month_sign(line for on, line in mine if on == day) for day in days),
        sum(line.state is NilReportState.CONTENT for line in lines),
        sum(line.is_late for line in lines),
        sum(line.state is NilReportState.OVERDUE for line in lines),
    )


def _part(board: NilReportBoard, now: datetime) -> NilReportPart:
    # Before the cut-off the sentence would tell of what nobody knows yet.
    sentence = "" if now < board.due_at else words.summary(board)
    rows = tuple(_row(line) for line in board.lines)
    return NilReportPart(board.starts_at, board.due_at, sentence, rows)


def _row(line: NilReportLine) -> NilReportRow:
    held = line.report
    state = words.NIL_REPORT_STATE[line.state]
    late = f"{state}（{words.LATE}）" if line.is_late else state
    return NilReportRow(
        unit=line.unit.name,
        state=late,
        is_missing=line.state is NilReportState.OVERDUE,
        reported_at=held.reported_at if held else None,
        content=words.said(line) if held and line.state is NilReportState.CONTENT else "",
        reporter=held.reporter if held else "",
        recorder=held.recorder if held else "",
        chases=len(line.chases),
    )
