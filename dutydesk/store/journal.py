"""The journal table: append a sealed row, read it back, find the states of one record.

Rules of this file: a row is sealed with the hash of the newest row before it (by rowid); the
replica changes only through a row that names the head it continues from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import from_text, to_text
from dutydesk.domain.journal import (
    GENESIS,
    HistoryStep,
    JournalRow,
    journal_body,
    seal,
)
from dutydesk.store.rows import APPEND_ONLY, Rows, WritingRows

COLUMNS = "replica, seq, prev, hash, recorded_at, tick, actor, action, schema_version, body"

_INSERT = f"INSERT INTO journal ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING rowid"


def row_of(columns: tuple[Any, ...]) -> JournalRow:
    """Return the journal row of one selected tuple."""
    return JournalRow(*columns)


class JournalTable:
    """Reads the journal."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def newest(self) -> JournalRow | None:
        """Return the last row recorded, None in an empty room."""
        found = self._rows.one(f"SELECT {COLUMNS} FROM journal ORDER BY rowid DESC LIMIT 1")
        return row_of(found) if found else None

    def tip(self) -> tuple[str, int, bytes]:
        """Return replica, seq and hash of the last row: all that the next one needs of it."""
        found = self._rows.one(
            "SELECT replica, seq, hash FROM journal ORDER BY rowid DESC LIMIT 1"
        )
        return (found[0], found[1], found[2]) if found else ("", 0, GENESIS)

    def newest_at(self) -> str | None:
        """Return when the last row was recorded; None in an empty room."""
        found = self._rows.one("SELECT recorded_at FROM journal ORDER BY rowid DESC LIMIT 1")
        return found[0] if found else None

    def head(self) -> str:
        """Return the hash of the last row as 64 hex digits; zeros when there is none."""
        newest = self.newest()
        return (newest.hash if newest else GENESIS).hex()

    def head_at(self, rowid: int) -> str | None:
        """Return the hash of one row as hex digits; None when there is no such row."""
        found = self._rows.one("SELECT hash FROM journal WHERE rowid = ?", (rowid,))
        return found[0].hex() if found else None

    def count(self) -> int:
        """Return how many rows there are; rowids have no gaps, which ``verify`` checks."""
        found = self._rows.one("SELECT max(rowid) FROM journal")
        return int(found[0] or 0) if found else 0

    def each(self, after: int = 0) -> Iterator[tuple[int, JournalRow]]:
        """Yield (rowid, row) in the order recorded, beginning behind rowid ``after``."""
        sql = f"SELECT rowid, {COLUMNS} FROM journal WHERE rowid > ? ORDER BY rowid"
        for found in self._rows.each(sql, (after,)):
            yield found[0], row_of(found[1:])

    def history(
        self, table: str, record_id: str, recorded_at: datetime | None = None
    ) -> list[HistoryStep]:
        """Return every state of one record, oldest first.

        Records that never change are not indexed; ``recorded_at`` tells about when to look.
        """
        import json  # noqa: PLC0415 -- only history reads bodies

        from dutydesk.store.journal_search import rowids_about  # noqa: PLC0415 -- the same

        if table in APPEND_ONLY:
            at = to_text(recorded_at) if recorded_at else None
            rowids = rowids_about(self._rows, record_id, at)
        else:
            touched = self._rows.query(
                "SELECT journal_rowid FROM journal_touch WHERE record_id = ?", (record_id,)
            )
            rowids = [row[0] for row in touched]
        found = [
            row
            for rowid in sorted(rowids)
            for row in self._rows.query(
                "SELECT recorded_at, actor, action, body FROM journal WHERE rowid = ?", (rowid,)
            )
        ]
        return [
            HistoryStep(from_text(at_text), actor, action, table, image)
            for at_text, actor, action, body in found
            for image_table, image_id, image in json.loads(body)["rows"]
            if image_table == table and image_id == record_id
        ]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes what, where and when: what a journal row holds besides its body."""

    replica: str
    at: datetime
    tick: int
    actor: str
    action: str


class JournalWriter:
    """Seals what one transaction wrote."""

    def __init__(self, schema_version: int) -> None:
        self._schema_version = schema_version

    def append(
        self,
        rows: WritingRows,
        stamp: Stamp,
        note: Mapping[str, object],
    ) -> JournalRow:
        """Append one row for everything in ``rows.images``."""
        # Not the whole row: the body of an import is long.
        replica, seq, prev = JournalTable(rows).tip()
        draft = JournalRow(
            replica=stamp.replica,
            seq=seq + 1 if replica == stamp.replica else 1,
            prev=prev,
            hash=GENESIS,
            recorded_at=to_text(stamp.at),
            tick=stamp.tick,
            actor=stamp.actor,
            action=stamp.action,
            schema_version=self._schema_version,
            body=journal_body(rows.images, note),
        )
        sealed = replace(draft, hash=seal(draft))
        found = rows.one(_INSERT, tuple(getattr(sealed, name) for name in COLUMNS.split(", ")))
        if found is not None:
            self._touch(rows, found[0])
        return sealed

    @staticmethod
    def _touch(rows: WritingRows, journal_rowid: int) -> None:
        for table, record_id, _ in rows.images:
            if table not in APPEND_ONLY:
                rows.execute_unjournalled(
                    "INSERT OR IGNORE INTO journal_touch VALUES (?, ?)",
                    (record_id, journal_rowid),
                )
