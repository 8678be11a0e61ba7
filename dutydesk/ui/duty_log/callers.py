"""Callers for the quick entry, looked up in the contacts."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.widgets.person_picker import Candidate

_MOST = 8

# The number one would ring first.
_ORDER = (NumberKind.MOBILE, NumberKind.DUTY, NumberKind.OFFICE)


def find_callers(contacts: ContactsService, text: str) -> Sequence[Candidate]:
    """Return whom the text may mean: pinyin, initials, Chinese or number tail."""
    return [_candidate(card) for card in contacts.find(text, _MOST)]


def _candidate(card: ContactCard) -> Candidate:
    phone = next((number for kind in _ORDER if (number := card.number(kind))), "")
    detail = "　".join(part for part in (card.unit, card.contact.post, phone) if part)
    return Candidate(Caller(card.unit, card.contact.name, phone), card.contact.name, detail)
