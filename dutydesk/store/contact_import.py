"""Imports of contacts on file, what each wrote, and how sheets were read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.import_batch import ImportBatch, KeptMapping
from dutydesk.domain.journal import Row
from dutydesk.store.database import schema_version
from dutydesk.store.lifts import lifted
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

BATCH = Mapper(ImportBatch, "contact_import")
KEPT = Mapper(KeptMapping, "import_mapping")

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Written:
    """A row an import wrote: as it stood before, None where it was new; whose it is."""

    table: str
    id: str
    before: Row | None
    contact_id: str = ""


class ContactImportTable:
    """Reads and writes imports."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def put(self, batch: ImportBatch) -> None:
        """Write an import."""
        self._rows.put(BATCH.table, BATCH.to_row(batch))

    def by_id(self, batch_id: str) -> ImportBatch | None:
        """Return one import."""
        row = self._rows.one(
            f"SELECT {BATCH.columns} FROM contact_import WHERE id = ?", (batch_id,)
        )
        return BATCH.from_row(row) if row else None

    def all(self) -> list[ImportBatch]:
        """Return every import, the newest first."""
        rows = self._rows.query(f"SELECT {BATCH.columns} FROM contact_import ORDER BY rowid DESC")
        return [BATCH.from_row(row) for row in rows]

    def keep(self, mapping: KeptMapping) -> None:
        """Write how a sheet of some headings is read."""
        self._rows.put(KEPT.table, KEPT.to_row(mapping))

    def kept(self, shape: str) -> KeptMapping | None:
        """Return how a sheet of some headings was read."""
        row = self._rows.one(f"SELECT {KEPT.columns} FROM import_mapping WHERE id = ?", (shape,))
        return KEPT.from_row(row) if row else None

    def written(self, batch_id: str) -> tuple[list[Written], set[str]]:
        """Return what an import wrote to the contacts, and the ids of what was written since."""
        found = self._rows.one(
            "SELECT min(journal_rowid) FROM journal_touch WHERE record_id = ?", (batch_id,)
        )
        rowid = found[0] if found else None
        if rowid is None:
            return [], set()
        images = [
            (table, record_id, str((row or {}).get("contact_id") or record_id))
            for table, record_id, row in self._images(rowid)
            if table in {"unit", "contact", "contact_number"}
        ]
        before, since = self._touches([record_id for _, record_id, _ in images], rowid)
        bodies: dict[int, dict[str, Row | None]] = {}
        written: dict[tuple[str, str], Written] = {}
        for table, record_id, contact_id in images:
            image = None
            if record_id in before:
                earlier = before[record_id]
                if earlier not in bodies:
                    bodies[earlier] = {one: row for _, one, row in self._images(earlier)}
                image = bodies[earlier].get(record_id)
            written[table, record_id] = Written(table, record_id, image, contact_id)
        return list(written.values()), since

    def remove(self, table: str, record_id: str) -> None:
        """Take a row off file; the journal keeps it."""
        self._rows.remove(table, record_id)

    def users(self, table: str, ids: Iterable[str]) -> list[tuple[str, str, str]]:
        """Return (table, column, id referred to) of every row that refers to one of some rows."""
        wanted = list(ids)
        found: list[tuple[str, str, str]] = []
        for user, column in self._references(table):
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                rows = self._rows.query(
                    f"SELECT id, {column} FROM {user} WHERE {column} IN ({marks})",
                    some,
                )
                found += [(user, str(row[0]), str(row[1])) for row in rows]
        return found

    def repoint(self, tables: Sequence[str], column: str, ids: tuple[str, str]) -> None:
        """Let rows of some tables that refer to the first id refer to the second."""
        for table in tables:
            names = [
                str(row[1])
                for row in self._rows.query(f"PRAGMA table_info({table})")
                if row[1] != "rowid"
            ]
            rows = self._rows.query(
                f"SELECT {', '.join(names)} FROM {table} WHERE {column} = ?", (ids[0],)
            )
            for row in rows:
                self._rows.put(table, {**dict(zip(names, row, strict=True)), column: ids[1]})

    def _references(self, table: str) -> list[tuple[str, str]]:
        names = self._rows.query("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return [
            (str(name), str(key[3]))
            for (name,) in names
            for key in self._rows.query(f"PRAGMA foreign_key_list({name})")
            if key[2] == table
        ]

    def _images(self, rowid: int) -> list[tuple[str, str, Row | None]]:
        found = self._rows.one(
            "SELECT schema_version, body FROM journal WHERE rowid = ?", (rowid,)
        )
        if found is None:
            return []
        versions = (int(found[0]), schema_version())
        images: list[tuple[str, str, Any]] = json.loads(found[1])["rows"]
        return [
            (table, record_id, row and lifted(table, row, versions))
            for table, record_id, row in images
        ]

    def _touches(self, ids: Sequence[str], rowid: int) -> tuple[dict[str, int], set[str]]:
        """Return the last journal row before the import of each id, and what was touched since."""
        before: dict[str, int] = {}
        since: set[str] = set()
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            for record_id, touched in self._rows.query(
                "SELECT record_id, journal_rowid FROM journal_touch"
                f" WHERE record_id IN ({marks}) ORDER BY journal_rowid",
                some,
            ):
                if touched < rowid:
                    before[record_id] = touched
                elif touched > rowid:
                    since.add(record_id)
        return before, since
