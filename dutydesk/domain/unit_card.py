"""A unit at a glance: where it belongs, how its duty room is reached, who heads it, how many.

Rules of this file: a unit's own duty telephone and fax are the numbers of a contact with the role
值班室; there is no second place for them.
"""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, ContactRole, Unit
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberKind

_RINGING = (NumberKind.DUTY, NumberKind.OFFICE, NumberKind.OTHER, NumberKind.MOBILE)


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit with its duty room, its heads and its counts."""

    unit: Unit
    path: tuple[str, ...]
    duty_phone: ContactNumber | None = None
    fax: ContactNumber | None = None
    heads: tuple[ContactCard, ...] = ()
    people: int = 0
    stale: int = 0


def duty_room_of(unit_id: str, people: Sequence[ContactCard]) -> ContactCard | None:
    """Return the duty room among the people of a unit itself."""
    own = (card for card in people if card.contact.unit_id == unit_id)
    return next((c for c in own if c.contact.duty_role is ContactRole.DUTY_ROOM), None)


def duty_number(people: Sequence[ContactCard], unit_id: str) -> ContactNumber | None:
    """Return the number one would ring to reach a unit at any hour.

    That of its duty room, else the only duty telephone that anybody of it has.
    """
    room = duty_room_of(unit_id, people)
    if room is not None:
        ringing = [one for one in room.numbers if one.kind in _RINGING]
        ringing.sort(key=lambda n: (n.is_doubtful, _RINGING.index(n.kind), n.order_no))
        return ringing[0] if ringing else None
    own = [card for card in people if card.contact.unit_id == unit_id]
    duty = [one for card in own for one in card.numbers if one.kind is NumberKind.DUTY]
    return duty[0] if len({one.number for one in duty}) == 1 else None


def fax_number(people: Sequence[ContactCard], unit_id: str) -> ContactNumber | None:
    """Return the fax of a unit's duty room."""
    room = duty_room_of(unit_id, people)
    found = (one for one in room.numbers if one.kind is NumberKind.FAX) if room else iter(())
    return next(found, None)


def heads_of(people: Sequence[ContactCard], unit_id: str) -> tuple[ContactCard, ...]:
    """Return who heads a unit, then who is in charge of it, by any of their roles."""
    found = [
        (place, card)
        for card in people
        for place, role in enumerate((ContactRole.HEAD, ContactRole.DEPUTY_IN_CHARGE))
        if (unit_id, role) in _roles(card)
    ]
    return tuple(card for _, card in sorted(found, key=lambda one: one[0]))


def new_duty_room(unit: Unit, contact_id: str, name: str) -> Contact:
    """Return a duty room that a unit did not have."""
    return Contact(contact_id, name, unit.id, duty_role=ContactRole.DUTY_ROOM)


def _roles(card: ContactCard) -> set[tuple[str | None, ContactRole | None]]:
    first = (card.contact.unit_id, card.contact.duty_role)
    return {first, *((one.role.unit_id, one.role.duty_role) for one in card.roles)}
