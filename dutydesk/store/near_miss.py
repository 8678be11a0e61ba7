"""What makes a serious near miss 较大涉险事故, on file, and the shipped criteria."""

from __future__ import annotations

import json
from functools import cache
from itertools import count

from dutydesk import paths
from dutydesk.domain.clock import Ids
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.near_miss import NearMissCriterion, check_near_miss_criterion
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

CRITERION = Mapper(NearMissCriterion, "near_miss_criterion")


class NearMissTable:
    """Reads and writes the unit's criteria."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> list[NearMissCriterion]:
        """Return every criterion in the unit's order.

        A room that is older than the list has the shipped ones until it changes one.
        """
        found = self._rows.query(
            f"SELECT {CRITERION.columns} FROM near_miss_criterion ORDER BY order_no, rowid"
        )
        return [CRITERION.from_row(row) for row in found] or list(shipped_near_misses())

    def is_empty(self) -> bool:
        """Tell whether the unit has no list of its own yet."""
        return self._rows.one("SELECT 1 FROM near_miss_criterion LIMIT 1") is None

    def put(self, criterion: NearMissCriterion) -> None:
        """Write a criterion, new or changed."""
        self._rows.put(CRITERION.table, CRITERION.to_row(criterion))

    def remove(self, criterion_id: str) -> None:
        """Take a criterion off; decisions made by it keep their words."""
        self._rows.remove(CRITERION.table, criterion_id)


def seed(table: NearMissTable, ids: Ids) -> dict[str, str]:
    """Copy the shipped criteria into a room; returns the new id for each shipped one."""
    from dataclasses import replace  # noqa: PLC0415 -- only while a room is made

    renamed = {one.id: ids.new() for one in shipped_near_misses()}
    for one in shipped_near_misses():
        table.put(replace(one, id=renamed[one.id]))
    return renamed


@cache
def shipped_near_misses() -> tuple[NearMissCriterion, ...]:
    """Return the shipped criteria; their ids are theirs until they are copied into a room."""
    file = paths.resources_dir() / "level_criteria.json"
    order = count(1)
    found = []
    for row in json.loads(file.read_text(encoding="utf-8"))["near_misses"]:
        name = row.get("figure") or row["circumstance"]
        one = NearMissCriterion(
            id=f"shipped-{name}",
            category=IncidentCategory(row["category"]),
            figure=row.get("figure"),
            at_least=row.get("at_least"),
            circumstance=row.get("circumstance", ""),
            source=row["source"],
            order_no=next(order),
        )
        check_near_miss_criterion(one)
        found.append(one)
    return tuple(found)
