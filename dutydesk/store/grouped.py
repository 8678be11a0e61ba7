"""Records of many incidents read in one statement, for lists of hundreds of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeVar

from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

V = TypeVar("V")

Grouped = dict[str, tuple[V, ...]]


def by_incident(rows: Rows, mapper: Mapper[V], incident_ids: Iterable[str]) -> Grouped[V]:
    """Return the records of each incident in the order of recording; none without records."""
    names = ", ".join(("incident_id", mapper.columns))
    found = rows.query(
        f"SELECT {names} FROM {mapper.table}"
        " WHERE incident_id IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        (json.dumps(list(incident_ids)),),
    )
    grouped: dict[str, list[V]] = {}
    for row in found:
        grouped.setdefault(row[0], []).append(mapper.from_row(row, 1))
    return {incident_id: tuple(records) for incident_id, records in grouped.items()}
