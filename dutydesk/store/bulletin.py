"""Bulletins on file; a trigger freezes what was signed."""

from __future__ import annotations

from datetime import date

from dutydesk.domain.bulletin import Bulletin, BulletinKind
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

BULLETIN = Mapper(Bulletin, "bulletin")


class BulletinTable:
    """Reads and writes bulletins."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, bulletin_id: str) -> Bulletin | None:
        """Return one bulletin."""
        found = self._some("WHERE id = ?", bulletin_id)
        return found[0] if found else None

    def all(self) -> list[Bulletin]:
        """Return every bulletin, the newest first."""
        return self._some("ORDER BY coalesce(signed_at, drafted_at) DESC, rowid DESC")

    def newest(self, kind: BulletinKind) -> Bulletin | None:
        """Return the one of a kind signed last; before any was signed the newest draft."""
        found = self._some(
            "WHERE kind = ? AND state <> 'dropped'"
            " ORDER BY signed_at IS NULL, issue_year DESC, issue_no DESC, rowid DESC LIMIT 1",
            kind.value,
        )
        return found[0] if found else None

    def daily_of(self, duty_date: date) -> Bulletin | None:
        """Return the 值班日报 of a duty day, the signed one before a draft; None when dropped."""
        found = self._some(
            "WHERE kind = 'daily' AND duty_date = ? AND state <> 'dropped'"
            " ORDER BY signed_at IS NULL, rowid DESC LIMIT 1",
            duty_date.isoformat(),
        )
        return found[0] if found else None

    def next_issue_no(self, kind: BulletinKind, year: int) -> int:
        """Return the number after the last of its kind and year.

        Numbers are given inside the writing transaction and never taken back, so none is
        repeated and none is left out.
        """
        found = self._rows.one(
            "SELECT max(issue_no) FROM bulletin WHERE kind = ? AND issue_year = ?",
            (kind.value, year),
        )
        return int(found[0] or 0) + 1 if found else 1

    def put(self, bulletin: Bulletin) -> None:
        """Write a bulletin."""
        self._rows.put(BULLETIN.table, BULLETIN.to_row(bulletin))

    def _some(self, rest: str, *parameters: object) -> list[Bulletin]:
        found = self._rows.query(f"SELECT {BULLETIN.columns} FROM bulletin {rest}", parameters)
        return [BULLETIN.from_row(row) for row in found]
