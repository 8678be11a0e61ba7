"""Keyword watch: words whose mention makes the desk ask whether a call is an emergency.

Rules of this file: pure text in, words out; which words and which negations are data. In doubt a
word counts: asking once too often costs one key, an emergency that nobody reported costs the unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import IncidentCategory

LEAST, MOST = 2, 12

_CLAUSE_ENDS = r"[，。；！？,;!?\n]"
_SENTENCE_ENDS = r"[。！？!?\n]"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchWord:
    """One word of the unit's list, with the kind of incident it suggests where there is one."""

    id: str
    word: str
    category: IncidentCategory | None = None
    kind: str = ""
    order_no: int
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Negation:
    """Words before a watched one that take it back; ``reach``: so many characters between."""

    text: str
    reach: int


@dataclass(frozen=True, slots=True)
class QuietRules:
    """What makes a mention no mention: 无人员伤亡, 未发生泄漏, 防溺水宣传, 应急演练.

    ``links`` may stand between negation and word in any number (受伤、被困), ``contrast`` ends
    its reach. A sentence with one of ``sentence`` is about no event, unless ``sentence_unless``.
    """

    before: tuple[Negation, ...]
    links: tuple[str, ...]
    contrast: tuple[str, ...]
    after: tuple[str, ...]
    sentence: tuple[str, ...]
    sentence_unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """The words that count now, with the rules that quiet them."""

    words: tuple[WatchWord, ...]
    quiet: QuietRules

    def mentioned(self, text: str) -> tuple[str, ...]:
        """Return the watched words that a text mentions, in the order of the list."""
        # Nearly all entries name none of the words: only where one stands it is read how.
        found = tuple(
            one.word
            for one in self.words
            if one.word in text and one.is_active and self._counts(one, text)
        )
        # 群体性中毒 names 中毒 as well, but 山火 within a longer listed word is said once.
        return tuple(
            word for word in found if not any(word != other and word in other for other in found)
        )

    def suggested(self, words: Sequence[str]) -> WatchWord | None:
        """Return the first of the words that suggests a category of incident."""
        return next((one for one in self.words if one.word in words and one.category), None)

    def _counts(self, watched: WatchWord, text: str) -> bool:
        return any(
            _mentions(clause, watched.word, self.quiet)
            for sentence in re.split(_SENTENCE_ENDS, text)
            if watched.word in sentence and not _is_exercise(sentence, self.quiet)
            for clause in re.split(_CLAUSE_ENDS, sentence)
        )


@dataclass(eq=False)
class WatchWordUnfit(Refusal):
    """Too short to say anything, or too long to be one word."""

    word: str
    least: int = LEAST
    most: int = MOST


@dataclass(eq=False)
class WatchWordExists(Refusal):
    """The word is on the list already."""

    word: str


def checked(word: WatchWord, others: Sequence[WatchWord]) -> WatchWord:
    """Return the word as it goes on the list; raises WatchWordUnfit, WatchWordExists."""
    text = word.word.strip()
    if not LEAST <= len(text) <= MOST or "\n" in text:
        raise WatchWordUnfit(text)
    if any(other.word == text and other.id != word.id for other in others):
        raise WatchWordExists(text)
    return replace(word, word=text)


def _is_exercise(sentence: str, quiet: QuietRules) -> bool:
    return any(word in sentence for word in quiet.sentence) and not any(
        word in sentence for word in quiet.sentence_unless
    )


def _mentions(clause: str, word: str, quiet: QuietRules) -> bool:
    """Tell whether one of the places where a clause has the word is a mention."""
    start = clause.find(word)
    while start >= 0:
        before, behind = clause[:start], clause[start + len(word) :]
        if not behind.startswith(quiet.after) and not _is_negated(before, quiet):
            return True
        start = clause.find(word, start + 1)
    return False


def _is_negated(before: str, quiet: QuietRules) -> bool:
    for negation in quiet.before:
        at = before.rfind(negation.text)
        if at < 0:
            continue
        between = before[at + len(negation.text) :]
        if any(word in between for word in quiet.contrast):
            continue
        for link in quiet.links:
            between = between.replace(link, "")
        if len(between) <= negation.reach:
            return True
    return False
