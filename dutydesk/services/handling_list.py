"""Use cases of the unit's lists of parties, first actions and HQs: put, move, switch off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar, cast

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Ids
from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handling_list import HandlingLine, checked, moved
from dutydesk.domain.incident_notice import NotifiedParty
from dutydesk.domain.initial_action import InitialAction
from dutydesk.domain.officer import Actor
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.store.unit_list import UnitListTable

H = TypeVar("H", bound=HandlingLine)
_Find = Callable[[Tables], UnitListTable[H]]


class HandlingListService:
    """What an administrator does with the three lists; a new line stands behind all others."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a new line."""
        return self._ids.new()

    def parties(self) -> list[NotifiedParty]:
        """Return who is told, also what is switched off."""
        return self._all(_parties)

    def actions(self) -> list[InitialAction]:
        """Return what is done first, also what is switched off."""
        return self._all(_actions)

    def hqs(self) -> list[CommandHq]:
        """Return who commands, also what is switched off."""
        return self._all(_hqs)

    def put_party(self, line: NotifiedParty, *, by: Actor) -> Done[NotifiedParty]:
        """Write a line of who is told; raises what ``checked`` raises."""
        return self._put(_parties, line, by, action="notified_party.put")

    def put_action(self, line: InitialAction, *, by: Actor) -> Done[InitialAction]:
        """Write a line of what is done first; raises what ``checked`` raises."""
        return self._put(_actions, line, by, action="initial_action.put")

    def put_hq(self, line: CommandHq, *, by: Actor) -> Done[CommandHq]:
        """Write a line of who commands; raises what ``checked`` raises."""
        return self._put(_hqs, line, by, action="command_hq.put")

    def move_party(self, line_id: str, steps: int, *, by: Actor) -> Done[None]:
        """Move a line of who is told; raises RecordUnknown."""
        return self._move(_parties, (line_id, steps), by, action="notified_party.put")

    def move_action(self, line_id: str, steps: int, *, by: Actor) -> Done[None]:
        """Move a line of what is done first; raises RecordUnknown."""
        return self._move(_actions, (line_id, steps), by, action="initial_action.put")

    def move_hq(self, line_id: str, steps: int, *, by: Actor) -> Done[None]:
        """Move a line of who commands; raises RecordUnknown."""
        return self._move(_hqs, (line_id, steps), by, action="command_hq.put")

    def _all(self, find: _Find[H]) -> list[H]:
        with self._store.reading() as tables:
            return sorted(find(tables).all(), key=lambda one: one.order_no)

    def _put(self, find: _Find[H], line: H, by: Actor, *, action: str) -> Done[H]:
        with self._store.writing(actor=by.name, action=action) as work:
            table = find(work.tables)
            others = table.all()
            line = checked(line, others)
            if not line.order_no:
                last = max((one.order_no for one in others), default=0)
                line = cast("H", replace(cast("Any", line), order_no=last + 1))
            kept = table.put(line, self._ids)
        return Done(kept, work.changes)

    def _move(
        self, find: _Find[H], move: tuple[str, int], by: Actor, *, action: str
    ) -> Done[None]:
        line_id, steps = move
        with self._store.writing(actor=by.name, action=action) as work:
            table = find(work.tables)
            line = next((one for one in table.all() if one.id == line_id), None)
            if line is None:
                raise RecordUnknown("handling_line", line_id)
            # A shipped line gets an id of its own with the first change.
            own = table.put(line, self._ids)
            for one in moved(table.all(), own.id, steps):
                table.put(one, self._ids)
        return Done(None, work.changes)


def _parties(tables: Tables) -> UnitListTable[NotifiedParty]:
    return tables.incident_handling.parties


def _actions(tables: Tables) -> UnitListTable[InitialAction]:
    return tables.incident_handling.actions


def _hqs(tables: Tables) -> UnitListTable[CommandHq]:
    return tables.incident_handling.hqs
