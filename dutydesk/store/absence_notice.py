"""Absence notices on file, with what was reported anew about them."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.absence_change import AbsenceChange
from dutydesk.domain.absence_notice import AbsenceNotice
from dutydesk.domain.instants import to_text
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

NOTICE = Mapper(AbsenceNotice, "absence_notice")
CHANGE = Mapper(AbsenceChange, "absence_change")

_RUNNING = "back_at IS NULL AND is_cancelled = 0"


class AbsenceNoticeTable:
    """Reads and writes absence notices."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, notice_id: str) -> AbsenceNotice | None:
        """Return one notice."""
        found = self._some("WHERE id = ?", notice_id)
        return found[0] if found else None

    def running(self) -> list[AbsenceNotice]:
        """Return whoever is not back and was not cancelled, the first to leave first."""
        return self._some(f"WHERE {_RUNNING} ORDER BY starts_at, rowid")

    def over(self, limit: int | None = None) -> list[AbsenceNotice]:
        """Return what is over, the latest departure first."""
        limit = -1 if limit is None else limit
        return self._some(f"WHERE NOT ({_RUNNING}) ORDER BY starts_at DESC, rowid LIMIT ?", limit)

    def between(self, since: datetime, until: datetime) -> list[AbsenceNotice]:
        """Return every notice of which any part lies in a span, in the order of departure.

        One of whom nobody reported back lasts on.
        """
        return self._some(
            "WHERE starts_at < ? AND"
            f" (max(ends_at, coalesce(back_at, ends_at)) >= ? OR {_RUNNING})"
            " ORDER BY starts_at, rowid",
            to_text(until),
            to_text(since),
        )

    def put(self, notice: AbsenceNotice) -> None:
        """Write a notice."""
        self._rows.put(NOTICE.table, NOTICE.to_row(notice))

    def change_by_id(self, change_id: str) -> AbsenceChange | None:
        """Return one change."""
        found = self._changes("WHERE id = ?", change_id)
        return found[0] if found else None

    def changes_of(self, notice_id: str) -> tuple[AbsenceChange, ...]:
        """Return the changes of a notice in their order."""
        return self._changes("WHERE notice_id = ? ORDER BY version", notice_id)

    def append_change(self, change: AbsenceChange) -> None:
        """Add a change."""
        self._rows.append(CHANGE.table, CHANGE.to_row(change))

    def _changes(self, rest: str, *parameters: object) -> tuple[AbsenceChange, ...]:
        found = self._rows.query(f"SELECT {CHANGE.columns} FROM absence_change {rest}", parameters)
        return tuple(CHANGE.from_row(row) for row in found)

    def _some(self, rest: str, *parameters: object) -> list[AbsenceNotice]:
        found = self._rows.query(f"SELECT {NOTICE.columns} FROM absence_notice {rest}", parameters)
        return [NOTICE.from_row(row) for row in found]
