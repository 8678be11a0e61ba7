"""What kind of emergency a message tells of: words of each kind, weighed by where they stand."""

from __future__ import annotations

import re
from functools import cache

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.message_reading import Span
from dutydesk.exchange.message.plain import Sentence
from dutydesk.exchange.message.words import pattern, word_list


@dataclass(frozen=True)
class KindFound:
    """A kind by its Chinese name, its category, and the first word that says so."""

    category: IncidentCategory
    kind: str
    span: Span


@dataclass(frozen=True)
class _KindWords:
    category: IncidentCategory
    kind: str
    strong: re.Pattern[str]
    weak: re.Pattern[str] | None


_TITLE, _LEAD, _REST = 4.0, 2.0, 0.5
_WEAK = 0.25
_LEAD_SENTENCES = 2
_MOST_WORDS = 3
_CAUSE = re.compile(
    r"受[^,。]{1,14}影响|因(?:连日|持续|连续|突降)[^,。]{1,8}(?=,)"
    r"|[因由]于?(?:大雾|团雾|大风|暴雨|强降雨|暴雪|雷击|雷电|冰雹|台风)[^,。]{0,4}(?=[,发造导引致])"
)
"""What it came from is not what it was: 受强降雨影响, 某村发生滑坡."""
_FIRST_IN_TITLE = 2.0
_ENOUGH = 2


@cache
def _kinds() -> tuple[_KindWords, ...]:
    return tuple(
        _KindWords(
            IncidentCategory(one["category"]),
            one["kind"],
            re.compile("|".join(one["strong"])),
            re.compile("|".join(one["weak"])) if one.get("weak") else None,
        )
        for one in word_list("kinds")["kinds"]
    )


def kind_of(sentences: list[Sentence]) -> KindFound | None:
    """Return the kind whose words weigh most, None when no word says any."""
    first = {words.kind: _first(words.strong, sentences) for words in _kinds()}
    told = [words for words in _kinds() if first[words.kind] is not None]
    if not told:
        return _by_weak_words(sentences)
    earliest = _earliest_in_title(sentences)
    best = max(told, key=lambda words: _weight(words, sentences, is_first=words.kind == earliest))
    span = first[best.kind]
    assert span is not None  # noqa: S101 -- only kinds with a word are told
    return _narrowed(KindFound(best.category, best.kind, span), sentences)


def _narrowed(found: KindFound, sentences: list[Sentence]) -> KindFound:
    """Return the kind by what it struck: a 火灾 in a 林场 is a 森林火灾."""
    named: dict[str, int] = {}
    for one in word_list("kinds")["narrower"]:
        if one["of"] == found.kind:
            named[one["kind"]] = _struck(re.compile("|".join(one["burning"])), sentences)
    kind = max(named, key=lambda name: named[name], default=None)
    if kind is None or named[kind] < _ENOUGH:
        return found
    return KindFound(_category_of(kind), kind, found.span)


def _struck(words: re.Pattern[str], sentences: list[Sentence]) -> int:
    """Count the words for what burns; one in the title is enough."""
    in_title = any(words.search(one.text) for one in sentences if one.no == 0)
    everywhere = {word for one in sentences for word in words.findall(one.text)}
    return len(everywhere) + (_ENOUGH if in_title else 0)


def _category_of(kind: str) -> IncidentCategory:
    return next(words.category for words in _kinds() if words.kind == kind)


def _by_weak_words(sentences: list[Sentence]) -> KindFound | None:
    """Return the kind that several of the usual words around it point to."""
    found = []
    for words in _kinds():
        if words.weak is None:
            continue
        span = _first(words.weak, sentences)
        named = {word for one in sentences for word in words.weak.findall(one.text)}
        if span is not None and len(named) >= _ENOUGH:
            found.append((len(named), KindFound(words.category, words.kind, span)))
    return max(found, key=lambda one: one[0])[1] if found else None


def _first(words: re.Pattern[str], sentences: list[Sentence]) -> Span | None:
    for sentence in sentences:
        found = words.search(sentence.text)
        if found is not None:
            return Span(sentence.start + found.start(), sentence.start + found.end())
    return None


def _earliest_in_title(sentences: list[Sentence]) -> str | None:
    """Return the kind that a title names first: 6车追尾引发大火 is no fire."""
    if not sentences:
        return None
    opening = _CAUSE.sub("", sentences[0].text)
    places = {
        words.kind: found.start()
        for words in _kinds()
        if (found := words.strong.search(opening)) is not None
    }
    return min(places, key=lambda kind: places[kind], default=None)


def _weight(words: _KindWords, sentences: list[Sentence], *, is_first: bool) -> float:
    total = _FIRST_IN_TITLE if is_first else 0.0
    rest = 0.0
    for sentence in sentences:
        strong = len(set(words.strong.findall(sentence.text)))
        weak = len(set(words.weak.findall(sentence.text))) if words.weak else 0
        weight = min(strong, _MOST_WORDS) + _WEAK * min(weak, _MOST_WORDS)
        if strong and not words.strong.search(_CAUSE.sub("", sentence.text)):
            weight /= 2
        if pattern("times", "background").search(sentence.text):
            weight /= 2
        if sentence.no == 0:
            total += _TITLE * weight
        elif sentence.no <= _LEAD_SENTENCES:
            total += _LEAD * weight
        else:
            rest += _REST * weight
    return total + min(rest, _TITLE)
