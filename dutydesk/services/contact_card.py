"""Use cases of one card: everything about a person at a glance, and numbers shown for a reason."""

from __future__ import annotations

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock
from dutydesk.domain.contact_call import called_as
from dutydesk.domain.contact_masking import checked_reason
from dutydesk.domain.contact_state import contact_dates
from dutydesk.domain.contacts import Contact, ContactCard
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.person_card import PersonCard
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

_CALLS = 3


class ContactCardService:
    """What an officer sees of one person."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def person(self, contact_id: str) -> PersonCard:
        """Return a person at a glance; raises RecordUnknown."""
        with self._store.reading() as tables:
            contact = _known(tables, contact_id)
            card = tables.contacts.cards_of([contact])[0]
            dates = contact_dates(self._clock.now(), tables.setting.get)
            state = tables.training.states([card], dates.today.year)[contact_id]
            calls = tables.incident_masking.of_entries(
                tables.contact_calls.of(called_as(card), _CALLS), lambda one: one.entry_id
            )
            return PersonCard(card, _pairs(tables, card), dates, state, tuple(calls))

    def unmask(self, contact_id: str, reason: str, *, by: Actor) -> Done[PersonCard]:
        """Journal who looked at whose full numbers, and why.

        Raises RecordUnknown, UnmaskReasonMissing.
        """
        why = checked_reason(reason)
        with self._store.writing(actor=by.name, action="contacts.unmask") as work:
            contact = _known(work.tables, contact_id)
            work.note.update(contact_id=contact.id, name=contact.name, reason=why)
        return Done(self.person(contact_id), work.changes)


def _pairs(tables: Tables, card: ContactCard) -> tuple[ContactCard, ...]:
    """Return the others of the pairs of somebody, whoever of the two named the other."""
    contact = card.contact
    ids = [contact.pair_contact_id]
    ids += [one.id for one in tables.contacts.pointing_at([contact.id])]
    ids += [one.role.pair_contact_id for one in card.roles]
    ids += [one.contact_id for one in tables.contact_role.pairing(contact.id)]
    found = [tables.contacts.contact(one) for one in dict.fromkeys(ids) if one is not None]
    return tuple(tables.contacts.cards_of([one for one in found if one is not None]))


def _known(tables: Tables, contact_id: str) -> Contact:
    contact = tables.contacts.contact(contact_id)
    if contact is None:
        raise RecordUnknown("contact", contact_id)
    return contact
