"""How text is cut for the search index, the same for what is stored and what is looked for.

Two-character words are the normal case in Chinese, so the index holds overlapping pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from dutydesk.domain.simplified import TRADITIONAL, table

# Signs that folding leaves alone and that never join with a neighbour: found in the text as
# typed, they stand in the folded text too, and folding costs most of a search.
_PLAIN = re.compile("[0-9\u4e00-\u9fff]+")


def folded(text: str) -> str:
    """Return the text as searched: half width, small letters, simplified characters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    # Most texts have no traditional character, and translating costs twice this look.
    return plain if TRADITIONAL.isdisjoint(plain) else plain.translate(table())


def runs(text: str) -> list[str]:
    """Return the runs of letters and digits of an already folded text."""
    return "".join(c if c.isalnum() else " " for c in text).split()


def index_tokens(text: str) -> str:
    """Return the tokens of one entry: every pair of neighbours and each run's last character."""
    return tokens_of(runs(folded(text)))


def tokens_of(cut: Iterable[str]) -> str:
    """Return the tokens of the runs of one entry."""
    tokens: set[str] = set()
    for run in cut:
        tokens.update(map("".join, pairwise(run)))
        tokens.add(run[-1])
    return " ".join(sorted(tokens))


def query_words(text: str) -> list[str]:
    """Return the folded words of a query; all of them must be found."""
    return folded(text).split()


def match_expression(words: list[str]) -> str:
    """Return the FTS5 expression that no match can escape; empty when no word has a letter.

    A single character is asked for by prefix: it begins a pair or ends a run.
    """
    parts: list[str] = []
    for word in words:
        for run in runs(word):
            if len(run) == 1:
                parts.append(f'"{run}"*')
            else:
                parts.extend(f'"{a}{b}"' for a, b in pairwise(run))
    return " AND ".join(dict.fromkeys(parts))


def needs_check(words: list[str]) -> bool:
    """Tell whether index hits must be compared with the text itself.

    One run of up to two characters is decided by the index alone.
    """
    return any(len(word) > 2 or runs(word) != [word] for word in words)  # noqa: PLR2004 -- pairs


def are_plain(words: list[str]) -> bool:
    """Tell whether a text that holds the words as typed holds them folded as well."""
    return all(map(_PLAIN.fullmatch, words))


def holds(words: list[str], text: str) -> bool:
    """Tell whether the folded text holds every word: the plain scan that search must equal."""
    if are_plain(words) and all(word in text for word in words):
        return True
    target = folded(text)
    return all(word in target for word in words)
