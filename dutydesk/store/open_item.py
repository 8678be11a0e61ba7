"""Open items on file."""

from __future__ import annotations

from dutydesk.domain.open_item import OpenItem
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

OPEN_ITEM = Mapper(OpenItem, "open_item")


class OpenItemTable:
    """Reads and writes open items."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def open(self) -> list[OpenItem]:
        """Return what is not closed, in the order of making."""
        return self._some("WHERE status = 'open'")

    def all(self) -> list[OpenItem]:
        """Return open and closed items in the order of making."""
        return self._some("")

    def of_entry(self, entry_id: str) -> list[OpenItem]:
        """Return the items that began with one log entry."""
        return self._some("WHERE origin_entry_id = ?", entry_id)

    def by_id(self, item_id: str) -> OpenItem | None:
        """Return one item."""
        found = self._some("WHERE id = ?", item_id)
        return found[0] if found else None

    def put(self, item: OpenItem) -> None:
        """Write an item."""
        self._rows.put(OPEN_ITEM.table, OPEN_ITEM.to_row(item))

    def _some(self, where: str, *parameters: object) -> list[OpenItem]:
        found = self._rows.query(
            f"SELECT {OPEN_ITEM.columns} FROM open_item {where} ORDER BY rowid", parameters
        )
        return [OPEN_ITEM.from_row(row) for row in found]
