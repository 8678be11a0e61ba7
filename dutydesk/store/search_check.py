"""The check of the search index: what it holds against what the entries say.

An index that lost a word hides an entry from whoever looks for it; so every word of every entry
is compared. Per word the number of entries, the sum of their local numbers and the sum of the
squares are compared instead of lists, which keeps memory in bounds at a million entries; a
single wrong or missing place always changes the first two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dutydesk.domain.search_text import index_tokens
from dutydesk.domain.verification import PROBLEM_CAP, Problem, ProblemKind
from dutydesk.store import driver
from dutydesk.store.entry_text import ENTRY_TEXTS, entry_text, joined
from dutydesk.store.rebuild import paired

# Keeps the sum of squares of a billion entries within 64 bits.
_SQUARES = 1_000_003


def check_search(connection: driver.Connection) -> list[Problem]:
    """Compare the index with the entries; the connection must allow temporary tables."""
    return _compared(connection, "log_search", ENTRY_TEXTS, entry_text)


def check_contact_search(connection: driver.Connection) -> list[Problem]:
    """Compare the index of contacts with the texts it was made from, which the keys check."""
    texts = "SELECT contact_rowid, CAST(plain AS BLOB) FROM contact_text"
    return _compared(connection, "contact_search", texts, joined)


def _compared(
    connection: driver.Connection, index: str, texts: str, text_of: Callable[..., str]
) -> list[Problem]:
    connection.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_word"
        f" USING fts5vocab (main, {index}, instance)"
    )
    indexed = connection.execute(
        "SELECT CAST(term AS BLOB), count(*), sum(doc), sum(doc * doc % ?)"
        f" FROM temp.{index}_word GROUP BY term ORDER BY CAST(term AS BLOB)",
        (_SQUARES,),
    )
    problems = []
    for held, due in paired(indexed, _expected(connection, texts, text_of), width=1):
        if held != due:
            word = (held or due)[0].decode("utf-8", "replace")
            problems.append(Problem(ProblemKind.SEARCH_INDEX, index, detail=word))
            if len(problems) >= PROBLEM_CAP:
                break
    return problems


def _expected(
    connection: driver.Connection, texts: str, text_of: Callable[..., str]
) -> Iterator[tuple[bytes, int, int, int]]:
    sums: dict[str, list[int]] = {}
    for rowid, *fields in connection.execute(texts):
        text = text_of(*fields)
        square = rowid * rowid % _SQUARES
        for word in index_tokens(text).split():
            held = sums.setdefault(word, [0, 0, 0])
            held[0] += 1
            held[1] += rowid
            held[2] += square
    for word in sorted(sums, key=str.encode):
        yield (word.encode(), *sums[word])  # type: ignore[misc]  # three numbers each
