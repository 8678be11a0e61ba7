"""Callers for the quick entry, looked up in the contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.widgets.person_picker import Candidate

_MOST = 8

# The number one would ring first.
_ORDER = (NumberKind.MOBILE, NumberKind.DUTY, NumberKind.OFFICE)


ReadNotes = Callable[[Sequence[ContactCard]], Mapping[str, str]]


def find_callers(
    contacts: ContactsService, text: str, read_notes: ReadNotes | None = None
) -> Sequence[Candidate]:
    """Return whom the text may mean: pinyin, initials, Chinese or number tail.

    ``read_notes`` tells what to know of them, by their ids: who is away and who acts.
    """
    cards = contacts.find(text, _MOST)
    notes = read_notes(cards) if read_notes else {}
    return [_candidate(card, notes.get(card.contact.id, "")) for card in cards]


def _candidate(card: ContactCard, note: str) -> Candidate:
    phone = card.first_number(*_ORDER)
    parts = (note, card.unit, card.contact.post, phone)
    detail = "　".join(part for part in parts if part)
    return Candidate(Caller(card.unit, card.contact.name, phone), card.contact.name, detail)
