"""Warnings on file, with every step taken about them."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.instants import to_text
from dutydesk.domain.warning import WarningNotice, WarningStep
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

WARNING = Mapper(WarningNotice, "warning")
STEP = Mapper(WarningStep, "warning_step")


class WarningTable:
    """Reads and writes warnings."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, warning_id: str) -> WarningNotice | None:
        """Return one warning."""
        found = self._some("WHERE id = ?", warning_id)
        return found[0] if found else None

    def by_no(self, warning_no: str) -> WarningNotice | None:
        """Return one warning by its number in the register."""
        found = self._some("WHERE warning_no = ?", warning_no)
        return found[0] if found else None

    def all(self) -> list[WarningNotice]:
        """Return every warning, the one received last first."""
        return self._some("ORDER BY received_at DESC, rowid DESC")

    def in_force(self) -> list[WarningNotice]:
        """Return the warnings in force, the one received first first."""
        return self._some("WHERE state = 'in_force' ORDER BY received_at, rowid")

    def open(self) -> list[WarningNotice]:
        """Return those in force or with a response that runs on, the one received first first."""
        return self._some(
            "WHERE state = 'in_force' OR state = 'lifted' AND response_started_at IS NOT NULL"
            " AND response_ended_at IS NULL ORDER BY received_at, rowid"
        )

    def known_between(self, starts_at: datetime, ends_at: datetime) -> list[WarningNotice]:
        """Return those received by the end of a span whose end was not on record before it."""
        starts, ends = to_text(starts_at), to_text(ends_at)
        return self._some(
            "WHERE received_at <= ? AND NOT EXISTS (SELECT 1 FROM warning_step s"
            " WHERE s.warning_id = warning.id AND s.kind IN ('changed', 'lifted')"
            " AND s.at <= ? AND s.recorded_at <= ?) ORDER BY received_at, rowid",
            ends,
            starts,
            ends,
        )

    def of_entry(self, entry_id: str) -> WarningNotice | None:
        """Return the warning that a log entry tells of."""
        found = self._some("WHERE entry_id = ?", entry_id)
        return found[0] if found else None

    def entry_ids(self) -> frozenset[str]:
        """Return the entries that warnings were registered from, or began with."""
        found = self._rows.query("SELECT entry_id FROM warning WHERE entry_id IS NOT NULL")
        return frozenset(str(row[0]) for row in found)

    def successor(self, warning_id: str) -> WarningNotice | None:
        """Return the warning that took the place of another."""
        found = self._some("WHERE replaces = ?", warning_id)
        return found[0] if found else None

    def next_no(self, year: int) -> str:
        """Return ``2026-1``, ``2026-2`` …: one row of numbers a year, without gaps."""
        row = self._rows.one(
            "SELECT count(*) + 1 FROM warning WHERE warning_no LIKE ?", (f"{year}-%",)
        )
        return f"{year}-{row[0] if row else 1}"

    def put(self, warning: WarningNotice) -> None:
        """Write a warning."""
        self._rows.put(WARNING.table, WARNING.to_row(warning))

    def steps(self, warning_id: str) -> list[WarningStep]:
        """Return what was done about a warning, in order."""
        found = self._rows.query(
            f"SELECT {STEP.columns} FROM warning_step WHERE warning_id = ? ORDER BY at, rowid",
            (warning_id,),
        )
        return [STEP.from_row(row) for row in found]

    def step_by_id(self, step_id: str) -> WarningStep | None:
        """Return one step."""
        row = self._rows.one(f"SELECT {STEP.columns} FROM warning_step WHERE id = ?", (step_id,))
        return STEP.from_row(row) if row else None

    def append_step(self, step: WarningStep) -> None:
        """Add a step."""
        self._rows.append(STEP.table, STEP.to_row(step))

    def _some(self, rest: str, *parameters: object) -> list[WarningNotice]:
        found = self._rows.query(f"SELECT {WARNING.columns} FROM warning {rest}", parameters)
        return [WARNING.from_row(row) for row in found]
