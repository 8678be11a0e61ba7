"""Which of the numbers of a message holds: the total, not a part; the later, not the earlier."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.message_reading import Span
from dutydesk.exchange.message.casualties import Count, counts
from dutydesk.exchange.message.harm_tokens import ILL
from dutydesk.exchange.message.plain import Sentence
from dutydesk.exchange.message.words import pattern


@dataclass(frozen=True)
class Total:
    """How many, and the words that say so."""

    value: int
    span: Span


def totals(
    sentences: list[Sentence], years: frozenset[int], *, is_illness: bool
) -> dict[str, Total]:
    """Return what is stated of each figure; one that is not stated is not in it."""
    every = [one for sentence in sentences for one in counts(sentence, years)]
    found: dict[str, Total] = {}
    for figure in ("deaths", "missing", "injured", "seriously_injured"):
        total = _total([one for one in every if one.figure == figure])
        if total is not None:
            found[figure] = total
    if "injured" not in found:
        _add_by_gravity(found, every)
    if is_illness:
        ill = _most([one for one in every if one.figure == ILL])
        if ill is not None:
            found[ILL] = ill
    _add_nobody(found, sentences)
    return found


def _add_by_gravity(found: dict[str, Total], every: list[Count]) -> None:
    """Take the grave and the light ones together where no number of the injured is told."""
    grave = found.get("seriously_injured")
    light = _total([one for one in every if one.figure == "lightly_injured"])
    both = [one for one in (grave, light) if one is not None]
    if both:
        span = Span(min(o.span.start for o in both), max(o.span.end for o in both))
        found["injured"] = Total(sum(one.value for one in both), span)


def _add_nobody(found: dict[str, Total], sentences: list[Sentence]) -> None:
    for key, figures in (
        ("none_dead_or_injured", ("deaths", "injured")),
        ("none_dead", ("deaths",)),
        ("none_injured", ("injured",)),
        ("none_missing", ("missing",)),
    ):
        for sentence in sentences:
            said = pattern("figures", key).search(sentence.text)
            if said is None or pattern("figures", "background").search(sentence.text):
                continue
            if pattern("figures", "not_told").search(sentence.text[: said.start()][-6:]):
                continue
            span = Span(sentence.start + said.start(), sentence.start + said.end())
            for figure in figures:
                found.setdefault(figure, Total(0, span))


def _total(told: list[Count]) -> Total | None:
    whole = [one for one in told if not one.is_part]
    sums = _sums(whole)
    summed = {one.sentence_no for one in sums}
    whole = [one for one in whole if one.sentence_no not in summed or one.value > 1] + sums
    for tier in (_is_firm_total, _is_firm, _is_loose, _is_person):
        chosen = [one for one in whole if tier(one)]
        if chosen:
            best = _best(chosen)
            return Total(best.value, Span(best.start, best.end))
    return None


def _most(told: list[Count]) -> Total | None:
    """Return the largest number of the ill: hospitals tell of those whom they have."""
    whole = [one for one in told if not one.is_part]
    chosen = [one for one in whole if not one.is_vague] or whole
    if not chosen:
        return None
    best = max(chosen, key=lambda one: (one.value, -one.start))
    return Total(best.value, Span(best.start, best.end))


def _best(chosen: list[Count]) -> Count:
    updated = [one for one in chosen if one.is_updated]
    if updated:
        latest = max(one.sentence_no for one in updated)
        return max(
            (one for one in updated if one.sentence_no == latest), key=lambda one: one.value
        )
    often = Counter(one.value for one in chosen)
    return max(chosen, key=lambda one: (often[one.value], one.value, -one.start))


def _sums(whole: list[Count]) -> list[Count]:
    """Add up the people told of one by one in a sentence: 一名男童死亡，一名少年不治身亡."""
    found = []
    for no in {one.sentence_no for one in whole}:
        single = [o for o in whole if o.sentence_no == no and not o.is_total and not o.is_vague]
        if len(single) > 1 and all(one.value == 1 for one in single):
            first, last = single[0], single[-1]
            found.append(replace(first, value=len(single), end=last.end, is_person=False))
    return found


def _is_firm_total(one: Count) -> bool:
    return one.is_total and not one.is_vague and not one.is_person


def _is_firm(one: Count) -> bool:
    return not one.is_vague and not one.is_person


def _is_loose(one: Count) -> bool:
    return not one.is_person


def _is_person(one: Count) -> bool:
    return one.is_person
