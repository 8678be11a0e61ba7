"""Composes the directory (通讯录) from units, people and their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dutydesk.domain.clock import Clock
from dutydesk.domain.contact_state import is_expired
from dutydesk.domain.contacts import (
    Contact,
    ContactCard,
    ContactRole,
    FurtherRole,
    Unit,
    UnitKind,
    cards,
    in_tree_order,
)
from dutydesk.domain.hq_member import HqMember
from dutydesk.domain.instants import china
from dutydesk.domain.paper_directory import Directory, DirectoryPerson, DirectoryUnit
from dutydesk.domain.phone import NumberKind
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.contact_card import HQ_PART
from dutydesk.wording.contacts import CONTACT_ROLES, DIRECTORY_TITLE, UNIT_KINDS, WITHOUT_UNIT

_MOBILE = re.compile(r"1\d{10}")


class DirectoryService:
    """Reads what stands on the directory."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def directory(self, *, is_masked: bool = False) -> Directory:
        """Return units in tree order with their people; an empty address book prints 无."""
        with self._store.reading() as tables:
            room = tables.room.get()
            book = tables.contacts.book()
            phone, fax = (str(tables.setting.get(key) or "") for key in ("duty_phone", "duty_fax"))
            today = china(self._clock.now()).date()
            hqs = self._hqs(tables)
        in_service = [card for card in cards(book) if _is_listed(card.contact, today)]
        changed = [c.updated_at for c in book.contacts if c.updated_at is not None]
        return Directory(
            unit=room.unit,
            title=DIRECTORY_TITLE,
            is_practice=room.is_practice,
            is_masked=is_masked,
            as_of=china(max(changed)).date() if changed else None,
            duty_phone=phone,
            fax=fax,
            units=(*_units(book.units, in_service), *hqs),
        )

    def _hqs(self, tables: Tables) -> list[DirectoryUnit]:
        """Return the HQs that have members, under one head line."""
        members = tables.hq_member.all()
        known = [tables.contacts.contact(one.contact_id) for one in members if one.contact_id]
        people = tables.contacts.cards_of([one for one in known if one is not None])
        cards_of = {card.contact.id: card for card in people}
        lists = tables.incident_handling.hqs.all()
        found = [
            DirectoryUnit(
                hq.name,
                1,
                hq.phone,
                people=tuple(
                    _member(one, cards_of.get(one.contact_id or ""))
                    for one in members
                    if one.hq_id == hq.id
                ),
            )
            for hq in lists
            if hq.is_active and any(one.hq_id == hq.id for one in members)
        ]
        return [DirectoryUnit(UNIT_KINDS[UnitKind.COMMAND_HQ]), *found] if found else []


def _units(units: Sequence[Unit], in_service: Sequence[ContactCard]) -> tuple[DirectoryUnit, ...]:
    by_unit: dict[str | None, list[ContactCard]] = {}
    for card in in_service:
        by_unit.setdefault(card.contact.unit_id, []).append(card)
        for shown in card.roles:
            if shown.role.unit_id not in {None, card.contact.unit_id}:
                by_unit.setdefault(shown.role.unit_id, []).append(_in_role(card, shown.role))
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


def _is_listed(contact: Contact, today: date) -> bool:
    return not contact.is_retired and not is_expired(contact, today)


def _in_role(card: ContactCard, role: FurtherRole) -> ContactCard:
    """Return somebody as a further role shows them, for the unit of that role."""
    contact = replace(
        card.contact,
        unit_id=role.unit_id,
        post=role.post,
        duty_role=role.duty_role,
        role_pair=role.role_pair,
    )
    return replace(card, contact=contact)


def _member(member: HqMember, card: ContactCard | None) -> DirectoryPerson:
    """Return a member of an HQ; who is of the contacts has the numbers that stand there."""
    if card is not None:
        person = _person(card, "")
        return replace(
            person, post=member.duty or person.post, duty_role=HQ_PART[member.part], role_pair=""
        )
    is_mobile = bool(_MOBILE.fullmatch(member.phone))
    return DirectoryPerson(
        name=member.name or member.unit,
        post=member.duty or (member.unit if member.name else ""),
        duty_role=HQ_PART[member.part],
        office_phone="" if is_mobile else member.phone,
        mobile=member.phone if is_mobile else "",
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
