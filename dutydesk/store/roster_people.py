"""Who stands on a roster, as far as members, contacts and officers know them.

Rules of this file: a name is a member, an officer, or one contact; of several contacts of one name
the telephone written beside it decides, and without it none is taken for the person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dutydesk.domain.contacts import ContactCard, name_key
from dutydesk.domain.officer import Officer
from dutydesk.domain.phone import NumberKind, digits
from dutydesk.domain.roster import RosterMember, RosterSlot
from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.store.tables import Tables

_CALLED_FIRST = (NumberKind.MOBILE, NumberKind.DUTY, NumberKind.OFFICE)


class PeopleOnFile:
    """Everybody of some names that the room knows."""

    def __init__(self, tables: Tables, names: Iterable[str], contact_ids: Iterable[str]) -> None:
        members = tables.roster.members()
        wanted = {one.contact_id for one in members if one.contact_id} | set(contact_ids)
        named = set(names) | {one.name for one in members}
        spelt = named | {name_key(one) for one in named}
        found = tables.contacts.by_ids(wanted | set(tables.roster.contacts_named(spelt)))
        self._cards = {one.contact.id: one for one in tables.contacts.cards_of(found)}
        self._members = {one.id: one for one in members}
        self._member_by_name = {name_key(one.name): one for one in members}
        self._officers: dict[str, Officer] = {
            name_key(one.name): one for one in tables.officer.all() if one.is_active
        }
        self._named: dict[str, list[ContactCard]] = {}
        for card in self._cards.values():
            if not card.contact.is_retired:
                self._named.setdefault(name_key(card.contact.name), []).append(card)

    def phone_of(self, slot: RosterSlot) -> str:
        """Return the number to call: on file, else as the roster was written."""
        member = self._members.get(slot.member_id or "")
        contact_id = slot.contact_id or (member.contact_id if member else None)
        on_file = _number(self._cards.get(contact_id or "")) or self._phone_by_name(slot.person)
        return on_file or slot.phone or (member.phone if member else "")

    def is_on_file(self, name: str) -> bool:
        """Tell whether a member, an officer or a contact has this name."""
        key = name_key(name)
        return key in self._member_by_name or key in self._officers or key in self._named

    def member(self, name: str) -> RosterMember | None:
        """Return the member of a name."""
        return self._member_by_name.get(name_key(name))

    def known(self, person: RosterPerson) -> RosterPerson:
        """Return the person with the ids of who is meant, as far as one can be told."""
        member = self._members.get(person.member_id or "") or self.member(person.name)
        contact_id = person.contact_id or (member.contact_id if member else None)
        return replace(
            person,
            name=person.name.strip(),
            member_id=member.id if member else None,
            contact_id=contact_id or self.contact_of(person),
        )

    def contact_of(self, person: RosterPerson) -> str | None:
        """Return the contact named with the person, else the one that name and number tell."""
        if person.contact_id is not None:
            return person.contact_id
        cards = self._named.get(name_key(person.name), [])
        wanted = digits(person.phone)
        with_number = [
            card
            for card in cards
            if wanted and any(digits(n.number) == wanted for n in card.numbers)
        ]
        meant = with_number or cards
        return meant[0].contact.id if len(meant) == 1 else None

    def _phone_by_name(self, name: str) -> str:
        officer = self._officers.get(name_key(name))
        if officer is not None and officer.phone:
            return officer.phone
        cards = self._named.get(name_key(name), [])
        return _number(cards[0]) if len(cards) == 1 else ""


def people_on(tables: Tables, slots: Iterable[RosterSlot]) -> PeopleOnFile:
    """Return everybody on some slots."""
    slots = tuple(slots)
    return PeopleOnFile(
        tables,
        {one.person for one in slots},
        {one.contact_id for one in slots if one.contact_id},
    )


def _number(card: ContactCard | None) -> str:
    if card is None:
        return ""
    return card.first_number(*_CALLED_FIRST)
