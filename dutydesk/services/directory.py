"""Composes the directory (通讯录) from units, people and their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.contacts import ContactCard, ContactRole, Unit, cards, in_tree_order
from dutydesk.domain.instants import china
from dutydesk.domain.paper_directory import Directory, DirectoryPerson, DirectoryUnit
from dutydesk.domain.phone import NumberKind
from dutydesk.store.store import Store
from dutydesk.wording.contacts import CONTACT_ROLES, DIRECTORY_TITLE, WITHOUT_UNIT


class DirectoryService:
    """Reads what stands on the directory."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def directory(self, *, is_masked: bool = False) -> Directory:
        """Return units in tree order with their people; an empty address book prints 无."""
        with self._store.reading() as tables:
            room = tables.room.get()
            book = tables.contacts.book()
            phone, fax = (str(tables.setting.get(key) or "") for key in ("duty_phone", "duty_fax"))
        in_service = [card for card in cards(book) if not card.contact.is_retired]
        changed = [c.updated_at for c in book.contacts if c.updated_at is not None]
        return Directory(
            unit=room.unit,
            title=DIRECTORY_TITLE,
            is_practice=room.is_practice,
            is_masked=is_masked,
            as_of=china(max(changed)).date() if changed else None,
            duty_phone=phone,
            fax=fax,
            units=_units(book.units, in_service),
        )


def _units(units: Sequence[Unit], in_service: Sequence[ContactCard]) -> tuple[DirectoryUnit, ...]:
    by_unit: dict[str | None, list[ContactCard]] = {}
    for card in in_service:
        by_unit.setdefault(card.contact.unit_id, []).append(card)
    ordered = in_tree_order(units)
    printed = [
        _unit(unit.name, depth, by_unit.get(unit.id, []))
        for place, (unit, depth) in enumerate(ordered)
        if _has_people(ordered[place:], depth, by_unit)
    ]
    known = {unit.id for unit in units}
    without = [card for unit_id in by_unit if unit_id not in known for card in by_unit[unit_id]]
    if without:
        printed.append(_unit(WITHOUT_UNIT, 0, without))
    return tuple(printed)


def _has_people(
    rest: Sequence[tuple[Unit, int]], depth: int, by_unit: dict[str | None, list[ContactCard]]
) -> bool:
    """Tell whether the unit at the head, or one below it, has people: others are not printed."""
    for place, (unit, below) in enumerate(rest):
        if place > 0 and below <= depth:
            return False
        if by_unit.get(unit.id):
            return True
    return False


def _unit(name: str, depth: int, people: Sequence[ContactCard]) -> DirectoryUnit:
    """Return a unit; a duty room gives its numbers to the head line and is no person."""
    rooms = [card for card in people if card.contact.duty_role is ContactRole.DUTY_ROOM]
    duty = [card for card in (rooms or people) if card.number(NumberKind.DUTY)]
    answering = [card for card in rooms if not card.number(NumberKind.MOBILE)]
    duty_phone = duty[0].number(NumberKind.DUTY) if duty and (rooms or len(duty) == 1) else ""
    return DirectoryUnit(
        name=name,
        depth=depth,
        duty_phone=duty_phone,
        fax=next((fax for card in rooms if (fax := card.number(NumberKind.FAX))), ""),
        people=tuple(_person(card, duty_phone) for card in people if card not in answering),
    )


def _person(card: ContactCard, duty_phone: str) -> DirectoryPerson:
    contact = card.contact
    own_duty = card.number(NumberKind.DUTY)
    other_duty = own_duty if own_duty != duty_phone else ""
    role = CONTACT_ROLES[contact.duty_role] if contact.duty_role else ""
    return DirectoryPerson(
        name=contact.name,
        post=contact.post,
        duty_role=role if role != contact.post else "",
        role_pair=contact.role_pair.value if contact.role_pair else "",
        office_phone=card.number(NumberKind.OFFICE) or other_duty,
        mobile=card.number(NumberKind.MOBILE),
        fax=card.number(NumberKind.FAX),
        note=contact.note,
    )
