"""What somebody of the contacts was last called about, or called about: calls on record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phone import digits

# Fewer digits may be anybody's.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class ContactCall:
    """One call: when, in which direction, about what."""

    entry_id: str
    at: datetime
    kind: EntryKind
    text: str
    recorder: str


@dataclass(frozen=True, slots=True)
class CalledAs:
    """How entries may name somebody: by a number, or by the name with a unit."""

    numbers: tuple[str, ...]
    name: str
    units: tuple[str, ...]


def called_as(card: ContactCard) -> CalledAs:
    """Return by what a call with somebody is known."""
    numbers = (digits(one.number) for one in card.numbers)
    paths: Iterable[tuple[str, ...]] = (card.unit_path, *(one.unit_path for one in card.roles))
    units = dict.fromkeys(name for path in paths for name in path)
    known = tuple(one for one in dict.fromkeys(numbers) if len(one) >= _SHORTEST)
    return CalledAs(known, card.contact.name, tuple(units))
