"""The lists of zero reports and roll calls that are handed out as spreadsheets."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.clock import Clock
from dutydesk.domain.list_table import ListTable
from dutydesk.store import nil_report_board
from dutydesk.store.store import Store
from dutydesk.wording.reporting_list import (
    NIL_REPORT_COLUMNS,
    NIL_REPORT_TITLE,
    ROLL_CALL_COLUMNS,
    ROLL_CALL_TITLE,
    nil_report_row,
    roll_call_row,
)


class ReportingListService:
    """Composes both lists."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def nil_report_table(self, due_at: datetime | None) -> ListTable:
        """Return every unit at a cut-off; None gives an empty list."""
        rows = []
        if due_at is not None:
            with self._store.reading() as tables:
                times = nil_report_board.times(tables)
                board = nil_report_board.board(tables, times, due_at, self._clock.now())
            rows = [nil_report_row(board, line) for line in board.lines]
        return ListTable(NIL_REPORT_TITLE, NIL_REPORT_COLUMNS, rows, len(rows))

    def roll_call_table(self) -> ListTable:
        """Return every unit of every roll call, the newest roll call first."""
        with self._store.reading() as tables:
            table = tables.roll_call
            sheets = [table.sheet(one, with_records=False) for one in table.all()]
        rows = [roll_call_row(sheet, line) for sheet in sheets for line in sheet.lines]
        return ListTable(ROLL_CALL_TITLE, ROLL_CALL_COLUMNS, rows, len(rows))
