"""The unit's phrases (常用语): sentences with ``{blanks}`` that are written again and again.

Rules of this file: a blank is a name in braces; four names are filled from the entry itself, all
others wait for the officer. What is offered first is what was chosen lately and often.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import Refusal

# Qt reads the same pattern.
BLANK = r"\{[^{}\s]{1,12}\}"

UNIT, PERSON, PHONE, TIME = "单位", "人", "电话", "时间"

MAX_LENGTH = 500

_BLANK = re.compile(BLANK)
_HALVES_IN = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One phrase; ``kind`` is the kind an entry gets by it, None leaves the kind as it is."""

    id: str
    text: str
    kind: EntryKind | None = None
    order_no: int = 0
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """How often one phrase was chosen, and when last."""

    use_count: int
    last_used_at: datetime


@dataclass(eq=False)
class PhraseTextMissing(Refusal):
    """A phrase says something."""


@dataclass(eq=False)
class PhraseTooLong(Refusal):
    """A phrase is a sentence or two: ``limit`` characters."""

    limit: int


@dataclass(eq=False)
class PhraseBlankUnclear(Refusal):
    """A brace without its other half, or a blank without a fitting name: ``text`` is the rest."""

    text: str


@dataclass(eq=False)
class PhraseKnown(Refusal):
    """The unit has this very phrase already."""

    text: str


def check_phrase(phrase: Phrase, others: Iterable[Phrase]) -> None:
    """Accept a phrase beside the ``others`` on file.

    Raises PhraseTextMissing, PhraseTooLong, PhraseBlankUnclear, PhraseKnown.
    """
    if not phrase.text.strip():
        raise PhraseTextMissing
    if len(phrase.text) > MAX_LENGTH:
        raise PhraseTooLong(MAX_LENGTH)
    rest = _BLANK.sub("", phrase.text)
    if "{" in rest or "}" in rest:
        raise PhraseBlankUnclear(phrase.text)
    same = (phrase.text, phrase.kind)
    if any((one.text, one.kind) == same for one in others if one.id != phrase.id):
        raise PhraseKnown(phrase.text)


def blanks(text: str) -> tuple[str, ...]:
    """Return the names of the blanks in a text, in order, each as often as it stands there."""
    return tuple(found[1:-1] for found in _BLANK.findall(text))


def filled(text: str, known: Mapping[str, str]) -> str:
    """Return the text with every blank filled that ``known`` has words for."""
    return _BLANK.sub(lambda match: known.get(match[0][1:-1]) or match[0], text)


def ranked(
    phrases: Sequence[Phrase],
    uses: Mapping[str, PhraseUse],
    now: datetime,
    kind: EntryKind | None = None,
) -> list[Phrase]:
    """Return the active phrases, those for ``kind`` first, each part by use, then by their order.

    Without a kind, nobody has chosen one yet and all stand together.
    """
    active = [phrase for phrase in phrases if phrase.is_active]
    return sorted(
        active,
        key=lambda one: (
            kind is not None and one.kind not in {kind, None},
            -_weight(uses.get(one.id), now),
            one.order_no,
        ),
    )


def _weight(use: PhraseUse | None, now: datetime) -> float:
    """Return how much a use still counts: every fortnight without one halves it."""
    if use is None:
        return 0.0
    # A clock that was put back must not make a phrase weigh more.
    age = max(now - use.last_used_at, timedelta(0))
    halvings: float = age / _HALVES_IN
    return use.use_count * math.pow(0.5, halvings)
