"""Makes the lookup keys of contacts from names, readings and words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial, reduce

from dutydesk.domain.contact_lookup import ContactKeys, Findable, Readings, keys_of
from dutydesk.domain.contacts import ContactCard, ContactRole, RolePair, ShownRole, name_key
from dutydesk.exchange.pinyin import full_keys, initial_keys
from dutydesk.wording.contacts import CONTACT_ROLES, ROLE_PAIRS

_PLACES = "区市县省镇乡"
_SHORT = 3
# Long names would have too many readings, and people type the usual one.
_FEW = 4


def keys_for(card: ContactCard) -> ContactKeys:
    """Return everything a card is found by, further roles among it."""
    contact = card.contact
    first = keys_of(
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
    return reduce(_joined, map(partial(_role_keys, card), card.roles), first)


def is_named(unit: str, wanted: str) -> bool:
    """Tell whether a unit is meant: its name holds the text, or begins so typed in letters."""
    if wanted in name_key(unit):
        return True
    readings = _unit_readings(unit)
    return any(key.startswith(wanted) for key in (*readings.initials, *readings.pinyin))


def _role_keys(card: ContactCard, shown: ShownRole) -> ContactKeys:
    role = shown.role
    return keys_of(
        Findable(
            name=_readings(card.contact.name),
            units=tuple(_unit_readings(name) for name in shown.unit_path),
            posts=tuple(_role_posts(role.post, role.duty_role, role.role_pair)),
            others=(role.area,) if role.area else (),
        )
    )


def _joined(keys: ContactKeys, more: ContactKeys) -> ContactKeys:
    return ContactKeys(
        keys.keys | more.keys,
        "\n".join(dict.fromkeys((*keys.plain.split("\n"), *more.plain.split("\n")))),
        "".join(f"\n{key}" for key in dict.fromkeys((keys.typed + more.typed).split("\n")) if key),
    )


def _posts(card: ContactCard) -> Iterable[str]:
    contact = card.contact
    yield from _role_posts(contact.post, contact.duty_role, contact.role_pair)
    yield from contact.other_posts


def _role_posts(post: str, duty: ContactRole | None, pair: RolePair | None) -> Iterable[str]:
    if post:
        yield post
    if duty:
        yield CONTACT_ROLES[duty]
    if pair:
        yield ROLE_PAIRS[pair]


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
