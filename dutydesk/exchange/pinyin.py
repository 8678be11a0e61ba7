"""The ways a Chinese name can be typed on a Latin keyboard: full pinyin and initials."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice, product

from dutydesk import paths

LIMIT = 64
"""At most so many combinations of readings are kept for one name."""

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]")
_LATIN = re.compile(r"[a-z0-9]")
_LONGEST_SURNAME = 2


def full_keys(name: str) -> tuple[str, ...]:
    """Return every way to type a name in full, the surname's own reading first: shanqiang."""
    syllables = _syllables(name)
    return _combined([[form for s in place for form in _spellings(s)] for place in syllables])


def initial_keys(name: str) -> tuple[str, ...]:
    """Return every way to type the first letters of a name: sq, dq, cq."""
    return _combined([[syllable[:1] for syllable in place] for place in _syllables(name)])


def readings_along(text: str) -> list[tuple[str, ...]]:
    """Return all readings of each character that can be typed; signs between are left out."""
    return [_readings(character) for character in _typed_characters(text)]


def _combined(places: Sequence[Iterable[str]]) -> tuple[str, ...]:
    distinct = [tuple(dict.fromkeys(place)) for place in places]
    if not distinct:
        return ()
    return tuple(dict.fromkeys("".join(c) for c in islice(product(*distinct), LIMIT)))


def _spellings(syllable: str) -> tuple[str, ...]:
    """Return lv also as lu, for not everybody types ü as v."""
    return (syllable, syllable.replace("v", "u")) if "v" in syllable else (syllable,)


def _syllables(name: str) -> list[tuple[str, ...]]:
    """Return the readings of each character that can be typed, likely ones first."""
    characters = _typed_characters(name)
    surname = _surname("".join(characters))
    return [
        tuple(dict.fromkeys((*surname[place : place + 1], *_readings(character))))
        for place, character in enumerate(characters)
    ]


def _typed_characters(text: str) -> list[str]:
    return [c for c in text.casefold() if _HAN.match(c) or _LATIN.match(c)]


def _surname(name: str) -> tuple[str, ...]:
    """Return the syllables of the surname a name begins with, when it has a reading of its own."""
    table = _surnames()
    for length in range(_LONGEST_SURNAME, 0, -1):
        reading = table.get(name[:length])
        if reading is not None:
            return reading
    return ()


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    file = paths.resources_dir() / "pinyin" / "surnames.json"
    table = json.loads(file.read_text(encoding="utf-8"))
    return {surname: tuple(reading.split()) for surname, reading in table.items()}


@cache
def _readings(character: str) -> tuple[str, ...]:
    """Return all readings of one character; a Latin letter reads as itself."""
    if not _HAN.match(character):
        return (character,)
    # 0.2 s to load: stored keys spare every other start from it.
    from pypinyin import Style, pinyin  # noqa: PLC0415 -- loaded on first use, see above

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(found[0]) if found else (character,)
