"""Finding what a message counts: 造成3人死亡, 致3死2伤, 死亡人数上升至12人, 一名女子被烧死.

In each clause numbers of people and words of harm stand in a row; a word takes the number before
it, else the one behind it. So 3人死亡2人受伤 and 死亡3人受伤2人 are both read rightly.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dutydesk.domain.dataclass import dataclass
from dutydesk.exchange.message.harm_tokens import (
    ILL,
    HarmToken,
    clauses,
    harm_tokens,
    persons,
)
from dutydesk.exchange.message.plain import Sentence
from dutydesk.exchange.message.words import one_of, pattern, word_list


@dataclass(frozen=True)
class Count:
    """One number of people in the message."""

    figure: str
    value: int
    start: int
    end: int
    sentence_no: int
    is_total: bool = False
    is_vague: bool = False
    is_part: bool = False
    is_updated: bool = False
    is_person: bool = False
    """One person told of, not counted: 司机当场死亡."""


_LONGEST_GAP = 22
_SHARED_GAP = 4
_LATER_GAP = 12
_PERSON_REACH = 12
_AND = re.compile(r"[^,:、和及与]{0,8}(?:、|和|及|以及|与)")
_YEAR = re.compile(r"(\d{4})年")


@cache
def _linked() -> re.Pattern[str]:
    words = word_list("figures")
    return re.compile(f"{one_of([*words['linked'], *words['persons']])}*")


def counts(sentence: Sentence, years: frozenset[int]) -> list[Count]:
    """Return what one sentence counts; figures of other years and events are left out."""
    text = sentence.text
    named = {int(year) for year in _YEAR.findall(text)}
    if pattern("figures", "background").search(text) or (named and not named & years):
        return []
    tokens = harm_tokens(text)
    # Who is taken to hospital is told of by more than one word: the ill are counted by themselves.
    harmed = [token for token in tokens if token.figure != ILL]
    return [*_paired(sentence, harmed, harmed), *_paired(sentence, tokens, _only(ILL, tokens))]


def _only(figure: str, tokens: list[HarmToken]) -> list[HarmToken]:
    return [token for token in tokens if token.figure == figure]


def _paired(sentence: Sentence, tokens: list[HarmToken], words: list[HarmToken]) -> list[Count]:
    """Return each of the words with the number it belongs to."""
    text, parts = sentence.text, clauses(sentence.text)
    found: list[Count] = []
    used: set[int] = set()
    for word in words:
        place = tokens.index(word)
        if not word.figure or (place and _says_again(word, tokens[place - 1])):
            continue
        start, clause = parts[word.clause]
        partner = _partner(text, tokens, place, used)
        if partner is not None:
            used.add(partner)
            if tokens[partner].value is not None:
                people = _together(text, tokens, partner)
                found.append(_count(sentence, clause, (word, people), found))
        elif word.figure != ILL and not word.is_bare:
            found += _one_person(sentence, word, text[start : word.start])
    return found


def _together(text: str, tokens: list[HarmToken], at: int) -> HarmToken:
    """Return people named in one breath as one number: 6名队员和2名施工人员受伤."""
    people = tokens[at]
    while at and not tokens[at - 1].figure and tokens[at - 1].clause == people.clause:
        before = tokens[at - 1]
        between = text[before.end : people.start]
        if before.value is None or not _AND.fullmatch(between):
            break
        value = (people.value or 0) + before.value
        people, at = replace(people, start=before.start, value=value), at - 1
    return people


def _says_again(word: HarmToken, before: HarmToken) -> bool:
    """Tell whether a word repeats the one before it: 不治身亡."""
    is_near = before.clause == word.clause and word.start - before.end <= _SHARED_GAP
    return before.figure == word.figure and is_near


def _partner(text: str, tokens: list[HarmToken], place: int, used: set[int]) -> int | None:
    """Return which number a word of harm belongs to."""
    word = tokens[place]
    before = _before(text, tokens, place, used)
    if before is not None:
        return before
    ahead = place + 1
    if ahead >= len(tokens) or tokens[ahead].figure:
        return None
    between = text[word.end : tokens[ahead].start]
    if word.is_bare or len(between) > _LONGEST_GAP:
        # Of a word of one sign the number must follow at once: 死3人伤5人.
        return None if between else ahead
    return ahead if _linked().fullmatch(between) else None


def _before(text: str, tokens: list[HarmToken], place: int, used: set[int]) -> int | None:
    word, back = tokens[place], place - 1
    if back < 0:
        return None
    if _shares(word, tokens[back]):
        # 两人中毒身亡: the second word of harm leans on the same number.
        back -= 1
    elif back in used:
        return None
    if back < 0 or tokens[back].figure:
        return None
    between = text[tokens[back].end : word.start]
    if tokens[back].clause != word.clause:
        return back if _goes_on(text, tokens[back], word) else None
    longest = 0 if word.is_bare else _LONGEST_GAP
    fits = len(between) <= longest and not pattern("figures", "helped").search(between)
    return back if fits else None


def _shares(word: HarmToken, before: HarmToken) -> bool:
    return (
        before.figure not in {"", word.figure}
        and before.clause == word.clause
        and word.start - before.end <= _SHARED_GAP
        and not word.is_bare
    )


def _goes_on(text: str, people: HarmToken, word: HarmToken) -> bool:
    """Tell whether a clause goes on about the one before: 一名工人被送往医院, 经抢救无效死亡."""
    if people.clause + 1 != word.clause or word.is_bare:
        return False
    key = {"deaths": "later", ILL: "going_on_ill"}.get(word.figure)
    if key is None:
        return False
    start = text.rfind(",", 0, word.start) + 1
    opening = text[start : word.start + 2]
    return len(opening) <= _LATER_GAP and bool(pattern("figures", key).match(opening))


def _count(
    sentence: Sentence, clause: str, pair: tuple[HarmToken, HarmToken], before: list[Count]
) -> Count:
    word, people = pair
    text = sentence.text
    start, end = min(word.start, people.start), max(word.end, people.end)
    is_of_the_ill = (
        word.figure == ILL and pattern("figures", "of_the_ill").search(clause) is not None
    )
    is_same_before = any(one.figure == word.figure for one in before)
    return Count(
        word.figure,
        people.value or 0,
        sentence.start + start,
        sentence.start + end,
        sentence.no,
        is_total=word.is_bare or pattern("figures", "total").search(clause) is not None,
        is_vague=people.is_vague or pattern("figures", "loose_source").search(clause) is not None,
        is_part=is_of_the_ill or _is_part(text[:start], is_same_before=is_same_before),
        is_updated=pattern("figures", "updated").search(text[:end]) is not None,
    )


def _is_part(before: str, *, is_same_before: bool) -> bool:
    """Tell whether a number is one among those counted before: 其中3人当场死亡, 又有4人."""
    if before.endswith("又有"):
        return True
    marks = list(pattern("figures", "part").finditer(before))
    if not marks or not is_same_before:
        return False
    return pattern("figures", "apart").search(before, marks[-1].end()) is None


def _one_person(sentence: Sentence, word: HarmToken, before: str) -> list[Count]:
    """Return one where the words before harm end with one person: 司机已当场, 致周某当场."""
    near = before[-_PERSON_REACH:]
    named = list(re.finditer(persons(), near))
    if not named:
        return []
    around = near[: named[-1].start()][-4:] + near[named[-1].end() :][:1]
    if pattern("figures", "many").search(around):
        return []
    start = word.start - len(near) + named[-1].start()
    at = (sentence.start + start, sentence.start + word.end)
    return [Count(word.figure, 1, *at, sentence.no, is_person=True)]
