"""Use cases of saved filters: list, put, remove."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.saved_filter import (
    SavedFilter,
    SavedFilterNotYours,
    check_filter,
    seen_by,
)
from dutydesk.store.store import Store


class SavedFilterService:
    """What an officer keeps to look for again."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its filter."""
        return self._ids.new()

    def filters_for(self, officer_id: str | None) -> list[SavedFilter]:
        """Return the unit's filters and this officer's own, in their order."""
        with self._store.reading() as tables:
            return seen_by(tables.saved_filter.all(), officer_id)

    def put(self, saved: SavedFilter, *, by: Actor) -> Done[SavedFilter]:
        """Write a filter, new (behind all others) or changed; the same one twice is one.

        Raises SavedFilterNotYours and what ``check_filter`` raises.
        """
        saved = replace(saved, name=saved.name.strip())
        with self._store.writing(actor=by.name, action="saved_filter.put") as work:
            every = work.tables.saved_filter.all()
            known = next((one for one in every if one.id == saved.id), None)
            _check_owner(known or saved, by)
            check_filter(saved, seen_by(every, saved.officer_id))
            order_no = known.order_no if known else max((f.order_no for f in every), default=0) + 1
            saved = replace(saved, order_no=order_no)
            if saved != known:
                work.tables.saved_filter.put(saved)
        return Done(saved, work.changes)

    def remove(self, filter_id: str, *, by: Actor) -> Done[None]:
        """Take a filter out of the list; raises RecordUnknown, SavedFilterNotYours."""
        with self._store.writing(actor=by.name, action="saved_filter.remove") as work:
            known = work.tables.saved_filter.by_id(filter_id)
            if known is None:
                raise RecordUnknown("saved_filter", filter_id)
            _check_owner(known, by)
            work.tables.saved_filter.remove(filter_id)
        return Done(None, work.changes)


def _check_owner(saved: SavedFilter, by: Actor) -> None:
    if saved.officer_id not in {None, by.officer_id}:
        raise SavedFilterNotYours(saved.name)
