"""Use cases of the unit's kinds of warnings: put, move, switch off."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.warning_kind import WarningKind, check_kind
from dutydesk.store.store import Store


class WarningKindService:
    """What an administrator does with the list; a new kind stands behind all others."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a new kind."""
        return self._ids.new()

    def kinds(self) -> list[WarningKind]:
        """Return every kind in the unit's order, also what is switched off."""
        with self._store.reading() as tables:
            return sorted(tables.warning_kind.all(), key=lambda one: one.order_no)

    def put(self, kind: WarningKind, *, by: Actor) -> Done[WarningKind]:
        """Write a kind, new or changed; raises WarningKindUnfit."""
        with self._store.writing(actor=by.name, action="warning_kind.put") as work:
            table = work.tables.warning_kind
            others = table.all()
            kind = replace(kind, name=kind.name.strip())
            check_kind(kind, others)
            if not kind.order_no:
                last = max((one.order_no for one in others), default=0)
                kind = replace(kind, order_no=last + 1)
            if kind in others:
                return Done(kind, Changes())
            kept = table.put(kind, self._ids)
        return Done(kept, work.changes)

    def move(self, kind_id: str, steps: int, *, by: Actor) -> Done[None]:
        """Move a kind up or down the list by one place; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="warning_kind.put") as work:
            table = work.tables.warning_kind
            kinds = sorted(table.all(), key=lambda one: one.order_no)
            at = next((at for at, one in enumerate(kinds) if one.id == kind_id), None)
            if at is None:
                raise RecordUnknown("handling_line", kind_id)
            to = at + (1 if steps > 0 else -1)
            if not 0 <= to < len(kinds):
                return Done(None, Changes())
            one, other = kinds[at], kinds[to]
            # The first change gives every line an id of its own: the second is looked up by name.
            table.put(replace(one, order_no=other.order_no), self._ids)
            other = next(line for line in table.all() if line.name == other.name)
            table.put(replace(other, order_no=one.order_no), self._ids)
        return Done(None, work.changes)
