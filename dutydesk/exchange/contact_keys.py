"""Makes the lookup keys of contacts from names, readings and words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dutydesk.domain.contact_lookup import ContactKeys, Findable, Readings, keys_of
from dutydesk.domain.contacts import ContactCard
from dutydesk.exchange.pinyin import full_keys, initial_keys
from dutydesk.wording.contacts import CONTACT_ROLES, ROLE_PAIRS

_PLACES = "区市县省镇乡"
_SHORT = 3
# Long names would have too many readings, and people type the usual one.
_FEW = 4


def keys_for(card: ContactCard) -> ContactKeys:
    """Return everything a card is found by."""
    contact = card.contact
    return keys_of(
        Findable(
            name=_readings(contact.name),
            units=tuple(_unit_readings(name) for name in card.unit_path),
            posts=tuple(_posts(card)),
            numbers=tuple(number.number for number in card.numbers),
            others=tuple(
                text
                for text in (contact.area, contact.address, contact.category, contact.note)
                if text
            ),
        )
    )


def _posts(card: ContactCard) -> Iterable[str]:
    contact = card.contact
    if contact.post:
        yield contact.post
    if contact.duty_role:
        yield CONTACT_ROLES[contact.duty_role]
    if contact.role_pair:
        yield ROLE_PAIRS[contact.role_pair]
    yield from contact.other_posts


def _readings(name: str) -> Readings:
    return Readings(name, initial_keys(name), full_keys(name))


@lru_cache(maxsize=4096)
def _unit_readings(name: str) -> Readings:
    """Read a unit by its first readings, also without the district that most names begin with."""
    names = [name, name[1:]] if name[:1] in _PLACES and len(name) > _SHORT else [name]
    return Readings(
        name,
        tuple(key for part in names for key in initial_keys(part)[:_FEW]),
        tuple(key for part in names for key in full_keys(part)[:_FEW]),
    )
