"""Finds the journal row of a record that never changes, without an index of all of them.

Journal rows stand in the order of their time, as long as nobody put the clock back: halving finds
the moment, and only the rows around it are read.
"""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.store.rows import Rows

# How far around the moment: so many rows may be written within the same second.
_BEFORE, _AFTER = 50, 500


def rowids_about(rows: Rows, record_id: str, recorded_at: str | None) -> Sequence[int]:
    """Return the journal rows whose bodies name a record that was written at about that time.

    Where they are not there, or no time is known, every body is searched.
    """
    if recorded_at is not None:
        first = _first_at(rows, recorded_at)
        found = rows.query(
            "SELECT rowid FROM journal WHERE rowid BETWEEN ? AND ? AND instr(body, ?)",
            (first - _BEFORE, first + _AFTER, record_id),
        )
        if found:
            return [row[0] for row in found]
    every = rows.query("SELECT rowid FROM journal WHERE instr(body, ?)", (record_id,))
    return [row[0] for row in every]


def _first_at(rows: Rows, recorded_at: str) -> int:
    """Return the first row that is not older; rowids of the journal have no gaps."""
    newest = rows.one("SELECT max(rowid) FROM journal")
    low, high = 1, int(newest[0] or 0) + 1 if newest else 1
    while low < high:
        middle = (low + high) // 2
        at = rows.one("SELECT recorded_at FROM journal WHERE rowid = ?", (middle,))
        if at is not None and at[0] < recorded_at:
            low = middle + 1
        else:
            high = middle
    return low
