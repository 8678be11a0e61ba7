"""Use cases of lists handed out as spreadsheets: compose, write, and journal that it was done.

Composing and writing may take long and runs beside the store lane; only the note is a write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dutydesk.domain.clock import Clock
from dutydesk.domain.list_table import Cell, ListTable, Step, WrittenList, no_step
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import Actor
from dutydesk.store import casebook
from dutydesk.store.store import Store
from dutydesk.wording.list_table import (
    ABSENCE_COLUMNS,
    ABSENCE_TITLE,
    DIRECTIVE_COLUMNS,
    DIRECTIVE_TITLE,
    EQUIPMENT_COLUMNS,
    EQUIPMENT_TITLE,
    INCIDENT_COLUMNS,
    INCIDENT_TITLE,
    LOG_COLUMNS,
    LOG_TITLE,
    OPEN_ITEM_COLUMNS,
    OPEN_ITEM_TITLE,
    absence_row,
    directive_row,
    equipment_row,
    incident_row,
    log_row,
    open_item_row,
)

_PAGE = 500


class ListExportService:
    """Hands lists out."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def log_table(self, search: LogSearch) -> ListTable:
        """Return all entries that are looked for, or the whole log, oldest first."""
        with self._store.reading() as tables:
            if search.is_empty():
                rowids = tables.duty_log.rowids()
            else:
                rowids = tables.duty_log.all_matching(search)[::-1]
        return ListTable(LOG_TITLE, LOG_COLUMNS, self._log_rows(rowids), len(rowids))

    def open_item_table(self, *, with_closed: bool = False) -> ListTable:
        """Return what is open, with what was closed when that is asked for too."""
        with self._store.reading() as tables:
            items = tables.open_item.all() if with_closed else tables.open_item.open()
            shown = tables.incident_masking.of_entries(items, lambda one: one.origin_entry_id)
        rows = [open_item_row(item) for item in shown]
        return ListTable(OPEN_ITEM_TITLE, OPEN_ITEM_COLUMNS, rows, len(rows))

    def directive_table(self, *, with_closed: bool = False) -> ListTable:
        """Return the ledger of directives: what is not closed, or every line."""
        with self._store.reading() as tables:
            lines = tables.directive.followed(only_open=not with_closed)
            shown = tables.incident_masking.of_entries(lines, lambda one: one.directive.entry_id)
        rows = [directive_row(line) for line in shown]
        return ListTable(DIRECTIVE_TITLE, DIRECTIVE_COLUMNS, rows, len(rows))

    def absence_table(self) -> ListTable:
        """Return every absence notice: who is away or will be, then what is over."""
        with self._store.reading() as tables:
            notices = [*tables.absence_notice.running(), *tables.absence_notice.over()]
        now = self._clock.now()
        rows = [absence_row(notice, now) for notice in notices]
        return ListTable(ABSENCE_TITLE, ABSENCE_COLUMNS, rows, len(rows))

    def equipment_table(self) -> ListTable:
        """Return every item of equipment with its last check."""
        with self._store.reading() as tables:
            rows = [equipment_row(state) for state in tables.equipment.states()]
        return ListTable(EQUIPMENT_TITLE, EQUIPMENT_COLUMNS, rows, len(rows))

    def warning_table(self, *, only_open: bool = False) -> ListTable:
        """Return warnings: what is in force, or every one."""
        # Exports only: the room's own list is read without these words.
        from dutydesk.domain.warning_facts import in_order  # noqa: PLC0415
        from dutydesk.wording import warning_list as words  # noqa: PLC0415

        with self._store.reading() as tables:
            found = in_order(tables.warning.open() if only_open else tables.warning.all())
        now = self._clock.now()
        rows = [words.warning_row(one, now) for one in found]
        return ListTable(words.WARNING_TITLE, words.WARNING_COLUMNS, rows, len(rows))

    def incident_table(self) -> ListTable:
        """Return every incident, as each stands now."""
        with self._store.reading() as tables:
            files = casebook.files_of(tables, tables.incident.all())
        rows = [incident_row(file.incident) for file in files]
        return ListTable(INCIDENT_TITLE, INCIDENT_COLUMNS, rows, len(rows))

    def write(self, table: ListTable, path: Path, step: Step = no_step) -> WrittenList:
        """Write a table; ``step`` may stop it, then there is no file.

        Raises ListEndingUnknown, ListNotWritten.
        """
        from dutydesk.exchange.list_writer import write_list  # noqa: PLC0415 -- exports only

        return write_list(path, table, step)

    def let_go(self) -> None:
        """Close what was read through beside the lane, when a job there has ended."""
        self._store.close_reader()

    def note(self, written: WrittenList, *, by: Actor) -> WrittenList:
        """Journal that a list left the room: which, how much of it, and the file's SHA-256."""
        with self._store.writing(actor=by.name, action="list.export") as work:
            work.note.update(
                list=written.title,
                file=written.path.name,
                rows=written.row_count,
                sha256=written.sha256,
            )
        return written

    def _log_rows(self, rowids: list[int]) -> Iterator[tuple[Cell, ...]]:
        for at in range(0, len(rowids), _PAGE):
            page = rowids[at : at + _PAGE]
            with self._store.reading() as tables:
                found = tables.duty_log.by_rowids(page)
                shown = tables.incident_masking.entries(list(found.values()))
                entries = dict(zip(found, shown, strict=True))
            for rowid in page:
                yield log_row(entries[rowid])
