"""The numbers of people and the words of harm in one sentence, in order."""

from __future__ import annotations

import re
from functools import cache

from dutydesk.domain.dataclass import dataclass
from dutydesk.exchange.message.numerals import NUMBER, number
from dutydesk.exchange.message.words import one_of, pattern, word_list

ILL = "poisoned_or_ill"
HARMS = (
    "deaths",
    "missing",
    "seriously_injured",
    "lightly_injured",
    "injured",
    ILL,
)


@dataclass(frozen=True)
class HarmToken:
    """A number of people (``figure`` is empty) or a word of harm; places in the sentence."""

    start: int
    end: int
    clause: int
    figure: str = ""
    value: int | None = None
    is_vague: bool = False
    is_bare: bool = False
    """A word of one sign, which means harm only right behind a number: 3死."""


_CLAUSE = re.compile(r"[^,:]+")
_VAGUE = re.compile(r"(?:约|近|将近|大约|可能有?)$")
_UNCOUNTED = re.compile(r"[数几第]$")


@cache
def persons() -> str:
    """Return the pattern of words for one person: 司机, 女童, 环卫工人."""
    return one_of(word_list("figures")["persons"])


@cache
def _people() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<n>(?:上(?=[百千万]))?{NUMBER}|多|数|若干|部分|许多|大批|一些)[余多来几]?"
        rf"(?:人|[名位个例口具条](?:人)?|[男女](?!子|童|孩|性|生|工|士)|(?={persons()})"
        r"|(?=死(?!亡?率)|[重轻]?伤(?!势)|失踪|失联|遇难|受伤))"
    )


@cache
def _couples() -> re.Pattern[str]:
    return re.compile(f"{one_of(word_list('figures')['couples'])}(?:俩|双双)?")


def clauses(sentence: str) -> list[tuple[int, str]]:
    """Return the clauses of a sentence with their places."""
    return [(piece.start(), piece[0]) for piece in _CLAUSE.finditer(sentence)]


def harm_tokens(sentence: str) -> list[HarmToken]:
    """Return the tokens of a sentence in order."""
    found: list[HarmToken] = []
    for no, (start, clause) in enumerate(clauses(sentence)):
        found += sorted(
            [*_numbers(clause, start, no), *_words(clause, start, no)],
            key=lambda token: token.start,
        )
    return found


def _numbers(clause: str, start: int, no: int) -> list[HarmToken]:
    found = []
    for match in _people().finditer(clause):
        before = clause[: match.start()]
        value = None if _UNCOUNTED.search(before) else number(match["n"])
        found.append(
            HarmToken(
                start + match.start(),
                start + match.end(),
                no,
                value=value,
                is_vague=_VAGUE.search(before) is not None,
            )
        )
    for match in _couples().finditer(clause):
        found.append(HarmToken(start + match.start(), start + match.end(), no, value=2))
    return found


def _words(clause: str, start: int, no: int) -> list[HarmToken]:
    taken = [False] * len(clause)
    found = []
    for figure in HARMS:
        for match in pattern("figures", figure).finditer(clause):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = [True] * len(match[0])
            at = (start + match.start(), start + match.end())
            found.append(HarmToken(*at, no, figure, is_bare=len(match[0]) == 1))
    return found
