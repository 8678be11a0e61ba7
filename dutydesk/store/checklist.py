"""The unit's checklist on file, and the shipped one that a new room begins with."""

from __future__ import annotations

import json
from itertools import count

from dutydesk import paths
from dutydesk.domain.checklist import ChecklistItem, ChecklistKind
from dutydesk.domain.clock import Ids
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

ITEM = Mapper(ChecklistItem, "checklist_item")


class ChecklistTable:
    """Reads and writes the lines of the unit's checklist."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> list[ChecklistItem]:
        """Return every line in the order of the list, checks and things."""
        found = self._rows.query(
            f"SELECT {ITEM.columns} FROM checklist_item ORDER BY kind, order_no, rowid"
        )
        return [ITEM.from_row(row) for row in found]

    def put(self, item: ChecklistItem) -> None:
        """Write a line."""
        self._rows.put(ITEM.table, ITEM.to_row(item))

    def remove(self, item_id: str) -> None:
        """Take a line off; handovers that had it keep it."""
        self._rows.remove(ITEM.table, item_id)


def seed(checklist: ChecklistTable, ids: Ids) -> None:
    """Copy the shipped checklist into a new room; from then on it is the unit's."""
    file = paths.resources_dir() / "checklists" / "default.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    order = count(1)
    lines = [
        (ChecklistKind.CHECK, group["name"], name, "")
        for group in document["groups"]
        for name in group["items"]
    ] + [
        (ChecklistKind.THING, "", thing["name"], thing["quantity"]) for thing in document["things"]
    ]
    for kind, group_name, name, quantity in lines:
        checklist.put(
            ChecklistItem(
                id=ids.new(),
                kind=kind,
                group_name=group_name,
                name=name,
                quantity=quantity,
                order_no=next(order),
            )
        )
