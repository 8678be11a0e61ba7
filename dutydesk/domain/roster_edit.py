"""Changing who keeps a slot: who is meant, what is refused, 调班, 替班 and taking them back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import RosterSlot, SlotSource
from dutydesk.domain.roster_refusals import (
    RosterFrozen,
    RosterPersonMissing,
    RosterPersonTwice,
    RosterPublished,
    RosterSwapOnly,
    RosterTextTooLong,
    SwapChangesNothing,
    SwapConsentMissing,
    SwapReasonMissing,
)
from dutydesk.domain.roster_view import SeatChange
from dutydesk.domain.shift import ShiftKind, ShiftSlot

MAX_FIELD = 500


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """Who is meant for a seat: on file by an id, or only by the name as written."""

    name: str
    member_id: str | None = None
    contact_id: str | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DraftSlot:
    """A seat as somebody fills it; ``id`` is used where the seat was empty."""

    id: str
    duty_date: date
    shift: ShiftKind
    post_id: str
    seat: int
    person: RosterPerson
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftSwap:
    """A change to be filed: two change places (``other_slot_id``), or ``person`` stands in.

    ``id`` is made by the form, so that filing twice writes once.
    """

    id: str
    slot_id: str
    reason: str
    agreed_by: str
    other_slot_id: str | None = None
    person: RosterPerson | None = None


@dataclass(frozen=True, slots=True)
class DraftUndo:
    """Taking a swap back; ``id`` as above."""

    id: str
    swap_id: str
    reason: str
    agreed_by: str


def check_texts(**texts: str) -> None:
    """Raise RosterTextTooLong for what is longer than is kept."""
    for name, text in texts.items():
        if len(text) > MAX_FIELD:
            raise RosterTextTooLong(name, len(text), MAX_FIELD)


def check_put(change: SeatChange, hours: ShiftSlot, person: str) -> None:
    """Accept that a seat is put or emptied; ``person`` has it in a draft.

    Raises RosterFrozen, RosterPublished, RosterSwapOnly.
    """
    if change is SeatChange.FROZEN:
        raise RosterFrozen(hours.duty_date, hours.kind)
    if change is SeatChange.SWAP and person:
        raise RosterSwapOnly(hours.duty_date, person)
    if change is SeatChange.SWAP:
        raise RosterPublished(hours.duty_date)


def check_filing(reason: str, agreed_by: str) -> None:
    """Accept the words of a swap; raises SwapReasonMissing, SwapConsentMissing, too long."""
    if not reason.strip():
        raise SwapReasonMissing
    if not agreed_by.strip():
        raise SwapConsentMissing
    check_texts(reason=reason, agreed_by=agreed_by)


def exchanged(one: RosterSlot, other: RosterSlot) -> tuple[RosterSlot, RosterSlot]:
    """Return two slots whose people changed places; raises SwapChangesNothing."""
    if name_key(one.person) == name_key(other.person):
        raise SwapChangesNothing(one.person)
    return _given(one, person_of(other)), _given(other, person_of(one))


def stood_in(slot: RosterSlot, person: RosterPerson) -> RosterSlot:
    """Return a slot that somebody else keeps; raises RosterPersonMissing, SwapChangesNothing."""
    if not person.name.strip():
        raise RosterPersonMissing
    check_texts(person=person.name)
    if name_key(slot.person) == name_key(person.name):
        raise SwapChangesNothing(slot.person)
    return _given(slot, person)


def check_once(changed: Iterable[RosterSlot], standing: Iterable[RosterSlot]) -> None:
    """Accept that nobody has two seats of one shift; raises RosterPersonTwice.

    ``standing`` are all slots of the days as they are; those of the same id count as changed.
    """
    new = {one.id: one for one in changed}
    all_slots = [*new.values(), *(one for one in standing if one.id not in new)]
    for slot in new.values():
        for other in all_slots:
            is_same_shift = (slot.duty_date, slot.shift) == (other.duty_date, other.shift)
            if other.id == slot.id or not is_same_shift:
                continue
            if name_key(other.person) == name_key(slot.person):
                raise RosterPersonTwice(slot.person, slot.duty_date, slot.shift)


def person_of(slot: RosterSlot) -> RosterPerson:
    """Return who has a slot."""
    return RosterPerson(slot.person, slot.member_id, slot.contact_id, slot.phone)


def _given(slot: RosterSlot, person: RosterPerson) -> RosterSlot:
    return replace(
        slot,
        person=person.name.strip(),
        member_id=person.member_id,
        contact_id=person.contact_id,
        phone=person.phone,
        source=SlotSource.SWAPPED,
    )
