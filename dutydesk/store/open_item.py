"""Open items on file."""

from __future__ import annotations

from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.open_item_progress import FollowedItem, OpenItemProgress
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

OPEN_ITEM = Mapper(OpenItem, "open_item")
PROGRESS = Mapper(OpenItemProgress, "open_item_progress")


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

    def progress_of(self, item_id: str) -> tuple[OpenItemProgress, ...]:
        """Return what became of an item, in the order of recording."""
        found = self._rows.query(
            f"SELECT {PROGRESS.columns} FROM open_item_progress WHERE item_id = ? ORDER BY rowid",
            (item_id,),
        )
        return tuple(PROGRESS.from_row(row) for row in found)

    def progress_by_id(self, progress_id: str) -> OpenItemProgress | None:
        """Return one step."""
        found = self._rows.one(
            f"SELECT {PROGRESS.columns} FROM open_item_progress WHERE id = ?", (progress_id,)
        )
        return PROGRESS.from_row(found) if found else None

    def append(self, step: OpenItemProgress) -> None:
        """Add a step; nothing changes one."""
        self._rows.append(PROGRESS.table, PROGRESS.to_row(step))

    def followed(self, item: OpenItem) -> FollowedItem:
        """Return an item with what became of it."""
        return FollowedItem(item, self.progress_of(item.id))

    def put_followed(self, followed: FollowedItem) -> None:
        """Write an item with its new steps."""
        self.put(followed.item)
        for step in followed.progress:
            self.append(step)

    def _some(self, where: str, *parameters: object) -> list[OpenItem]:
        found = self._rows.query(
            f"SELECT {OPEN_ITEM.columns} FROM open_item {where} ORDER BY rowid", parameters
        )
        return [OPEN_ITEM.from_row(row) for row in found]
