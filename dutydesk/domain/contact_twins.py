"""People who may be on file twice, and what becomes of two that are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum

from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberKind, digits


class TwinKind(StrEnum):
    """Why two may be one person."""

    SAME_MOBILE = "same_mobile"
    SAME_NAME_AND_NUMBER = "same_name_and_number"
    SAME_NAME_AND_UNIT = "same_name_and_unit"


@dataclass(frozen=True, slots=True)
class Twins:
    """Two on file who may be one person; the older record first."""

    kind: TwinKind
    first: ContactCard
    second: ContactCard


def twins(cards: Iterable[ContactCard]) -> list[Twins]:
    """Return each pair in service once, by its strongest sign.

    A telephone of an office is shared by many: it is a sign between namesakes only.
    """
    found: dict[tuple[str, str], Twins] = {}
    seen: dict[tuple[TwinKind, str, str], ContactCard] = {}
    for card in cards:
        if card.contact.is_retired:
            continue
        for kind, first, second in _signs(card):
            other = seen.setdefault((kind, first, second), card)
            pair = other.contact.id, card.contact.id
            if other is not card and pair not in found:
                found[pair] = Twins(kind, other, card)
    return list(found.values())


def _signs(card: ContactCard) -> Iterable[tuple[TwinKind, str, str]]:
    name = name_key(card.contact.name)
    for number in card.numbers:
        if number.kind is NumberKind.MOBILE and not number.is_doubtful:
            yield TwinKind.SAME_MOBILE, number.number, ""
    for number in card.numbers:
        if digits(number.number):
            yield TwinKind.SAME_NAME_AND_NUMBER, name, digits(number.number)
    if card.contact.unit_id is not None:
        yield TwinKind.SAME_NAME_AND_UNIT, name, card.contact.unit_id


_FILLED = ("post", "address", "area", "category", "note")
_MAYBE = ("unit_id", "duty_role", "role_pair", "training_days", "training_year")


def merged(kept: ContactCard, other: ContactCard) -> Contact:
    """Return who stays with what only the other one had; nothing of theirs is overwritten."""
    one, gone = kept.contact, other.contact
    gained: dict[str, object] = {
        name: getattr(gone, name)
        for name in (*_FILLED, *_MAYBE)
        if getattr(one, name) in ("", None) and getattr(gone, name) not in ("", None)
    }
    posts = [post for post in gone.other_posts if post not in one.other_posts]
    if one.unit_id is not None and gone.unit_id not in (None, one.unit_id):
        posts.append(f"{other.unit} {gone.post}".strip())
    elif one.post and gone.post and name_key(one.post) != name_key(gone.post):
        posts.append(gone.post)
    more = tuple(post for post in dict.fromkeys(posts) if post not in one.other_posts)
    return replace(one, **gained, other_posts=(*one.other_posts, *more))  # type: ignore[arg-type]  # names and types of Contact on both sides


def more_numbers(
    kept: ContactCard, other: ContactCard, new_id: Callable[[], str]
) -> list[ContactNumber]:
    """Return the numbers only the other one has, as numbers of who stays."""
    own = {digits(number.number) or number.number for number in kept.numbers}
    place = max((number.order_no for number in kept.numbers), default=0)
    more = [n for n in other.numbers if (digits(n.number) or n.number) not in own]
    return [
        replace(number, id=new_id(), contact_id=kept.contact.id, order_no=place + at)
        for at, number in enumerate(more, start=1)
    ]
