"""Use cases of the unit's checklist: show, change, remove lines."""

from __future__ import annotations

from dutydesk.domain.changes import Done
from dutydesk.domain.checklist import ChecklistItem, ChecklistKind, ChecklistNameMissing
from dutydesk.domain.clock import Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.store.store import Store


class ChecklistService:
    """What an administrator does with the checklist."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def items(self) -> list[ChecklistItem]:
        """Return every line, checks first, each in the order of the list."""
        with self._store.reading() as tables:
            return tables.checklist.all()

    def new(self, kind: ChecklistKind, group_name: str, name: str) -> ChecklistItem:
        """Return a line to be put, behind all others."""
        last = max((item.order_no for item in self.items()), default=0)
        return ChecklistItem(
            id=self._ids.new(),
            kind=kind,
            group_name=group_name,
            name=name,
            quantity="",
            order_no=last + 1,
        )

    def put(self, item: ChecklistItem, *, by: Actor) -> Done[ChecklistItem]:
        """Write a line, new or changed; raises ChecklistNameMissing."""
        if not item.name.strip():
            raise ChecklistNameMissing
        with self._store.writing(actor=by.name, action="checklist.put") as work:
            work.tables.checklist.put(item)
        return Done(item, work.changes)

    def remove(self, item_id: str, *, by: Actor) -> Done[None]:
        """Take a line off the list; handovers that had it keep it. Raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="checklist.remove") as work:
            if item_id not in {item.id for item in work.tables.checklist.all()}:
                raise RecordUnknown("checklist_item", item_id)
            work.tables.checklist.remove(item_id)
        return Done(None, work.changes)
