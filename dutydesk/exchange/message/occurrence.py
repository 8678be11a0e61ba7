"""Which time of a message is when it happened: not the dateline, not when it was put out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime
from enum import IntEnum
from itertools import zip_longest

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.message_reading import Span, TimePrecision
from dutydesk.exchange.message.calendar_time import Calendar, DatedTime
from dutydesk.exchange.message.plain import Sentence
from dutydesk.exchange.message.time_mentions import time_mentions
from dutydesk.exchange.message.words import pattern


class _Role(IntEnum):
    """What the words around a time say of it."""

    OTHER = 0
    TOLD = 1
    OPEN = 2
    HAPPENED = 3


@dataclass(frozen=True)
class Occurrence:
    """When it happened, and the words that say so."""

    at: datetime
    precision: TimePrecision
    span: Span
    sentence_no: int


@dataclass(frozen=True)
class _Candidate:
    dated: DatedTime
    role: _Role
    sentence_no: int

    @property
    def score(self) -> float:
        return (
            self.role
            + _CLOSENESS[self.dated.precision]
            - _FARTHER * min(self.sentence_no, _FAR_SENTENCE)
        )


_CLOSENESS = {
    TimePrecision.MINUTE: 1.0,
    TimePrecision.HOUR: 0.7,
    TimePrecision.PART_OF_DAY: 0.3,
    TimePrecision.DAY: 0.0,
}
_CLOCKED = frozenset({TimePrecision.MINUTE, TimePrecision.HOUR})
_FARTHER, _FAR_SENTENCE = 0.15, 8
_REACH = 90
_BEFORE = 8
_PART_SECONDS = 7 * 3600


def occurrence(text: str, sentences: list[Sentence], received_at: datetime) -> Occurrence | None:
    """Return when it happened as closely as the message says, None when it does not."""
    dated = Calendar(text, received_at).dated(time_mentions(text))
    told = [one for one in _candidates(text, sentences, dated) if not one.dated.is_dateline]
    candidates = [one for one in told if one.dated.at <= received_at]
    wanted = [one for one in candidates if _counts(one)]
    if not wanted:
        return None
    best = max(wanted, key=lambda one: one.score)
    best = _closer(best, candidates)
    span = Span(best.dated.mention.start, best.dated.mention.end)
    return Occurrence(best.dated.at, best.dated.precision, span, best.sentence_no)


def _candidates(
    text: str, sentences: list[Sentence], dated: list[DatedTime]
) -> Iterator[_Candidate]:
    """Yield each time with its sentence, but for those of other years and events."""
    starts = [sentence.start for sentence in sentences]
    background = {sentence.no for sentence in sentences if _is_background(sentence)}
    for one, following in zip_longest(dated, dated[1:]):
        at = bisect_right(starts, one.mention.start) - 1
        if at < 0 or sentences[at].no in background:
            continue
        sentence = sentences[at]
        end = min(sentence.end, one.mention.end + _REACH)
        if following is not None:
            end = min(end, following.mention.start)
        yield _Candidate(one, _role(text, sentence, one, end), sentence.no)


def _counts(one: _Candidate) -> bool:
    if one.role is _Role.HAPPENED:
        return True
    # The hour of a call for help is near; on which day somebody was told says nothing.
    return one.role is not _Role.OTHER and one.dated.precision in _CLOCKED


def _closer(best: _Candidate, candidates: list[_Candidate]) -> _Candidate:
    """Return the same time told more closely elsewhere: 15时许 … 约在15时15分."""
    if best.dated.precision is TimePrecision.MINUTE:
        return best
    least = _Role.OPEN if best.dated.precision is TimePrecision.HOUR else _Role.TOLD
    closer = [one for one in candidates if one.role >= least and _is_within(one.dated, best.dated)]
    return max(closer, key=lambda one: one.score, default=best)


def _is_within(one: DatedTime, wide: DatedTime) -> bool:
    if one.precision not in _CLOCKED or one.at.date() != wide.at.date():
        return False
    if wide.precision is TimePrecision.HOUR:
        return one.precision is TimePrecision.MINUTE and one.at.hour == wide.at.hour
    if wide.precision is TimePrecision.PART_OF_DAY:
        return wide.at <= one.at and (one.at - wide.at).total_seconds() <= _PART_SECONDS
    return True


def _is_background(sentence: Sentence) -> bool:
    return pattern("times", "background").search(sentence.text) is not None


def _role(text: str, sentence: Sentence, one: DatedTime, end: int) -> _Role:
    mention = one.mention
    before = text[max(sentence.start, mention.start - _BEFORE) : mention.start]
    if pattern("times", "until").search(before[-4:].rstrip("于在, ")) and _ends(before):
        return _Role.OTHER
    if _ends_with("from", before.rstrip("于在约, ")):
        return _Role.HAPPENED
    return _first_word(text[mention.end : end])


def _ends(before: str) -> bool:
    return _ends_with(
        "until", before.rstrip("于在, ").removesuffix("昨天").removesuffix("北京时间")
    )


def _ends_with(key: str, text: str) -> bool:
    return any(found.end() == len(text) for found in pattern("times", key).finditer(text))


def _first_word(words: str) -> _Role:
    places = {
        role: found.start()
        for role, key in (
            (_Role.HAPPENED, "happened"),
            (_Role.TOLD, "told"),
            (_Role.OTHER, "other"),
        )
        if (found := pattern("times", key).search(words)) is not None
    }
    return min(places, key=lambda role: (places[role], -role)) if places else _Role.OPEN
