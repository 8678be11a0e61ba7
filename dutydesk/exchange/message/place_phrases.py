"""Phrases of a message that may name a place: behind 在, before 发生, alone in a clause."""

from __future__ import annotations

import re
from functools import cache

from dutydesk.domain.dataclass import dataclass
from dutydesk.exchange.message.numerals import NUMBER
from dutydesk.exchange.message.plain import Sentence
from dutydesk.exchange.message.time_mentions import time_mentions
from dutydesk.exchange.message.words import one_of, pattern, regions, word_list


@dataclass(frozen=True)
class PlacePhrase:
    """A phrase and how it was found; ``start`` and ``end`` are places in the message."""

    start: int
    end: int
    text: str
    sentence_no: int
    is_named_as_place: bool
    """It stands behind a word such as 位于 or 发生在."""
    nearness: float
    """How near behind it is said what happened, from 0 to 1; below 0 where it was only felt."""


# Two regions that share a border are one place: 甲县、乙县交界处.
# So is a road with the point on it: 青银高速公路,63公里处.
_CLAUSE = re.compile(
    r"[^,:、]+(?:、[^,:、]{2,20}(?:交界|交汇|接壤)[^,:、]*)?"
    r"(?:(?<=[路街道线段桥速]),[^,:、]{1,14}(?:处|路段|路口|附近|门口|门前)(?=[,发]))?"
)
_ZONE = re.compile("(?:北京|当地)时间")
_SHORTEST, _LONGEST = 2, 45
_CLOSE, _NEAR, _FAR, _ONLY_FELT = 3, 14, 60, -1.0
_LOOKED_AT = 120
_POSITION = re.compile(
    rf"{NUMBER}(?:\+\d+)?(?:-{NUMBER})?(?:号|公里|千米|米|km|k|KM|K)|[KkGgSs]\d{{2,5}}|[a-zA-Z]座|[东南西北]侧"
)


def place_phrases(sentence: Sentence, kind: str) -> list[PlacePhrase]:
    """Return the phrases of one sentence that look like a place, as they stand."""
    blanked = _without_times(sentence.text)
    found: dict[tuple[int, int], PlacePhrase] = {}
    for clause in _CLAUSE.finditer(blanked):
        for start, word in _starts(clause[0]):
            phrase = _phrase(
                sentence, blanked, (clause.start() + start, clause.end()), word, _happens(kind)
            )
            if phrase is not None:
                found.setdefault((phrase.start, phrase.end), phrase)
    return list(found.values())


@cache
def _happens(kind: str) -> re.Pattern[str]:
    by_kind = word_list("places")["happens"]
    return re.compile("|".join(by_kind.get(kind) or by_kind[""]))


def _without_times(text: str) -> str:
    """Put commas where times stand: what is before and behind are different phrases."""
    for mention in time_mentions(text):
        text = text[: mention.start] + "," * (mention.end - mention.start) + text[mention.end :]
    return _ZONE.sub(lambda found: "," * len(found[0]), text)


def _starts(clause: str) -> list[tuple[int, str]]:
    """Return where phrases may begin, and the word before each that says a place follows."""
    found = [(0, "")]
    found += [(match.end(), match[0]) for match in pattern("places", "before").finditer(clause)]
    end = 0
    for place in range(len(clause)):
        name = name_at(clause, place)
        if name and place >= end:
            found += [(place, "")] if place > end or not end else []
            end = place + len(name)
    return found


def name_at(text: str, place: int) -> str:
    """Return the longest name of a region that begins there."""
    for name in _names_by_start().get(text[place : place + 2], ()):
        if text.startswith(name, place):
            return name
    return ""


@cache
def _names_by_start() -> dict[str, tuple[str, ...]]:
    """Return the names by their first two characters, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(regions(), key=lambda one: (-len(one), one)):
        found.setdefault(name[:2], []).append(name)
    return {start: tuple(names) for start, names in found.items()}


def _phrase(
    sentence: Sentence,
    text: str,
    bounds: tuple[int, int],
    word: str,
    happens: re.Pattern[str],
) -> PlacePhrase | None:
    start, end = bounds
    stop = _stop(text, start, end)
    nearness = (
        1.0 if pattern("places", "event_before").search(word) else _nearness(text, stop, happens)
    )
    start, stop = _trimmed(text, start, stop)
    words = text[start:stop]
    if not _SHORTEST <= len(words) <= _LONGEST or pattern("places", "not_a_place").search(words):
        return None
    if specificity(words) <= 0:
        return None
    return PlacePhrase(
        sentence.start + start,
        sentence.start + stop,
        words,
        sentence.no,
        is_named_as_place=pattern("places", "strong_before").search(word) is not None,
        nearness=nearness,
    )


def _nearness(text: str, stop: int, happens: re.Pattern[str]) -> float:
    """Return 1 where what happened is said right behind a phrase, 0.5 a clause later, else 0."""
    behind = re.sub("[, ]+", ",", text[stop : stop + _LOOKED_AT]).lstrip(",")
    if pattern("places", "felt").search(behind):
        return _ONLY_FELT
    found = happens.search(behind)
    if found is None:
        return 0.0
    steps = ((_CLOSE, 1.0), (_NEAR, 0.75), (_FAR, 0.4))
    return next((weight for reach, weight in steps if found.start() <= reach), 0.0)


def _stop(text: str, start: int, end: int) -> int:
    """Return where a phrase ends: at what happened, but never inside the name of a region."""
    place = start
    # What goes on longer is no place; looking farther would cost the square of a long text.
    end = min(end, start + _LONGEST + 1)
    stop = pattern("places", "stop")
    while place < end:
        name = name_at(text, place)
        if name:
            place += len(name)
        elif stop.match(text, place) and place > start:
            return place
        else:
            place += 1
    return end


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    lead_in, tail = _lead_in(), _tail()
    while True:
        lead = lead_in.match(text, start, stop)
        if lead is None or lead.end() == start or name_at(text, start):
            break
        start = lead.end()
    while True:
        end = tail.search(text, start, stop)
        if end is None or end.start() == stop:
            break
        stop = end.start()
    return start, stop


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(f" *(?:{'|'.join(word_list('places')['lead_in'])})? *")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(f" *{one_of(word_list('places')['tail'])}? *$")


@cache
def _spot() -> re.Pattern[str]:
    return re.compile(one_of(word_list("places")["spots"]))


@cache
def _regional() -> re.Pattern[str]:
    return re.compile(one_of(word_list("places")["regional_units"]))


def specificity(words: str, *, is_wide: bool = False) -> float:
    """Return how much a phrase says of a place: regions, then roads and houses, then numbers.

    0 for a word that any place may have: 酒店, 附近.
    """
    names = _count_names(words)
    spots = {found[0] for found in _spot().finditer(words)}
    units = {found[0] for found in _regional().finditer(pattern("places", "any").sub("", words))}
    if not names and len(words) <= max(map(len, spots | units), default=0) + 1:
        return 0.0
    if is_wide:
        return min(names, 3) * 0.8 + 0.4 * min(len(units), 4) - 0.6 * _has_idle_opening(words)
    total = min(names, 3) * 0.8 + 0.4 * min(len(units), 4) + 1.1 * min(len(spots), 3)
    if _POSITION.search(words):
        total += 2
    total -= 0.6 * _has_idle_opening(words)
    total -= 0.1 * max(0, len(words.replace(" ", "")) - 5 * (names + len(spots) + len(units)))
    if not names and len(spots) <= 1 and pattern("places", "some").search(words):
        total = max(total - 2, 0.1)
    return total


def _has_idle_opening(words: str) -> bool:
    """Tell whether a phrase begins with words that are no part of the place before its region."""
    first = next((place for place in range(len(words)) if name_at(words, place)), 0)
    opening = words[:first]
    return bool(opening) and not (_spot().search(opening) or _regional().search(opening))


def _count_names(words: str) -> int:
    count = place = 0
    while place < len(words):
        name = name_at(words, place)
        count += bool(name)
        place += len(name) or 1
    return count
