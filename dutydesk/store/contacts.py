"""Units, contacts and their numbers on file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from dutydesk.domain.contacts import (
    AddressBook,
    Contact,
    ContactCard,
    ContactNumber,
    FurtherRole,
    Unit,
    cards,
)
from dutydesk.domain.instants import to_text
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

UNIT = Mapper(Unit, "unit")
CONTACT = Mapper(Contact, "contact")
CONTACT_NUMBER = Mapper(ContactNumber, "contact_number")
CONTACT_ROLE = Mapper(FurtherRole, "contact_role")

_ORDER = "ORDER BY order_no, rowid"
_AT_ONCE = 500


class ContactsTable:
    """Reads and writes the address book."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def book(self) -> AddressBook:
        """Return everything on file, retired people included."""
        return AddressBook(
            units=tuple(self.units()),
            contacts=tuple(self._contacts("")),
            numbers=tuple(self._numbers("")),
            roles=tuple(self._roles("")),
        )

    def units(self) -> list[Unit]:
        """Return all units."""
        found = self._rows.query(f"SELECT {UNIT.columns} FROM unit {_ORDER}")
        return [UNIT.from_row(row) for row in found]

    def unit(self, unit_id: str) -> Unit | None:
        """Return one unit."""
        row = self._rows.one(f"SELECT {UNIT.columns} FROM unit WHERE id = ?", (unit_id,))
        return UNIT.from_row(row) if row else None

    def contact(self, contact_id: str) -> Contact | None:
        """Return one contact."""
        found = self._contacts("WHERE id = ?", contact_id)
        return found[0] if found else None

    def by_ids(self, contact_ids: Iterable[str]) -> list[Contact]:
        """Return those of some contacts that are on file, in one statement however many."""
        found = self._rows.query(
            f"SELECT {CONTACT.columns} FROM contact"
            f" WHERE id IN (SELECT value FROM json_each(?)) {_ORDER}",
            (json.dumps(sorted(contact_ids)),),
        )
        return [CONTACT.from_row(row) for row in found]

    def numbers_of(self, contact_id: str) -> list[ContactNumber]:
        """Return the numbers of one contact in their order."""
        return self._numbers("WHERE contact_id = ?", contact_id)

    def in_units(self, unit_ids: Iterable[str]) -> list[Contact]:
        """Return the people of some units by any role, retired ones left out."""
        found: list[Contact] = []
        for some in _portions(list(unit_ids)):
            marks = ", ".join("?" * len(some))
            found += self._contacts(
                f"WHERE (unit_id IN ({marks}) OR id IN"
                f" (SELECT contact_id FROM contact_role WHERE unit_id IN ({marks})))"
                " AND NOT is_retired",
                *some,
                *some,
            )
        once = {contact.id: contact for contact in found}
        return sorted(once.values(), key=lambda contact: contact.order_no)

    def of_unit(self, unit_id: str | None) -> list[Contact]:
        """Return the people whose first role is in a unit itself, retired ones left out."""
        return self._contacts("WHERE unit_id IS ? AND NOT is_retired", unit_id)

    def pointing_at(self, contact_ids: Iterable[str]) -> list[Contact]:
        """Return who names one of these as the other of a pair."""
        ids = list(contact_ids)
        return self._contacts(f"WHERE pair_contact_id IN ({', '.join('?' * len(ids))})", *ids)

    def with_area(self) -> list[Contact]:
        """Return everybody in service who looks after an area."""
        return self._contacts("WHERE area <> '' AND NOT is_retired")

    def in_service(self) -> list[Contact]:
        """Return everybody who is not retired, in the order of the lists."""
        return self._contacts("WHERE NOT is_retired")

    def verified_between(self, since: datetime, until: datetime) -> list[Contact]:
        """Return whose numbers were last verified in a span, retired people included."""
        return self._contacts(
            "WHERE last_verified_at >= ? AND last_verified_at < ?", to_text(since), to_text(until)
        )

    def next_order_no(self) -> int:
        """Return the place behind every contact on file."""
        row = self._rows.one("SELECT coalesce(max(order_no), 0) + 1 FROM contact")
        return int(row[0]) if row else 1

    def cards_of(self, contacts: Sequence[Contact]) -> list[ContactCard]:
        """Return contacts with their numbers and unit names, in the order given."""
        numbers: list[ContactNumber] = []
        roles: list[FurtherRole] = []
        for some in _portions([contact.id for contact in contacts]):
            where = f"WHERE contact_id IN ({', '.join('?' * len(some))})"
            numbers += self._numbers(where, *some)
            roles += self._roles(where, *some)
        named = [*(one.unit_id for one in contacts), *(one.unit_id for one in roles)]
        units = self._upwards({unit_id for unit_id in named if unit_id is not None})
        return cards(AddressBook(tuple(units), tuple(contacts), tuple(numbers), tuple(roles)))

    def by_rowids(self, rowids: Sequence[int]) -> list[Contact]:
        """Return contacts by local number, in the order given."""
        return list(self.numbered(rowids).values())

    def numbered(self, rowids: Sequence[int]) -> dict[int, Contact]:
        """Return contacts under their local numbers, in the order given."""
        marks = ", ".join("?" * len(rowids))
        found = self._rows.query(
            f"SELECT rowid, {CONTACT.columns} FROM contact WHERE rowid IN ({marks})", rowids
        )
        by_rowid = {row[0]: CONTACT.from_row(row, 1) for row in found}
        return {rowid: by_rowid[rowid] for rowid in rowids if rowid in by_rowid}

    def rowids(self, *, is_retired: bool = False) -> list[int]:
        """Return the local numbers of everybody in service, or of everybody retired."""
        return self._rowids("is_retired = ?", int(is_retired))

    def put_unit(self, unit: Unit) -> None:
        """Write a unit."""
        self._rows.put(UNIT.table, UNIT.to_row(unit))

    def put(self, contact: Contact) -> int:
        """Write a contact; returns its local number."""
        return self._rows.put(CONTACT.table, CONTACT.to_row(contact))

    def put_number(self, number: ContactNumber) -> None:
        """Write a number."""
        self._rows.put(CONTACT_NUMBER.table, CONTACT_NUMBER.to_row(number))

    def remove_number(self, number: ContactNumber) -> None:
        """Take a number off file; the journal keeps it."""
        self._rows.remove(CONTACT_NUMBER.table, number.id)

    def _rowids(self, where: str, *parameters: object) -> list[int]:
        found = self._rows.query(f"SELECT rowid FROM contact WHERE {where} {_ORDER}", parameters)
        return [int(row[0]) for row in found]

    def _contacts(self, where: str, *parameters: object) -> list[Contact]:
        found = self._rows.query(
            f"SELECT {CONTACT.columns} FROM contact {where} {_ORDER}", parameters
        )
        return [CONTACT.from_row(row) for row in found]

    def _numbers(self, where: str, *parameters: object) -> list[ContactNumber]:
        found = self._rows.query(
            f"SELECT {CONTACT_NUMBER.columns} FROM contact_number {where} {_ORDER}", parameters
        )
        return [CONTACT_NUMBER.from_row(row) for row in found]

    def _roles(self, where: str, *parameters: object) -> list[FurtherRole]:
        found = self._rows.query(
            f"SELECT {CONTACT_ROLE.columns} FROM contact_role {where} {_ORDER}", parameters
        )
        return [CONTACT_ROLE.from_row(row) for row in found]

    def _upwards(self, unit_ids: set[str]) -> list[Unit]:
        """Return some units with everything above them."""
        known: dict[str, Unit] = {}
        wanted = unit_ids
        while wanted:
            for some in _portions(sorted(wanted)):
                marks = ", ".join("?" * len(some))
                rows = self._rows.query(
                    f"SELECT {UNIT.columns} FROM unit WHERE id IN ({marks})", some
                )
                known.update((unit.id, unit) for unit in map(UNIT.from_row, rows))
            parents = {u.parent_id for u in known.values() if u.parent_id is not None}
            wanted = parents - known.keys() if parents - known.keys() != wanted else set()
        return list(known.values())


def _portions(ids: list[str]) -> Iterable[list[str]]:
    """Cut a long list, for SQLite limits the marks of one statement."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
