"""Where the words of a search stand in a text as it was typed.

Search looks through folded text, which may be longer or shorter than what was typed. A text is cut
into pieces that fold by themselves: a sign with the accents on it. A hit is always whole pieces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from dutydesk.domain.search_text import folded

# Below these nothing joins with what stands before it; nor does what lies between them.
_FIRST_ACCENT = "\u0300"
_HAN_FROM, _HAN_TO = "\u3400", "\u9fff"


def spans(words: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Return where the folded words stand in a text, sorted, none touching another."""
    if not words or not text:
        return []
    pieces = list(_pieces(text))
    whole = "".join(piece for _, piece in pieces)
    # The piece that each folded sign came from.
    origin = [at for at, (_, piece) in enumerate(pieces) for _ in piece]
    starts = [start for start, _ in pieces] + [len(text)]
    found: list[tuple[int, int]] = []
    for first, last in _places(words, whole):
        found.append((starts[origin[first]], starts[origin[last - 1] + 1]))
    return _joined(found)


def _places(words: Sequence[str], whole: str) -> Iterator[tuple[int, int]]:
    for word in dict.fromkeys(words):
        at = whole.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = whole.find(word, at + 1)


def _joined(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each piece begins, and the piece folded."""
    start, kept = 0, folded(text[0])
    for at in range(1, len(text)):
        sign = text[at]
        alone = folded(sign)
        if _begins_anew(text[start:at], kept, sign, alone):
            yield start, kept
            start, kept = at, alone
        else:
            kept = folded(text[start : at + 1])
    yield start, kept


def _begins_anew(before: str, kept: str, sign: str, alone: str) -> bool:
    """Tell whether a sign folds by itself whatever stands before it."""
    if sign < _FIRST_ACCENT or _HAN_FROM <= sign <= _HAN_TO:
        return True
    # A sign may turn into an accent only when folded, as the narrow ﾞ does: an accent behind it
    # then goes past it to the letter.
    is_accent = not alone or unicodedata.combining(alone[0]) != 0
    return not is_accent and folded(before + sign) == kept + alone
