"""How a contact is looked up: the keys kept for each, and the order in which a word is tried.

Ranking of ecosystem.md §6.3: number tail, name, initials, pinyin, unit, post, anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import digits
from dutydesk.domain.search_text import folded


class KeyKind(StrEnum):
    """What a stored key is the beginning of; `tail` holds the digits backwards."""

    TAIL = "tail"
    NUMBER = "number"
    NAME = "name"
    INITIALS = "initials"
    PINYIN = "pinyin"
    UNIT = "unit"
    UNIT_INITIALS = "unit_initials"
    UNIT_PINYIN = "unit_pinyin"
    UPPER_UNIT = "upper_unit"
    POST = "post"


_DIGITS = re.compile(r"[0-9]+")
_LATIN = re.compile(r"[a-z]+")

_BY_DIGITS = (KeyKind.TAIL, KeyKind.NUMBER)
_BY_LETTERS = (
    KeyKind.NAME,
    KeyKind.INITIALS,
    KeyKind.PINYIN,
    KeyKind.UNIT_INITIALS,
    KeyKind.UNIT_PINYIN,
    KeyKind.POST,
)
_BY_WORDS = (KeyKind.NAME, KeyKind.UNIT, KeyKind.POST, KeyKind.UPPER_UNIT)


@dataclass(frozen=True, slots=True)
class ContactKeys:
    """Everything one contact is found by.

    `plain` is searched anywhere; `typed` holds what Latin letters begin, each after a line end.
    """

    keys: frozenset[tuple[KeyKind, str]]
    plain: str
    typed: str

    def holds(self, words: Iterable[str]) -> bool:
        """Tell whether each word is there: anywhere as written, at a beginning as typed."""
        return all(word in self.plain or f"\n{word}" in self.typed for word in words)


@dataclass(frozen=True, slots=True)
class Readings:
    """A name as written and as it can be typed; `initials` and `pinyin` are its keys."""

    text: str
    initials: tuple[str, ...] = ()
    pinyin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findable:
    """The parts of a contact that may be looked for; `units` run from the top down."""

    name: Readings
    units: tuple[Readings, ...] = ()
    posts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One attempt: keys of a kind that begin with `prefix`."""

    kind: KeyKind
    prefix: str


class Lifted:
    """The few contacts that stand before their equals, by their numbers, foremost first.

    Each method answers what the same question asked of everybody would find among them. Made
    once and asked with every key press, so keys lie sorted out by kind.
    """

    def __init__(self, keys: Mapping[int, ContactKeys]) -> None:
        self._texts = keys
        self._by_kind: dict[KeyKind, list[tuple[str, int]]] = {}
        for number, one in keys.items():
            for kind, key in one.keys:
                self._by_kind.setdefault(kind, []).append((key, number))

    def exactly(self, stage: Stage, others: Sequence[str]) -> list[int]:
        """Return who has the very key, and holds the other words."""
        having = [n for key, n in self._by_kind.get(stage.kind, ()) if key == stage.prefix]
        return self._holding(having, others)

    def by_prefix(self, stage: Stage, others: Sequence[str]) -> list[int]:
        """Return who has a key that begins so, and holds the other words."""
        having = [
            n for key, n in self._by_kind.get(stage.kind, ()) if key.startswith(stage.prefix)
        ]
        return self._holding(having, others)

    def anywhere(self, words: Sequence[str]) -> list[int]:
        """Return who has the first word anywhere as written, and holds the others."""
        having = [n for n, one in self._texts.items() if words[0] in one.plain]
        return self._holding(having, words[1:])

    def _holding(self, numbers: Iterable[int], others: Sequence[str]) -> list[int]:
        return [n for n in dict.fromkeys(numbers) if self._texts[n].holds(others)]


NOBODY = Lifted({})


def keys_of(findable: Findable) -> ContactKeys:
    """Return the keys of one contact."""
    keys: set[tuple[KeyKind, str]] = {(KeyKind.NAME, _key(findable.name.text))}
    keys.update((KeyKind.INITIALS, key) for key in findable.name.initials)
    keys.update((KeyKind.PINYIN, key) for key in findable.name.pinyin)
    for place, unit in enumerate(reversed(findable.units)):
        keys.add((KeyKind.UPPER_UNIT if place else KeyKind.UNIT, _key(unit.text)))
        if place == 0:
            keys.update((KeyKind.UNIT_INITIALS, key) for key in unit.initials)
            keys.update((KeyKind.UNIT_PINYIN, key) for key in unit.pinyin)
    keys.update((KeyKind.POST, _key(post)) for post in findable.posts)
    numbers = [found for number in findable.numbers if (found := digits(number))]
    keys.update((KeyKind.NUMBER, number) for number in numbers)
    keys.update((KeyKind.TAIL, number[::-1]) for number in numbers)
    readings = (findable.name, *findable.units[-1:])
    typed = [key for reading in readings for key in (*reading.initials, *reading.pinyin)]
    return ContactKeys(
        keys=frozenset((kind, key) for kind, key in keys if key),
        plain="\n".join(map(_key, _plain_texts(findable, numbers))),
        typed="".join(f"\n{key}" for key in typed),
    )


def _plain_texts(findable: Findable, numbers: Iterable[str]) -> Iterable[str]:
    yield findable.name.text
    yield from (unit.text for unit in findable.units)
    yield from findable.posts
    yield from findable.others
    yield from numbers
    yield from (number for number in findable.numbers if not digits(number))


def _key(text: str) -> str:
    return re.sub(r"\s+", "", folded(text))


def words_of(text: str) -> list[str]:
    """Return the words of a query, the one that decides the order first.

    Half width, small letters; digits lose their dashes, so that a number may be typed as printed.
    """
    words = [_without_dashes(word) for word in folded(text).split()]
    said = [word for word in words if any(map(str.isalnum, word))]
    return sorted(said, key=lambda word: (-_decisiveness(word), -len(word)))


def _without_dashes(word: str) -> str:
    bare = word.replace("-", "")
    return bare if _DIGITS.fullmatch(bare) else word.replace("'", "")


def _decisiveness(word: str) -> int:
    if _DIGITS.fullmatch(word):
        return 3
    return 1 if _LATIN.fullmatch(word) else 2


def stages_of(word: str) -> tuple[Stage, ...]:
    """Return what to try for one word, best first; what is left is found anywhere."""
    if _DIGITS.fullmatch(word):
        return tuple(
            Stage(kind, word[::-1] if kind is KeyKind.TAIL else word) for kind in _BY_DIGITS
        )
    kinds = _BY_LETTERS if _LATIN.fullmatch(word) else _BY_WORDS
    return tuple(Stage(kind, word) for kind in kinds)
