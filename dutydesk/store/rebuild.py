"""Rebuilds the tables from the journal beside the room, and compares the two row by row.

Rules of this file: the room is only read; the rebuilt tables lie in a temporary database that
SQLite keeps on disk when it grows and removes by itself; rows are streamed, never held at once.
Text is compared as bytes, so that damaged text is a difference and not an error.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from typing import Any

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.journal import Row
from dutydesk.domain.verification import PROBLEM_CAP, Problem, ProblemKind
from dutydesk.store import database, driver, schema
from dutydesk.store.lifts import lifted
from dutydesk.store.rows import APPEND_ONLY, NOT_JOURNALLED, upsert


@dataclass
class Rebuilt:
    """The tables as the journal tells them, and what could not be told."""

    connection: driver.Connection
    tables: dict[str, list[str]]
    problems: list[Problem] = field(default_factory=list)
    _statements: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)
    _seqs: dict[str, int] = field(default_factory=dict)

    def replay(self, room: driver.Connection) -> None:
        """Take in every journal row in the order recorded."""
        present = database.schema_version()
        sql = "SELECT rowid, replica, seq, schema_version, body FROM journal ORDER BY rowid"
        self.connection.execute("BEGIN")
        for rowid, replica, seq, version, body in room.execute(sql):
            if seq != self._seqs.get(replica, 0) + 1:
                self._found(ProblemKind.JOURNAL_COUNT, rowid, str(seq))
            self._seqs[replica] = seq
            try:
                for table, record_id, row in json.loads(body)["rows"]:
                    self._put(table, record_id, row, (version, present))
                    self._touch(table, record_id, rowid)
            except (ValueError, KeyError, TypeError, driver.Error) as error:
                self._found(ProblemKind.JOURNAL_BODY, rowid, str(error))
        self.connection.execute("COMMIT")

    def _put(self, table: str, record_id: str, row: Row | None, versions: tuple[int, int]) -> None:
        if table not in self.tables:
            raise ValueError(table)
        if row is None:
            self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (record_id,))
            return
        row = lifted(table, row, versions)
        names = tuple(row)
        sql = self._statements.get((table, names))
        if sql is None:
            if not set(names) <= set(self.tables[table]):
                raise ValueError(table)
            update = table not in APPEND_ONLY
            sql = self._statements[table, names] = upsert(table, list(names), update=update)
        self.connection.execute(sql, tuple(row.values())).fetchone()

    def _touch(self, table: str, record_id: str, rowid: int) -> None:
        if table not in APPEND_ONLY:
            self.connection.execute(
                "INSERT OR IGNORE INTO journal_touch VALUES (?, ?)", (record_id, rowid)
            )

    def _found(self, kind: ProblemKind, rowid: int, detail: str) -> None:
        if len(self.problems) < PROBLEM_CAP:
            self.problems.append(Problem(kind, "journal", journal_rowid=rowid, detail=detail))


@contextmanager
def rebuilt_from(room: driver.Connection) -> Iterator[Rebuilt]:
    """Give the tables rebuilt from a room's journal; gone afterwards."""
    connection = driver.connect(":memory:", isolation_level=None)
    try:
        for pragma in ("temp_store = FILE", "trusted_schema = OFF", "recursive_triggers = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("ATTACH '' AS rebuilt")
        connection.execute("PRAGMA rebuilt.journal_mode = MEMORY")
        connection.execute("PRAGMA rebuilt.synchronous = OFF")
        tables = {}
        for name, sql in schema.fresh_tables().items():
            if name not in NOT_JOURNALLED:
                tables[name] = _columns_of(connection, name, sql)
            elif name == "journal_touch":
                _columns_of(connection, name, sql)
        connection.text_factory = bytes
        rebuilt = Rebuilt(connection, tables)
        rebuilt.replay(room)
        yield rebuilt
    finally:
        connection.close()


def _columns_of(connection: driver.Connection, table: str, sql: str) -> list[str]:
    """Make the table and return its columns without ``rowid``."""
    connection.execute(sql.replace("CREATE TABLE ", "CREATE TABLE rebuilt.", 1))
    found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    return [name for (name,) in found if name != "rowid"]


def differences(room: driver.Connection) -> list[Problem]:
    """Compare the tables and the history index of a room with what its journal tells.

    The connection gives bytes for text from here on.
    """
    room.text_factory = bytes
    with rebuilt_from(room) as rebuilt:
        problems = list(rebuilt.problems)
        # A journal row that tells nothing shifts every later local number.
        by = "id" if problems else "rowid"
        for table, columns in rebuilt.tables.items():
            labels = [by, "id", *(name for name in columns if name != "id")]
            sql = f"SELECT {', '.join(labels)} FROM {table} ORDER BY {by}"
            sides = (room.execute(sql), rebuilt.connection.execute(sql))
            for problem in _row_by_row(table, labels, sides):
                problems.append(problem)
                if len(problems) >= PROBLEM_CAP:
                    return problems
        return problems + _history_index(room, rebuilt.connection)


def _row_by_row(
    table: str, labels: list[str], sides: tuple[Iterator[Any], Iterator[Any]]
) -> Iterator[Problem]:
    """Walk both sides in the order of their first column; yield where they part."""
    for ours, told in paired(*sides, width=1):
        if ours == told:
            continue
        if told is None:
            yield Problem(ProblemKind.ROW_EXTRA, table, _text(ours[1]))
        elif ours is None:
            yield Problem(ProblemKind.ROW_MISSING, table, _text(told[1]))
        else:
            for label, here, there in zip(labels, ours, told, strict=True):
                if here != there:
                    yield Problem(ProblemKind.ROW_DIFFERS, table, _text(told[1]), label)


def _history_index(room: driver.Connection, told: driver.Connection) -> list[Problem]:
    sql = "SELECT record_id, journal_rowid FROM journal_touch ORDER BY record_id, journal_rowid"
    found: list[Problem] = []
    for ours, theirs in paired(room.execute(sql), told.execute(sql), width=2):
        if ours != theirs:
            record_id, rowid = ours or theirs
            found.append(
                Problem(
                    ProblemKind.HISTORY_INDEX,
                    "journal_touch",
                    _text(record_id),
                    journal_rowid=rowid,
                )
            )
            if len(found) >= PROBLEM_CAP:
                break
    return found


def paired(left: Iterator[Any], right: Iterator[Any], *, width: int) -> Iterator[tuple[Any, Any]]:
    """Pair rows of two streams ordered by their first ``width`` columns; None where one lacks."""
    ours, theirs = next(left, None), next(right, None)
    while ours is not None or theirs is not None:
        if theirs is None or (ours is not None and ours[:width] < theirs[:width]):
            yield ours, None
            ours = next(left, None)
        elif ours is None or theirs[:width] < ours[:width]:
            yield None, theirs
            theirs = next(right, None)
        else:
            yield ours, theirs
            ours, theirs = next(left, None), next(right, None)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
