"""Trying a roster out, and counting duties over any span: neither writes anything."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster_count import DutyCount, duty_counts
from dutydesk.domain.roster_proposal import RosterOrder, RosterTrial
from dutydesk.store import roster_book, roster_making
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


class _TakenBack(Exception):
    """Ends the transaction of a trial without writing it."""


class RosterTrialService:
    """What an officer looks at before a roster is taken, and to see that it is fair."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def propose(self, order: RosterOrder, *, by: Actor) -> RosterTrial:
        """Return what generating would make of a span.

        It is generated in full and taken back: what is shown is what will be written. Raises what
        ``RosterService.generate`` raises.
        """
        made: list[RosterTrial] = []
        try:
            with self._store.writing(actor=by.name, action="roster.generate") as work:
                now = self._clock.now()
                roster_making.generate(work.tables, order, now, self._ids)
                made.append(self._trial(work.tables, order))
                _take_back()
        except _TakenBack:
            pass
        return made[0]

    def counts(self, first: date, last: date) -> tuple[DutyCount, ...]:
        """Return the duties of everybody in a span, both days included."""
        with self._store.reading() as tables:
            return _counts(tables, first, last)

    def _trial(self, tables: Tables, order: RosterOrder) -> RosterTrial:
        now = self._clock.now()
        days, _, _ = roster_book.day_views(tables, order.first, order.last, now)
        found = roster_making.findings(tables, order.first, order.last, now)
        return RosterTrial(order, days, found, _counts(tables, order.first, order.last))


def _take_back() -> NoReturn:
    raise _TakenBack


def _counts(tables: Tables, first: date, last: date) -> tuple[DutyCount, ...]:
    slots = tables.roster.slots(first, last)
    leave = roster_book.comp_leave(tables)
    return duty_counts(slots, tables.roster.members(), roster_book.calendar(tables), leave)
