"""Whom to tell, as the contacts have them: unit, person, the number one would ring first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.widgets.person_picker import Candidate

_MOST = 8
_ORDER = (NumberKind.DUTY, NumberKind.MOBILE, NumberKind.OFFICE)


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Somebody of the contacts with the number that is rung."""

    unit: str
    name: str
    phone: str


FindPeople = Callable[[str], Sequence[Candidate]]


def find_people(contacts: ContactsService, text: str) -> Sequence[Candidate]:
    """Return whom the text may mean: pinyin, initials, Chinese or number tail."""
    found = []
    for card in contacts.find(text, _MOST):
        phone = card.first_number(*_ORDER)
        detail = "　".join(part for part in (card.unit, card.contact.post, phone) if part)
        person = ToldPerson(card.unit, card.contact.name, phone)
        found.append(Candidate(person, card.contact.name, detail))
    return found
