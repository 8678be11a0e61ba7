"""Where it happened: the phrase that says most, near the words for what happened."""

from __future__ import annotations

import re
from functools import cache

from dutydesk.exchange.message.place_phrases import PlacePhrase, place_phrases, specificity
from dutydesk.exchange.message.plain import Sentence
from dutydesk.exchange.message.words import one_of, pattern, word_list

_TITLE = -0.7
_FARTHER, _FAR_SENTENCE = 0.25, 8
_NAMED, _BEFORE_EVENT, _IN_TIMED_SENTENCE = 1.2, 2.4, 1.8
_OFFICE = -3.0
_IDLE = -1.0
_WIDE = frozenset({"地震", "台风", "暴雨", "洪涝", "干旱", "雪灾", "大雾", "沙尘暴", "海啸"})
"""Kinds that strike a region, not a house or a road."""
_FIRES = frozenset({"火灾", "爆炸"})
_MOST_SPECIFIC = 6.0


def place_of(
    sentences: list[Sentence], kind: str, timed_sentence: int | None
) -> PlacePhrase | None:
    """Return the phrase that names the place, None when there is none.

    ``timed_sentence`` is the number of the sentence that says when it happened.
    """
    found = [
        (_score(phrase, sentence, kind, timed_sentence), phrase)
        for sentence in sentences
        if not pattern("times", "background").search(sentence.text) or sentence.no <= 1
        for phrase in place_phrases(sentence, kind)
    ]
    if not found:
        return None
    if all(phrase.nearness <= 0 for _, phrase in found):
        # Nothing says where the shock was: then it was where it was felt.
        found = [(score - 2 * _BEFORE_EVENT * phrase.nearness, phrase) for score, phrase in found]
    return max(found, key=lambda one: (one[0], -one[1].start))[1]


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(f"{one_of(word_list('places')['offices'])}$")


@cache
def _hospitals() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(word_list('places')['hospitals'])})$")


def _score(
    phrase: PlacePhrase, sentence: Sentence, kind: str, timed_sentence: int | None
) -> float:
    is_wide = kind in _WIDE
    total = min(specificity(phrase.text, is_wide=is_wide), _MOST_SPECIFIC)
    total += _TITLE if sentence.no == 0 else -_FARTHER * min(sentence.no, _FAR_SENTENCE)
    total += _BEFORE_EVENT * phrase.nearness * (2 if is_wide else 1)
    if phrase.is_named_as_place:
        total += _NAMED * (1.5 if is_wide else 1)
    elif not phrase.nearness:
        total += _IDLE
    if sentence.no == timed_sentence:
        # Of a shock the lead tells the time; what was struck is often said behind it.
        total += _IN_TIMED_SENTENCE / (2 if is_wide else 1)
    if _offices().search(phrase.text):
        total += _OFFICE
    if kind not in _FIRES and _hospitals().search(phrase.text):
        total += _OFFICE
    return total
