"""Slots, swaps and people of a roster, for tests of every layer."""

from datetime import date

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import PRIMARY_POST, RosterSlot
from dutydesk.domain.roster_edit import DraftSlot, DraftSwap, DraftUndo, RosterPerson
from dutydesk.domain.shift import ShiftKind

CLI = Actor("cli")


def nov(day: int) -> date:
    return date(2026, 11, day)


def draft_slot(
    day: date, person: str | RosterPerson = "甲某", post_id: str = PRIMARY_POST, **changes: object
) -> DraftSlot:
    values: dict[str, object] = {
        "id": f"{day}-{post_id}",
        "duty_date": day,
        "shift": ShiftKind.FULL,
        "post_id": post_id,
        "seat": 1,
        "person": RosterPerson(person) if isinstance(person, str) else person,
    }
    return DraftSlot(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def put(
    room: DutyRoom, day: date, person: str, post_id: str = PRIMARY_POST, **changes: object
) -> RosterSlot:
    return room.roster.put(draft_slot(day, person, post_id, **changes), by=CLI).value


def swap(one: RosterSlot, other: RosterSlot, swap_id: str = "w1") -> DraftSwap:
    return DraftSwap(swap_id, one.id, "出差", "丙某", other_slot_id=other.id)


def substitute(one: RosterSlot, person: str, swap_id: str = "w1") -> DraftSwap:
    return DraftSwap(swap_id, one.id, "生病", "丙某", person=RosterPerson(person))


def undo(swap_id: str = "w1", undo_id: str = "u1") -> DraftUndo:
    return DraftUndo(undo_id, swap_id, "不去了", "丙某")
