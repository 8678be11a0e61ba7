"""Rows of one connection: SQL in, tuples out, and the after-images of what is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dutydesk.domain.errors import StoreReadOnly
from dutydesk.domain.journal import AfterImage, Row
from dutydesk.store import driver

# Written once and never changed, so their ids need no history index.
APPEND_ONLY = frozenset(
    {
        "log_entry",
        "open_item_progress",
        "absence_change",
        "directive_chase",
        "incident_task",
        "equipment_check",
        "incident_archive",
        "incident_loose_end",
        "incident_masking",
        "incident_notice",
        "incident_review",
        "initial_action_taken",
        "rectification",
        "report_step",
        "report_source",
        "report_finding",
        "roster_swap",
        "warning_step",
        "call_attempt",
        "nil_report",
        "nil_report_chase",
        "nil_report_summary",
        "roll_call_target",
        "roll_call_result",
    }
)

# Not told by the journal, and so not rebuilt from it. Every other table must be journalled.
NOT_JOURNALLED = frozenset(
    {
        "journal",
        "journal_touch",
        "draft",
        "officer_pin",
        "contact_key",
        "contact_text",
        "alarm_state",
        "missed_alarm",
        "phrase_use",
    }
)


class Rows:
    """Reads through one connection."""

    def __init__(self, connection: driver.Connection) -> None:
        self._connection = connection

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows."""
        rows: list[tuple[Any, ...]] = self._connection.execute(sql, parameters).fetchall()
        return rows

    def named(self, sql: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """Return all rows of a statement whose values have names."""
        rows: list[tuple[Any, ...]] = self._connection.execute(sql, values).fetchall()
        return rows

    def one(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """Return the first row or None."""
        row: tuple[Any, ...] | None = self._connection.execute(sql, parameters).fetchone()
        return row

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield rows one by one, for what does not fit in memory."""
        yield from self._connection.execute(sql, parameters)

    def put(self, table: str, row: Row) -> int:
        """Insert or update a journalled row by its ``id`` and return its rowid."""
        raise StoreReadOnly(f"{table} {row['id']}")

    def append(self, table: str, row: Row) -> int:
        """Insert a journalled row that will never change and return its rowid."""
        raise StoreReadOnly(f"{table} {row['id']}")

    def remove(self, table: str, record_id: str) -> None:
        """Delete a journalled row; its after-image is null."""
        raise StoreReadOnly(f"{table} {record_id}")

    def execute_unjournalled(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Write what is not part of the record: drafts, search rows, keys, PIN hashes."""
        raise StoreReadOnly(f"{sql} {len(parameters)}")


class WritingRows(Rows):
    """Reads and writes inside one transaction and remembers every after-image."""

    _statements: dict[tuple[str, bool, tuple[str, ...]], str] = {}  # noqa: RUF012 -- SQL texts, same for all

    def __init__(self, connection: driver.Connection) -> None:
        super().__init__(connection)
        self.images: list[AfterImage] = []

    def put(self, table: str, row: Row) -> int:
        return self._write(table, row, update=True)

    def append(self, table: str, row: Row) -> int:
        return self._write(table, row, update=False)

    def remove(self, table: str, record_id: str) -> None:
        self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (record_id,))
        self.images.append((table, record_id, None))

    def execute_unjournalled(self, sql: str, parameters: Sequence[object] = ()) -> None:
        self._connection.execute(sql, parameters)

    def _write(self, table: str, row: Row, *, update: bool) -> int:
        key = (table, update, tuple(row))
        sql = self._statements.get(key)
        if sql is None:
            sql = self._statements[key] = upsert(table, list(row), update=update)
        rowid: int = self._connection.execute(sql, tuple(row.values())).fetchone()[0]
        self.images.append((table, str(row["id"]), row))
        return rowid


def upsert(table: str, columns: list[str], *, update: bool) -> str:
    """Return an INSERT giving back the rowid; with ``update`` it replaces a row of the same id."""
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    if update:
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
        sql += f" ON CONFLICT (id) DO UPDATE SET {changes}"
    return sql + " RETURNING rowid"
