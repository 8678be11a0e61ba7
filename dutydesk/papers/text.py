"""The one place where people's text is made fit for paper; markup is never interpreted.

Nothing here knows about fonts: a character that no font has is dealt with in `fonts`.
"""

from __future__ import annotations

import re
import unicodedata

GETA = "〓"
"""Stands for what cannot be printed, as Chinese typesetters have always done."""

_SPELLINGS = (
    dict.fromkeys("✔✓☑🗹", "√")
    | dict.fromkeys("✗✘✖❌", "×")
    | dict(zip("➡⬅⬆⬇⚠❗❓", "→←↑↓！！？", strict=True))
    | {"☎": "电话", "€": "EUR"}
)
"""How a sign is written with ordinary characters where no font has it."""

_UNITS = range(0x3371, 0x33E0)
_POWERS = str.maketrans("23∕", "²³/")

_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_COMPOSED = re.compile(".[\u0300-\u036f]+")
_HIDDEN = {"Cc", "Cf"}


def clean(text: str) -> str:
    r"""Return the text with ``\n`` as its only control character.

    Line and page separators become ``\n``, tabs and other spaces become a blank (the full-width
    blank stays), control, direction and zero-width characters vanish, half a surrogate pair
    becomes 〓. Pure, never raises.
    """
    if text.isprintable() and text.isascii():
        return text
    text = _COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    text = _SELECTORS.sub("", text)
    if text.isprintable():
        return text
    return "".join(_printable(char) for char in _BREAKS.sub("\n", text))


def clean_line(text: str) -> str:
    """Return the text for a place that holds one line: breaks become a blank."""
    return " ".join(clean(text).split("\n"))


def other_spelling(char: str) -> str:
    """Return how a sign is written with ordinary characters: m² for ㎡; empty where it is not."""
    spelt = _SPELLINGS.get(char) or unicodedata.normalize("NFKC", char)
    if ord(char) in _UNITS:
        spelt = spelt.translate(_POWERS)
    return "" if spelt == char else clean_line(spelt)


def _printable(char: str) -> str:
    if char in "\n　":
        return char
    category = unicodedata.category(char)
    if char == "\t" or category == "Zs":
        return " "
    if category in _HIDDEN:
        return ""
    return GETA if category == "Cs" else char
