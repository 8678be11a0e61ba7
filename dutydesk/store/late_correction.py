"""Corrections after handover, on file, until a leader has seen them."""

from __future__ import annotations

from dutydesk.domain.late_correction import LateCorrection
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

LATE = Mapper(LateCorrection, "late_correction")


class LateCorrectionTable:
    """Reads and writes them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def unseen(self) -> list[LateCorrection]:
        """Return those no leader has seen, the oldest first."""
        found = self._rows.query(
            f"SELECT {LATE.columns} FROM late_correction WHERE seen_at IS NULL ORDER BY rowid"
        )
        return [LATE.from_row(row) for row in found]

    def put(self, late: LateCorrection) -> None:
        """Write one, new or seen."""
        self._rows.put(LATE.table, LATE.to_row(late))
