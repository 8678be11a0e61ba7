"""Numbers as one uses them: which one to ring first, and what to type on the telephone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dutydesk.domain.contact_masking import is_hidden
from dutydesk.domain.contacts import ContactCard, ContactNumber, ContactRole
from dutydesk.domain.phone import NumberKind
from dutydesk.ui.widgets.person_picker import Candidate

# The number one would ring first; a fax is none.
_ORDER = (
    NumberKind.MOBILE,
    NumberKind.DUTY,
    NumberKind.OFFICE,
    NumberKind.OTHER,
    NumberKind.HOME,
    NumberKind.SATELLITE,
)
_ROOM_ORDER = (NumberKind.DUTY, *(kind for kind in _ORDER if kind is not NumberKind.DUTY))
_LANDLINE = re.compile(r"(0\d{2,3})?-?(\d{7,8})(?:-(\d{1,6}))?")

FindCards = Callable[[str], Sequence[ContactCard]]


def first_number(card: ContactCard) -> ContactNumber | None:
    """Return the number to ring first, sound ones before doubtful ones.

    A duty room is rung at its duty telephone; a number that is hidden cannot be rung.
    """
    is_room = card.contact.duty_role is ContactRole.DUTY_ROOM
    order = _ROOM_ORDER if is_room else _ORDER
    ringing = [one for one in card.numbers if one.kind in order and not is_hidden(one.number)]
    ringing.sort(key=lambda n: (n.is_doubtful, order.index(n.kind), n.order_no))
    return ringing[0] if ringing else None


def dialled(number: str) -> tuple[str, str]:
    """Return what is dialled, and the extension to dial when it answers.

    A number of no known form is returned as it was typed.
    """
    landline = _LANDLINE.fullmatch(number)
    if landline is None:
        return number, ""
    area, local, extension = landline.groups()
    return f"{area or ''}{local}", extension or ""


def candidates(find: FindCards, text: str) -> list[Candidate]:
    """Return people for a picker: name, unit and post."""
    return [
        Candidate(
            card,
            card.contact.name,
            "　".join(part for part in (card.unit, card.contact.post) if part),
        )
        for card in find(text)
    ]
