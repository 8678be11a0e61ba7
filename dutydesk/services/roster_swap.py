"""Use cases of swaps: 调班, 替班 and taking them back, each with consent, reason and a trace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import RosterSlot, RosterSwap, SwapKind
from dutydesk.domain.roster_edit import (
    DraftSwap,
    DraftUndo,
    check_filing,
    check_once,
    exchanged,
    stood_in,
)
from dutydesk.domain.roster_refusals import RosterFrozen, SwapBuiltOn, SwapUndone
from dutydesk.domain.roster_view import SwapView
from dutydesk.store import casebook, logbook, roster_book
from dutydesk.store.roster import SLOT
from dutydesk.store.roster_people import PeopleOnFile
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import roster as words


class RosterSwapService:
    """What an officer does when somebody cannot keep the shift that is his."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def swaps(self, first: date, last: date) -> tuple[SwapView, ...]:
        """Return the swaps of slots of a span, in the order of filing."""
        with self._store.reading() as tables:
            return roster_book.swap_views(tables, first, last, self._clock.now())

    def file(self, draft: DraftSwap, *, by: Actor) -> Done[RosterSwap]:
        """Let two people change places, or somebody stand in; the same draft twice writes once.

        Raises RecordUnknown, SwapReasonMissing, SwapConsentMissing, SwapChangesNothing,
        RosterFrozen, RosterPersonMissing, RosterPersonTwice and RosterTextTooLong.
        """
        check_filing(draft.reason, draft.agreed_by)
        with self._store.writing(actor=by.name, action="roster.swap") as work:
            tables = work.tables
            known = tables.roster.swap(draft.id)
            if known is not None:
                return Done(known, Changes())
            old = [_slot(tables, draft.slot_id)]
            if draft.other_slot_id is not None:
                old.append(_slot(tables, draft.other_slot_id))
                new = list(exchanged(*old))
            elif draft.person is not None:
                people = PeopleOnFile(
                    tables, [draft.person.name], filter(None, [draft.person.contact_id])
                )
                new = [stood_in(old[0], people.known(draft.person))]
            else:
                raise BadInput("person", "")
            self._check_open(tables, old)
            check_once(new, roster_book.slots_around(tables, new))
            swap = self._made(tables, draft, (old, new), by)
            self._write(tables, swap, new, by)
        return Done(swap, work.changes)

    def undo(self, draft: DraftUndo, *, by: Actor) -> Done[RosterSwap]:
        """Put the roster back exactly as it was before a swap; the same draft twice writes once.

        Raises RecordUnknown, SwapReasonMissing, SwapConsentMissing, SwapUndone, SwapBuiltOn,
        RosterFrozen and RosterPersonTwice.
        """
        check_filing(draft.reason, draft.agreed_by)
        with self._store.writing(actor=by.name, action="roster.undo") as work:
            tables = work.tables
            known = tables.roster.swap(draft.id)
            if known is not None:
                return Done(known, Changes())
            swap = tables.roster.swap(draft.swap_id)
            if swap is None:
                raise RecordUnknown("roster_swap", draft.swap_id)
            if swap.kind is SwapKind.UNDO or swap.id in tables.roster.undone():
                raise SwapUndone(swap.filed_at)
            old, new = list(roster_book.after(swap)), list(roster_book.before(swap))
            if not roster_book.stands(tables, swap):
                raise SwapBuiltOn(old[0].person, old[0].duty_date)
            self._check_open(tables, old)
            check_once(new, roster_book.slots_around(tables, new))
            undo = self._undo_of(tables, swap, draft, by)
            self._write(tables, undo, new, by)
        return Done(undo, work.changes)

    def _check_open(self, tables: Tables, slots: Sequence[RosterSlot]) -> None:
        layout, now = roster_book.frame(tables), self._clock.now()
        for slot in slots:
            if layout.hours_of(slot.duty_date, slot.shift).starts_at <= now:
                raise RosterFrozen(slot.duty_date, slot.shift)

    def _made(
        self,
        tables: Tables,
        draft: DraftSwap,
        change: tuple[Sequence[RosterSlot], Sequence[RosterSlot]],
        by: Actor,
    ) -> RosterSwap:
        old, new = change
        return RosterSwap(
            id=draft.id,
            kind=SwapKind.SUBSTITUTE if draft.other_slot_id is None else SwapKind.SWAP,
            slot_id=draft.slot_id,
            from_person=old[0].person,
            to_person=new[0].person,
            reason=draft.reason.strip(),
            agreed_by=draft.agreed_by.strip(),
            filed_at=self._clock.now(),
            recorder=_recorder_name(tables, by),
            other_slot_id=draft.other_slot_id,
            before=_rows(old),
            after=_rows(new),
        )

    def _undo_of(
        self, tables: Tables, swap: RosterSwap, draft: DraftUndo, by: Actor
    ) -> RosterSwap:
        return RosterSwap(
            id=draft.id,
            kind=SwapKind.UNDO,
            slot_id=swap.slot_id,
            from_person=swap.to_person,
            to_person=swap.from_person,
            reason=draft.reason.strip(),
            agreed_by=draft.agreed_by.strip(),
            filed_at=self._clock.now(),
            recorder=_recorder_name(tables, by),
            other_slot_id=swap.other_slot_id,
            undoes=swap.id,
            before=swap.after,
            after=swap.before,
        )

    def _write(
        self, tables: Tables, swap: RosterSwap, slots: Sequence[RosterSlot], by: Actor
    ) -> None:
        tables.roster.append_swap(swap)
        for slot in slots:
            tables.roster.put_slot(slot)
        names = {one.id: one.name for one in roster_book.posts(tables)}
        text = words.swap_line(swap, roster_book.before(swap), names)
        self._tell(tables, text, swap.filed_at, by)

    def _tell(self, tables: Tables, text: str, now: datetime, by: Actor) -> None:
        recorder = logbook.recorder_for(tables, by, tables.shift.running())
        entry = DraftEntry(id=self._ids.new(), kind=EntryKind.OTHER, text=text, at=now)
        casebook.log_line(tables, entry, recorder, now, self._ids)


def _slot(tables: Tables, slot_id: str) -> RosterSlot:
    found = tables.roster.slot(slot_id)
    if found is None:
        raise RecordUnknown("roster_slot", slot_id)
    return found


def _rows(slots: Sequence[RosterSlot]) -> tuple[dict[str, Any], ...]:
    return tuple(SLOT.to_row(one) for one in slots)


def _recorder_name(tables: Tables, by: Actor) -> str:
    return logbook.recorder_for(tables, by, tables.shift.running()).name
