"""Use cases of open items: open by hand, change, close, list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import (
    DraftOpenItem,
    OpenItem,
    OpenItemClosed,
    OpenItemDueInPast,
    OpenItemResultMissing,
    OpenItemStatus,
    OpenItemTitleMissing,
)
from dutydesk.store import logbook
from dutydesk.store.store import Store


class OpenItemService:
    """What an officer does with open items."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def open(self, draft: DraftOpenItem, *, by: Actor) -> Done[OpenItem]:
        """Make an open item; the same one twice is written once.

        Raises OpenItemTitleMissing, OpenItemDueInPast and the refusals of ``recorder_for``.
        """
        with self._store.writing(actor=by.name, action="open_item.open") as work:
            known = work.tables.open_item.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            now = self._clock.now()
            _check_title(draft.title)
            _check_due(draft.due_at, now)
            shift = logbook.running_shift(work.tables, now, self._ids)
            logbook.recorder_for(work.tables, by, shift)
            item = OpenItem(
                id=draft.id,
                title=draft.title,
                owner=draft.owner,
                status=OpenItemStatus.OPEN,
                created_at=now,
                created_shift_id=shift.id,
                origin_entry_id=draft.origin_entry_id,
                due_at=draft.due_at,
                attention=draft.attention,
            )
            work.tables.open_item.put(item)
        return Done(item, work.changes)

    def change(self, draft: DraftOpenItem, *, by: Actor) -> Done[OpenItem]:
        """Change title, owner, time or attention of the item that bears the id of the draft.

        A time that has passed may stay as it was; a new one lies ahead. Raises as ``open`` does,
        and RecordUnknown, OpenItemClosed.
        """
        with self._store.writing(actor=by.name, action="open_item.change") as work:
            item = self._still_open(work.tables.open_item.by_id(draft.id), draft.id)
            logbook.recorder_for(work.tables, by, work.tables.shift.running())
            _check_title(draft.title)
            if draft.due_at != item.due_at:
                _check_due(draft.due_at, self._clock.now())
            changed = replace(
                item,
                title=draft.title,
                owner=draft.owner,
                due_at=draft.due_at,
                attention=draft.attention,
            )
            work.tables.open_item.put(changed)
        return Done(changed, work.changes)

    def close(self, item_id: str, result: str, *, by: Actor) -> Done[OpenItem]:
        """Close with a result; raises RecordUnknown, OpenItemClosed, OpenItemResultMissing."""
        with self._store.writing(actor=by.name, action="open_item.close") as work:
            item = self._still_open(work.tables.open_item.by_id(item_id), item_id)
            if not result.strip():
                raise OpenItemResultMissing
            recorder = logbook.recorder_for(work.tables, by, work.tables.shift.running())
            closed = replace(
                item,
                status=OpenItemStatus.CLOSED,
                result=result,
                closed_at=self._clock.now(),
                closed_by=recorder.name,
            )
            work.tables.open_item.put(closed)
        return Done(closed, work.changes)

    def open_items(self) -> list[OpenItem]:
        """Return what is not closed."""
        with self._store.reading() as tables:
            return tables.open_item.open()

    def all_items(self) -> list[OpenItem]:
        """Return open and closed items."""
        with self._store.reading() as tables:
            return tables.open_item.all()

    @staticmethod
    def _still_open(item: OpenItem | None, item_id: str) -> OpenItem:
        if item is None:
            raise RecordUnknown("open_item", item_id)
        if item.closed_at is not None:
            raise OpenItemClosed(item.title, item.closed_at)
        return item


def _check_title(title: str) -> None:
    if not title.strip():
        raise OpenItemTitleMissing


def _check_due(due_at: datetime | None, now: datetime) -> None:
    if due_at is not None and due_at <= now:
        raise OpenItemDueInPast(due_at)
