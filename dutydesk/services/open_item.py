"""Use cases of open items: open by hand, change, note progress, remind, close, take up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import (
    DraftOpenItem,
    OpenItem,
    OpenItemClosed,
    OpenItemDueInPast,
    OpenItemRemindInPast,
    OpenItemResultMissing,
    OpenItemStatus,
    OpenItemTitleMissing,
    check_length,
)
from dutydesk.domain.open_item_progress import (
    DraftProgress,
    FollowedItem,
    OpenItemProgress,
    Step,
    accept_progress,
    closed,
    reopened,
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

        Raises OpenItemTitleMissing, OpenItemTextTooLong, OpenItemDueInPast, OpenItemRemindInPast
        and the refusals of ``recorder_for``.
        """
        with self._store.writing(actor=by.name, action="open_item.open") as work:
            known = work.tables.open_item.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            now = self._clock.now()
            _check_texts(draft)
            _check_due(draft.due_at, now)
            _check_remind(draft.remind_at, now)
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
                importance=draft.importance,
                remind_at=draft.remind_at,
            )
            work.tables.open_item.put(item)
        return Done(item, work.changes)

    def change(self, draft: DraftOpenItem, *, by: Actor) -> Done[OpenItem]:
        """Change what was typed of the item that bears the id of the draft.

        A time that has passed may stay as it was; a new one lies ahead. Raises as ``open`` does,
        and RecordUnknown, OpenItemClosed.
        """
        with self._store.writing(actor=by.name, action="open_item.change") as work:
            item = self._still_open(work.tables.open_item.by_id(draft.id), draft.id)
            logbook.recorder_for(work.tables, by, work.tables.shift.running())
            _check_texts(draft)
            now = self._clock.now()
            if draft.due_at != item.due_at:
                _check_due(draft.due_at, now)
            if draft.remind_at != item.remind_at:
                _check_remind(draft.remind_at, now)
            changed = replace(
                item,
                title=draft.title,
                owner=draft.owner,
                due_at=draft.due_at,
                attention=draft.attention,
                importance=draft.importance,
                remind_at=draft.remind_at,
            )
            work.tables.open_item.put(changed)
        return Done(changed, work.changes)

    def give_owner(self, item_id: str, owner: str, *, by: Actor) -> Done[OpenItem]:
        """Write who has an item, and nothing else; raises RecordUnknown, OpenItemClosed."""
        with self._store.writing(actor=by.name, action="open_item.change") as work:
            item = self._still_open(work.tables.open_item.by_id(item_id), item_id)
            logbook.recorder_for(work.tables, by, work.tables.shift.running())
            check_length("owner", owner)
            changed = replace(item, owner=owner)
            work.tables.open_item.put(changed)
        return Done(changed, work.changes)

    def remind(self, item_id: str, at: datetime | None, *, by: Actor) -> Done[OpenItem]:
        """Set when the desk speaks of an item, or that it does not.

        Raises RecordUnknown, OpenItemClosed, OpenItemRemindInPast.
        """
        with self._store.writing(actor=by.name, action="open_item.remind") as work:
            item = self._still_open(work.tables.open_item.by_id(item_id), item_id)
            logbook.recorder_for(work.tables, by, work.tables.shift.running())
            _check_remind(at, self._clock.now())
            changed = replace(item, remind_at=at)
            if changed == item:
                return Done(item, Changes())
            work.tables.open_item.put(changed)
        return Done(changed, work.changes)

    def note(self, draft: DraftProgress, *, by: Actor) -> Done[OpenItemProgress]:
        """Put progress on record; the same note twice is written once.

        Raises RecordUnknown, OpenItemClosed and what ``accept_progress`` raises.
        """
        with self._store.writing(actor=by.name, action="open_item.note") as work:
            known = work.tables.open_item.progress_by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            self._still_open(work.tables.open_item.by_id(draft.item_id), draft.item_id)
            recorder = logbook.recorder_for(work.tables, by, work.tables.shift.running())
            step = accept_progress(draft, recorder, self._clock.now())
            work.tables.open_item.append(step)
        return Done(step, work.changes)

    def close(self, item_id: str, result: str, *, by: Actor) -> Done[OpenItem]:
        """Close with a result; raises RecordUnknown, OpenItemClosed, OpenItemResultMissing."""
        with self._store.writing(actor=by.name, action="open_item.close") as work:
            item = self._still_open(work.tables.open_item.by_id(item_id), item_id)
            if not result.strip():
                raise OpenItemResultMissing
            recorder = logbook.recorder_for(work.tables, by, work.tables.shift.running())
            done = closed(item, result, Step(self._ids.new(), recorder, self._clock.now()))
            work.tables.open_item.put_followed(done)
        return Done(done.item, work.changes)

    def reopen(self, item_id: str, reason: str, *, by: Actor) -> Done[OpenItem]:
        """Take a closed item up again; it is on the next handover like any other.

        Raises RecordUnknown, OpenItemStillOpen, ReopenReasonMissing.
        """
        with self._store.writing(actor=by.name, action="open_item.reopen") as work:
            item = work.tables.open_item.by_id(item_id)
            if item is None:
                raise RecordUnknown("open_item", item_id)
            recorder = logbook.recorder_for(work.tables, by, work.tables.shift.running())
            step = Step(self._ids.new(), recorder, self._clock.now())
            again = reopened(item, reason, step)
            work.tables.open_item.put_followed(again)
        return Done(again.item, work.changes)

    def open_items(self) -> list[OpenItem]:
        """Return what is not closed."""
        with self._store.reading() as tables:
            return tables.open_item.open()

    def all_items(self) -> list[OpenItem]:
        """Return open and closed items."""
        with self._store.reading() as tables:
            return tables.open_item.all()

    def followed(self, *, is_all: bool = False) -> list[FollowedItem]:
        """Return what is open, or everything, with what became of it."""
        with self._store.reading() as tables:
            items = tables.open_item.all() if is_all else tables.open_item.open()
            return [tables.open_item.followed(item) for item in items]

    def reminders(self) -> list[DueLine]:
        """Return the reminders of open items, for 时限."""
        return [
            DueLine(
                DueKind.REMINDER, "open_item", item.id, item.title, item.remind_at, is_quiet=False
            )
            for item in self.open_items()
            if item.remind_at is not None
        ]

    @staticmethod
    def _still_open(item: OpenItem | None, item_id: str) -> OpenItem:
        if item is None:
            raise RecordUnknown("open_item", item_id)
        if item.closed_at is not None:
            raise OpenItemClosed(item.title, item.closed_at)
        return item


def _check_texts(draft: DraftOpenItem) -> None:
    if not draft.title.strip():
        raise OpenItemTitleMissing
    for name in ("title", "owner", "attention"):
        check_length(name, getattr(draft, name))


def _check_due(due_at: datetime | None, now: datetime) -> None:
    if due_at is not None and due_at <= now:
        raise OpenItemDueInPast(due_at)


def _check_remind(remind_at: datetime | None, now: datetime) -> None:
    if remind_at is not None and remind_at <= now:
        raise OpenItemRemindInPast(remind_at)
