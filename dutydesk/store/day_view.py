"""What ribbons and calendars show, read for many duty days at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from dutydesk.domain.day_view import MARK_TEXT, Mark
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text, to_text
from dutydesk.domain.shift import Shift
from dutydesk.store.rows import Rows
from dutydesk.store.shift import SHIFT


class DayViewTable:
    """Reads entries by shift, never the whole of one, and what began since an instant."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def last_before(self, officer_id: str, running_id: str | None) -> Shift | None:
        """Return the last shift over in which this officer kept the desk or led."""
        found = self._rows.one(
            f"SELECT {SHIFT.columns} FROM shift WHERE ended_at IS NOT NULL AND id IS NOT ?"
            " AND ? IN (primary_officer_id, lead_officer_id, secondary_officer_id)"
            " ORDER BY rowid DESC LIMIT 1",
            (running_id, officer_id),
        )
        return SHIFT.from_row(found) if found else None

    def marks(self, shift_ids: Sequence[str]) -> Mapping[str, list[Mark]]:
        """Return the entries of these shifts by shift."""
        found: dict[str, list[Mark]] = defaultdict(list)
        for shift_id in shift_ids:
            rows = self._rows.query(
                "SELECT id, no, at, kind, source, substr(text, 1, ?), is_late, EXISTS ("
                "SELECT 1 FROM log_entry c WHERE c.correction_of = e.id)"
                " FROM log_entry e WHERE shift_id = ?",
                (MARK_TEXT, shift_id),
            )
            for entry_id, no, at, kind, source, text, is_late, is_struck in rows:
                found[shift_id].append(
                    Mark(
                        entry_id,
                        no,
                        from_text(at),
                        EntryKind(kind),
                        source,
                        text,
                        bool(is_late),
                        bool(is_struck),
                    )
                )
        return found

    def incidents_since(self, since: datetime) -> list[str]:
        """Return the titles of the incidents received since then."""
        return self._titles("SELECT title FROM incident WHERE received_at >= ?", since)

    def open_items_since(self, since: datetime) -> list[str]:
        """Return the titles of the open items made since then that are still open."""
        return self._titles(
            "SELECT title FROM open_item WHERE created_at >= ? AND status = 'open'", since
        )

    def closed_since(self, since: datetime) -> int:
        """Return how many open items were closed since then."""
        found = self._rows.one(
            "SELECT count(*) FROM open_item WHERE closed_at >= ?", (to_text(since),)
        )
        return int(found[0]) if found else 0

    def _titles(self, sql: str, since: datetime) -> list[str]:
        return [row[0] for row in self._rows.query(f"{sql} ORDER BY rowid", (to_text(since),))]
