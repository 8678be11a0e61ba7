"""People for the fields of a call round, looked up in the contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dutydesk.services.contacts import ContactsService
from dutydesk.ui.widgets.person_picker import Candidate

FindPeople = Callable[[str], Sequence[Candidate]]

_MOST = 8


def find_people(contacts: ContactsService, text: str) -> Sequence[Candidate]:
    """Return whom the text may mean, each with its card as the value."""
    return [
        Candidate(card, card.contact.name, "　".join(filter(None, (card.unit, card.contact.post))))
        for card in contacts.find(text, _MOST)
    ]
