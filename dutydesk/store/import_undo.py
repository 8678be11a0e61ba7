"""Taking a whole import of contacts back, inside the transaction of the service."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dutydesk.domain.contact_lookup import ContactKeys
from dutydesk.domain.contact_refusals import ImportChangedSince
from dutydesk.domain.contacts import Contact, ContactCard
from dutydesk.domain.import_batch import ImportBatch
from dutydesk.store.contact_import import Written
from dutydesk.store.contacts import CONTACT, CONTACT_NUMBER, UNIT
from dutydesk.store.tables import Tables

Keys = Callable[[ContactCard], ContactKeys]


def undo(tables: Tables, batch: ImportBatch, keys: Keys) -> None:
    """Remove what the import added and put back what it changed; raises ImportChangedSince.

    A unit that others were put into meanwhile stays.
    """
    written, since = tables.contact_import.written(batch.id)
    names = {*_changed(tables, written, since), *_used(tables, written)}
    if names:
        raise ImportChangedSince(batch.file, tuple(sorted(names)))
    for table in (CONTACT_NUMBER.table, CONTACT.table):
        for one in written:
            if one.table == table:
                _take_back(tables, one)
    units = [one for one in written if one.table == UNIT.table]
    for one in reversed(units):
        if one.before is not None:
            tables.contacts.put_unit(UNIT.from_row(one.before))
        elif not tables.contact_import.users(UNIT.table, [one.id]):
            tables.contact_import.remove(UNIT.table, one.id)
    ids = {one.contact_id for one in written if one.table != UNIT.table}
    people = {contact.id: contact for contact in _on_file(tables, ids)}
    people.update((c.id, c) for c in tables.contacts.in_units(one.id for one in units))
    tables.contact_lookup.renew(tables.contacts.cards_of(list(people.values())), keys)


def _take_back(tables: Tables, one: Written) -> None:
    if one.before is None:
        rowid = tables.contact_lookup.rowid_of(one.id)
        if rowid is not None:
            tables.contact_lookup.drop(rowid)
        tables.contact_import.remove(one.table, one.id)
    elif one.table == CONTACT.table:
        tables.contacts.put(CONTACT.from_row(one.before))
    else:
        tables.contacts.put_number(CONTACT_NUMBER.from_row(one.before))


def _changed(tables: Tables, written: Iterable[Written], since: set[str]) -> Iterator[str]:
    """Yield the name of whoever was changed since, the units among them."""
    for one in written:
        if one.id not in since:
            continue
        if one.table == UNIT.table:
            unit = tables.contacts.unit(one.id)
            yield unit.name if unit else one.id
        else:
            contact = tables.contacts.contact(one.contact_id)
            yield contact.name if contact else one.id


def _used(tables: Tables, written: Iterable[Written]) -> Iterator[str]:
    """Yield the name of each new contact that something outside the import refers to."""
    ours = {one.id for one in written}
    added = [one.id for one in written if one.table == CONTACT.table and one.before is None]
    for _, user, used in tables.contact_import.users(CONTACT.table, added):
        contact = tables.contacts.contact(used)
        if user not in ours and contact is not None:
            yield contact.name


def _on_file(tables: Tables, ids: Iterable[str]) -> Iterator[Contact]:
    for contact_id in ids:
        contact = tables.contacts.contact(contact_id)
        if contact is not None:
            yield contact
