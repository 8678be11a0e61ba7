"""Shifts on file; at most one runs."""

from __future__ import annotations

from datetime import date, datetime
from itertools import takewhile

from dutydesk.domain.instants import to_text
from dutydesk.domain.shift import Shift
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

SHIFT = Mapper(Shift, "shift")

_RUNNING = "status IN ('awaiting', 'on_duty', 'handing_over')"


class ShiftTable:
    """Reads and writes shifts."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def running(self) -> Shift | None:
        """Return the shift that takes entries now; None before the room's first entry or shift."""
        return self._first(f"WHERE {_RUNNING} ORDER BY rowid DESC")

    def newest(self) -> Shift | None:
        """Return the shift begun last, running or not."""
        return self._first("ORDER BY rowid DESC")

    def by_id(self, shift_id: str) -> Shift | None:
        """Return one shift."""
        return self._first("WHERE id = ?", shift_id)

    def of_duty_date(self, duty_date: date) -> list[Shift]:
        """Return the shifts of a duty day in order."""
        found = self._rows.query(
            f"SELECT {SHIFT.columns} FROM shift WHERE duty_date = ? ORDER BY rowid",
            (duty_date.isoformat(),),
        )
        return [SHIFT.from_row(row) for row in found]

    def ended_after(self, since: datetime) -> list[str]:
        """Return the ids of the shifts that still ran after an instant, newest first."""
        found = self._rows.each("SELECT id, ended_at FROM shift ORDER BY rowid DESC", ())
        kept = to_text(since)
        return [row[0] for row in takewhile(lambda row: row[1] is None or row[1] > kept, found)]

    def kept_at(self, instant: datetime, now: datetime) -> Shift | None:
        """Return the shift that somebody keeps or kept at an instant.

        One that runs is kept until now at least, and as long as it is planned.
        """
        at = to_text(instant)
        return self._first(
            "WHERE started_at <= ? AND (ended_at > ? OR (ended_at IS NULL AND"
            " (ends_at > ? OR ? <= ?))) ORDER BY rowid DESC",
            *(at, at, at, at, to_text(now)),
        )

    def between(self, since: date, until: date) -> list[Shift]:
        """Return the shifts of the duty days of a span, both included, in order."""
        found = self._rows.query(
            f"SELECT {SHIFT.columns} FROM shift WHERE duty_date BETWEEN ? AND ?"
            " ORDER BY duty_date, rowid",
            (since.isoformat(), until.isoformat()),
        )
        return [SHIFT.from_row(row) for row in found]

    def first_duty_date(self) -> date | None:
        """Return the first duty day of the room, None before any."""
        found = self._rows.one("SELECT min(duty_date) FROM shift")
        return date.fromisoformat(found[0]) if found and found[0] else None

    def put(self, shift: Shift) -> None:
        """Write a shift."""
        self._rows.put(SHIFT.table, SHIFT.to_row(shift))

    def _first(self, rest: str, *parameters: object) -> Shift | None:
        found = self._rows.one(f"SELECT {SHIFT.columns} FROM shift {rest} LIMIT 1", parameters)
        return SHIFT.from_row(found) if found else None
