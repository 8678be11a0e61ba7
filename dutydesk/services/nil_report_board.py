"""Reads of zero reports: the board of a cut-off, the month, what is due."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

from dutydesk.domain import cut_off
from dutydesk.domain import nil_report as domain
from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.instants import china_instant
from dutydesk.domain.nil_report import NilReport, NilReportBoard, NilReportSummary
from dutydesk.domain.reporting_unit import ReportingUnit
from dutydesk.store import nil_report_board
from dutydesk.store.store import Store
from dutydesk.wording import nil_report as words

_DAY = timedelta(days=1)
# Before this nobody has to think of a cut-off.
TOLD_BEFORE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class NilReportView:
    """The board of a cut-off with its neighbours, None where none is asked for."""

    board: NilReportBoard | None
    times: tuple[str, ...] = ()
    in_hand: datetime | None = None
    summary: NilReportSummary | None = None
    units: tuple[ReportingUnit, ...] = ()

    @property
    def overdue(self) -> int:
        """Count the units that are late at this cut-off."""
        return len(self.board.of(domain.NilReportState.OVERDUE)) if self.board else 0


@dataclass(frozen=True, slots=True)
class NilReportMonth:
    """The boards of every cut-off of a month that has come, in order."""

    month: date
    boards: tuple[NilReportBoard, ...]
    units: tuple[ReportingUnit, ...]


class NilReportBoardService:
    """Shows who reported what by when."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def view(self, due_at: datetime | None = None) -> NilReportView:
        """Return the board of a cut-off, of the one in hand unless told otherwise."""
        now = self._clock.now()
        with self._store.reading() as tables:
            times, units = nil_report_board.times(tables), tuple(tables.reporting_unit.all())
            in_hand = nil_report_board.in_hand(tables, times, now) if times else None
            wanted = due_at or in_hand
            if wanted is None or not times:
                return NilReportView(None, times, units=units)
            board = nil_report_board.board(tables, times, wanted, now)
            return NilReportView(board, times, in_hand, tables.nil_report.summary(wanted), units)

    def step(self, due_at: datetime, by: int) -> datetime:
        """Return the cut-off before or after one, no further than the one that comes next."""
        now = self._clock.now()
        with self._store.reading() as tables:
            times = nil_report_board.times(tables)
        if not times:
            return due_at
        if by < 0:
            return cut_off.starts_at(times, due_at)
        return min(
            cut_off.next_cut_off(times, due_at + timedelta(seconds=2)),
            max(due_at, cut_off.next_cut_off(times, now)),
        )

    def month(self, month: date) -> NilReportMonth:
        """Return every cut-off of a month that has come, with what each unit said."""
        now = self._clock.now()
        days = calendar.monthrange(month.year, month.month)[1]
        first = month.replace(day=1)
        wanted = [first + timedelta(days=n) for n in range(days)]
        with self._store.reading() as tables:
            times, units = nil_report_board.times(tables), tables.reporting_unit.all()
            until = china_instant(wanted[-1] + _DAY, 0, 0)
            reports = tables.nil_report.between(china_instant(first, 0, 0), until)
        dues = {due for due in cut_off.cut_offs_of(times, wanted) if due <= now}
        dues |= {one.due_at for one in reports}
        boards = (
            domain.board_of(
                due,
                cut_off.starts_at(times, due) if times else due - _DAY,
                units,
                ([one for one in reports if one.due_at == due], ()),
                now,
            )
            for due in sorted(dues)
        )
        found = tuple(board for board in boards if board.lines)
        shown = {line.unit.id for board in found for line in board.lines}
        return NilReportMonth(first, found, tuple(one for one in units if one.id in shown))

    def due(self) -> list[DueLine]:
        """Return who has not reported, for 时限: quiet until the cut-off, then it is heard."""
        now = self._clock.now()
        with self._store.reading() as tables:
            units = tables.reporting_unit.all()
            times = nil_report_board.times(tables)
            if not times or not any(one.is_active and one.has_nil_report for one in units):
                return []
            last, ahead = cut_off.last_cut_off(times, now), cut_off.next_cut_off(times, now)
            dues = [last, *([ahead] if ahead != last and ahead - now <= TOLD_BEFORE else [])]
            boards = [nil_report_board.board(tables, times, due, now) for due in dues]
        return [
            DueLine(
                DueKind.NIL_REPORT,
                "nil_report",
                cut_off.due_key(board.due_at),
                words.due_title(board, now),
                board.due_at,
                is_quiet=False,
            )
            for board in boards
            if board.missing
        ]

    def entry(self, report: NilReport) -> LogEntry | None:
        """Return the log entry of a report with content."""
        with self._store.reading() as tables:
            listed = tables.duty_log.by_id(report.entry_id) if report.entry_id else None
        return listed.entry if listed else None
