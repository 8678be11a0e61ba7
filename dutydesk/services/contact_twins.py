"""Use cases of people on file twice: find them, and make one of two by decision."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contact_refusals import ContactWithItself
from dutydesk.domain.contact_twins import Twins, merged, more_numbers, twins
from dutydesk.domain.contacts import Contact, ContactCard
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.exchange.contact_keys import keys_for
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

# What goes on for who stays; what happened stays with whom it happened to.
_GOES_ON = ("contact_role", "training_record", "hq_member", "roster_member")


class ContactTwinsService:
    """What an officer does about people on file twice."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def twins(self) -> list[Twins]:
        """Return the pairs that may be one person."""
        with self._store.reading() as tables:
            contacts = [c for c in tables.contacts.book().contacts if not c.is_retired]
            return twins(tables.contacts.cards_of(contacts))

    def merge(self, kept_id: str, other_id: str, *, by: Actor) -> Done[ContactCard]:
        """Let one stay with everything of both; the other one is retired and points there.

        Roles, trainings and seats go on under who stays. Raises RecordUnknown, ContactWithItself.
        """
        with self._store.writing(actor=by.name, action="contacts.merge") as work:
            tables = work.tables
            kept, other = _card(tables, kept_id), _card(tables, other_id)
            if kept_id == other_id:
                raise ContactWithItself(kept.contact.name)
            if other.contact.merged_into != kept_id:
                self._merge(tables, kept, other)
            card = _card(tables, kept_id)
        return Done(card, work.changes)

    def _merge(self, tables: Tables, kept: ContactCard, other: ContactCard) -> None:
        now = self._clock.now()
        one, gone = merged(kept, other), other.contact
        pair = one.pair_contact_id or gone.pair_contact_id
        partner = tables.contacts.contact(gone.pair_contact_id) if gone.pair_contact_id else None
        is_free = pair is not None and pair not in {one.id, gone.id}
        one = replace(one, pair_contact_id=pair if is_free else None, updated_at=now)
        if partner is not None and partner.pair_contact_id == gone.id and partner.id != one.id:
            stays = one.id if one.pair_contact_id == partner.id else None
            tables.contacts.put(replace(partner, pair_contact_id=stays, updated_at=now))
        tables.contacts.put(one)
        for number in more_numbers(kept, other, self._ids.new):
            tables.contacts.put_number(number)
        tables.contact_import.repoint(_GOES_ON, "contact_id", (gone.id, one.id))
        retired = replace(
            gone, is_retired=True, merged_into=one.id, pair_contact_id=None, updated_at=now
        )
        tables.contacts.put(retired)
        tables.contact_lookup.renew(tables.contacts.cards_of([one, retired]), keys_for)


def _card(tables: Tables, contact_id: str) -> ContactCard:
    contact: Contact | None = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return tables.contacts.cards_of([contact])[0]
