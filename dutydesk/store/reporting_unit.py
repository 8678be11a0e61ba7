"""Subordinate units on file: who reports and who is called."""

from __future__ import annotations

from dutydesk.domain.reporting_unit import ReportingUnit
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

UNIT = Mapper(ReportingUnit, "reporting_unit")


class ReportingUnitTable:
    """Reads and writes the list of units."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> list[ReportingUnit]:
        """Return every unit in the order of the list, those that left among them."""
        found = self._rows.query(
            f"SELECT {UNIT.columns} FROM reporting_unit ORDER BY order_no, rowid"
        )
        return [UNIT.from_row(row) for row in found]

    def by_id(self, unit_id: str) -> ReportingUnit | None:
        """Return one unit."""
        row = self._rows.one(f"SELECT {UNIT.columns} FROM reporting_unit WHERE id = ?", (unit_id,))
        return UNIT.from_row(row) if row else None

    def put(self, unit: ReportingUnit) -> None:
        """Write a unit."""
        self._rows.put(UNIT.table, UNIT.to_row(unit))
