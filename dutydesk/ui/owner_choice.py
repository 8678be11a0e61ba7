"""Who may have a matter in hand: units and people of the contacts, looked up while typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dutydesk.services.contacts import ContactsService
from dutydesk.ui.widgets.person_picker import Candidate

FindOwners = Callable[[str], Sequence[Candidate]]

_MOST = 8


def find_owners(contacts: ContactsService, text: str) -> Sequence[Candidate]:
    """Return units and people the text may mean; the value is what goes into the field."""
    cards = contacts.find(text, _MOST)
    units = dict.fromkeys(card.unit for card in cards if card.unit and text in card.unit)
    people = [
        Candidate(
            f"{card.unit} {card.contact.name}".strip(),
            card.contact.name,
            "　".join(filter(None, (card.unit, card.contact.post))),
        )
        for card in cards
    ]
    return [*(Candidate(unit, unit, "单位") for unit in units), *people]
