"""Mobiles as who may only look sees them: the middle hidden, shown in full for a reason.

Rules of this file: hidden are the numbers of people, never those of offices; the name of a unit
or a note may hold a mobile too and is hidden likewise.
"""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.contacts import ContactCard, ContactNumber
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.paper_directory import masked

HIDDEN = "****"


@dataclass(eq=False)
class UnmaskReasonMissing(Refusal):
    """Numbers are shown in full only with a reason."""


def masked_number(number: ContactNumber) -> ContactNumber:
    """Return a number with the middle of every mobile hidden."""
    return replace(number, number=masked(number.number))


def masked_card(card: ContactCard) -> ContactCard:
    """Return a card on which no mobile can be read."""
    contact = replace(
        card.contact,
        note=masked(card.contact.note),
        address=masked(card.contact.address),
        other_posts=tuple(map(masked, card.contact.other_posts)),
    )
    return replace(card, contact=contact, numbers=tuple(map(masked_number, card.numbers)))


def is_hidden(number: str) -> bool:
    """Tell whether a number is shown with its middle hidden: it cannot be dialled."""
    return HIDDEN in number


def checked_reason(reason: str) -> str:
    """Return why numbers are looked at, without blanks; raises UnmaskReasonMissing."""
    if not reason.strip():
        raise UnmaskReasonMissing
    return reason.strip()
