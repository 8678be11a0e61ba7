"""Saved filters on file."""

from __future__ import annotations

from dutydesk.domain.saved_filter import SavedFilter
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

SAVED_FILTER = Mapper(SavedFilter, "saved_filter")


class SavedFilterTable:
    """Reads and writes filters."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> list[SavedFilter]:
        """Return every filter, everybody's, in the order of the list."""
        found = self._rows.query(
            f"SELECT {SAVED_FILTER.columns} FROM saved_filter ORDER BY order_no, rowid"
        )
        return [SAVED_FILTER.from_row(row) for row in found]

    def by_id(self, filter_id: str) -> SavedFilter | None:
        """Return one filter."""
        return next((one for one in self.all() if one.id == filter_id), None)

    def put(self, saved: SavedFilter) -> None:
        """Write a filter, new or changed."""
        self._rows.put(SAVED_FILTER.table, SAVED_FILTER.to_row(saved))

    def remove(self, filter_id: str) -> None:
        """Take a filter out."""
        self._rows.remove(SAVED_FILTER.table, filter_id)
