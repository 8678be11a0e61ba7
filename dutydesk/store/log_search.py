"""Finding entries: the index leads, the entries themselves decide, the newest come first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from dutydesk.domain.duty_log import SEARCHED
from dutydesk.domain.log_search import LogSearch, whole_text
from dutydesk.domain.phone import digits
from dutydesk.domain.search_text import (
    are_plain,
    folded,
    holds,
    match_expression,
    needs_check,
    query_words,
)
from dutydesk.store.rows import Rows

# The same text as domain.log_search.searched_text(), but for the details and a bare number.
_SEARCHED = " || char(10) || ".join(f"e.{name}" for name in SEARCHED)

_NO_DETAILS = "{}"

_OPEN = (
    "e.rowid IN (SELECT o.rowid FROM open_item i JOIN log_entry o ON o.id = i.origin_entry_id"
    " WHERE i.status = 'open')"
)
_CORRECTED = (
    "e.rowid IN (SELECT o.rowid FROM log_entry c JOIN log_entry o ON o.id = c.correction_of"
    " WHERE c.correction_of IS NOT NULL)"
)


def matching(rows: Rows, search: LogSearch) -> Iterator[int]:
    """Yield the local numbers of the entries that are looked for, newest first.

    Always equal to a plain scan of all entries.
    """
    if search.is_empty():
        return
    words, parts = query_words(search.text), search.parts()
    is_checked = bool(words) and (needs_check(words) or not match_expression(words))
    sql, parameters = _statement(search, is_checked=is_checked)
    tests = [(digits if name == "phone" else folded, part) for name, part in parts.items()]
    # Most hits stand in the text as typed; only the others need the whole of it, folded.
    is_plain = are_plain(words)
    for rowid, text, phone, details, *values in rows.each(sql, parameters):
        if is_checked and not (is_plain and all(word in text for word in words)):
            kept = json.loads(details) if details != _NO_DETAILS else {}
            if not holds(words, whole_text(text, phone, kept)):
                continue
        if tests and not _fits(tests, values):
            continue
        yield rowid


def _fits(tests: Sequence[tuple[Callable[[str], str], str]], values: Sequence[str]) -> bool:
    return all(part in fold(value) for (fold, part), value in zip(tests, values, strict=True))


def _statement(search: LogSearch, *, is_checked: bool) -> tuple[str, list[object]]:
    """Return the statement that yields the rows to look at, newest first."""
    parts = search.parts()
    conditions = list(_conditions(search))
    source, order = "log_entry e", "e.rowid"
    # What a field must hold stands in the index as well, blanks cutting it into words.
    asked = [*query_words(search.text), *(w for part in parts.values() for w in part.split())]
    expression = match_expression(asked)
    if expression:
        # The index leads and hands out rowids downwards; nothing is sorted.
        source, order = "log_search f", "f.rowid"
        if is_checked or parts or conditions:
            source += " CROSS JOIN log_entry e ON e.rowid = f.rowid"
        conditions.insert(0, ("log_search MATCH ?", (expression,)))
    if search.before is not None:
        conditions.append((f"{order} < ?", (search.before,)))
    if search.since is not None or search.until is not None:
        source += " JOIN shift s ON s.id = e.shift_id"
    read = f"{_SEARCHED}, e.phone, e.details" if is_checked else "NULL, NULL, NULL"
    fields = "".join(f", e.{name}" for name in parts)
    where = " AND ".join(condition for condition, _ in conditions) or "1"
    sql = f"SELECT {order}, {read}{fields} FROM {source} WHERE {where} ORDER BY {order} DESC"
    return sql, [value for _, values in conditions for value in values]


def _conditions(search: LogSearch) -> Iterator[tuple[str, Sequence[object]]]:
    """Yield what the columns must hold, each with its parameters."""
    if search.since is not None:
        yield "s.duty_date >= ?", (search.since.isoformat(),)
    if search.until is not None:
        yield "s.duty_date <= ?", (search.until.isoformat(),)
    if search.kinds:
        marks = ", ".join("?" * len(search.kinds))
        yield f"e.kind IN ({marks})", [kind.value for kind in search.kinds]
    if search.officer_id is not None:
        yield "e.officer_id = ?", (search.officer_id,)
    for is_asked, condition in (
        (search.is_late, "e.is_late = 1"),
        (search.is_open, _OPEN),
        (search.is_corrected, _CORRECTED),
    ):
        if is_asked:
            yield condition, ()
