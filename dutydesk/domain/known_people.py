"""The people on file while those of a file are matched with them.

Rules of cli.md: same name and unit, or same name and mobile, is the same person.
"""

from __future__ import annotations

from collections.abc import Iterable

from dutydesk.domain.contact_file import ReadPerson
from dutydesk.domain.contacts import AddressBook, Contact, ContactNumber, name_key
from dutydesk.domain.phone import NumberKind, ReadNumber, digits, masked


class KnownPeople:
    """Who is known, by name and by mobile; those of the file join as they are taken."""

    def __init__(self, book: AddressBook) -> None:
        self.contacts: dict[str, Contact] = {}
        self._numbers: dict[str, list[ContactNumber]] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_mobile: dict[str, list[str]] = {}
        for contact in book.contacts:
            self.know(contact)
        for number in sorted(book.numbers, key=lambda n: n.order_no):
            if number.contact_id in self.contacts:
                self.know_number(number)

    def know(self, contact: Contact) -> None:
        """Take a new or changed contact; under a changed name they are found by that too."""
        known = self._by_name.setdefault(name_key(contact.name), [])
        if contact.id not in known:
            known.append(contact.id)
        self.contacts[contact.id] = contact

    def know_number(self, number: ContactNumber) -> None:
        """Take a number."""
        self._numbers.setdefault(number.contact_id, []).append(number)
        if number.kind is NumberKind.MOBILE and not number.is_doubtful:
            owners = self._by_mobile.setdefault(number.number, [])
            if number.contact_id not in owners:
                owners.append(number.contact_id)

    def numbers_of(self, contact_id: str) -> tuple[ContactNumber, ...]:
        """Return the numbers of somebody as they stand now."""
        return tuple(self._numbers.get(contact_id, ()))

    def has_number(self, contact_id: str, number: ReadNumber) -> bool:
        """Tell whether somebody has this very number already."""
        return any(is_same_number(old, number) for old in self.numbers_of(contact_id))

    def match(self, person: ReadPerson, unit_id: str | None) -> Contact | None:
        """Find the same person: by unit, by mobile, or by any number where no unit is known."""
        namesakes = self._namesakes(person)
        same_unit = [c for c in namesakes if unit_id is not None and c.unit_id == unit_id]
        mobiles = mobiles_of(person)
        same_mobile = [
            c for c in namesakes if any(c.id in self._by_mobile.get(m, ()) for m in mobiles)
        ]
        both = [c for c in same_unit if c in same_mobile]
        for found in (both, same_unit, same_mobile):
            if found:
                return self._stayed(found[0])
        if unit_id is None:
            same = (c for c in namesakes if self._is_same_without_unit(c, person))
            found_one = next(same, None)
            return found_one and self._stayed(found_one)
        return None

    def _stayed(self, contact: Contact) -> Contact:
        """Return into whom somebody on file twice was merged."""
        seen: set[str] = set()
        while contact.merged_into in self.contacts and contact.id not in seen:
            seen.add(contact.id)
            contact = self.contacts[contact.merged_into]
        return contact

    def owners(self, person: ReadPerson) -> list[tuple[str, Contact]]:
        """Return each mobile of a person that somebody else has, with the first who has it."""
        return [
            (mobile, self.contacts[owners[0]])
            for mobile in mobiles_of(person)
            if (owners := self._by_mobile.get(mobile))
        ]

    def numberless_namesake(self, person: ReadPerson) -> Contact | None:
        """Return a namesake of another unit, where no number tells the two apart."""
        return next(
            (
                c
                for c in self._namesakes(person)
                if not person.numbers or not self.numbers_of(c.id)
            ),
            None,
        )

    def _namesakes(self, person: ReadPerson) -> list[Contact]:
        key = name_key(person.name)
        found = (self.contacts[i] for i in self._by_name.get(key, ()))
        return [contact for contact in found if name_key(contact.name) == key]

    def _is_same_without_unit(self, contact: Contact, person: ReadPerson) -> bool:
        own = _rung(number.number for number in self.numbers_of(contact.id))
        read = _rung(number.number for number in person.numbers)
        return contact.unit_id is None and (not own or not read or not own.isdisjoint(read))


def mobiles_of(person: ReadPerson) -> list[str]:
    """Return the mobiles of a person that nothing is wrong with."""
    return [n.number for n in person.numbers if n.kind is NumberKind.MOBILE and n.doubt is None]


def is_same_number(old: ContactNumber, new: ReadNumber) -> bool:
    """Compare by digits; a kind only concluded from them, or a masked mobile, is nothing new."""
    if "*" in new.number and masked(old.number) == new.number:
        return True
    is_same = (digits(old.number) or old.number) == (digits(new.number) or new.number)
    return is_same and (old.kind is new.kind or not new.is_kind_certain)


def _rung(numbers: Iterable[str]) -> set[str]:
    return {digits(number) or number for number in numbers}
