"""The schema as it should be: what a new room has, for reading and for comparing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dutydesk.store import database, driver


def fresh_schema() -> str:
    """Return the schema of a new room as SQL; ``db/schema.sql`` holds the same."""
    with fresh_room() as connection:
        return schema_text(connection)


def fresh_tables() -> dict[str, str]:
    """Return the SQL of every plain table of a new room, by name."""
    with fresh_room() as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
            " AND sql LIKE 'CREATE TABLE %' AND name NOT GLOB '*_search_*' ORDER BY rowid"
        )
        return {str(name): str(sql) for name, sql in rows}


@contextmanager
def fresh_room() -> Iterator[driver.Connection]:
    """Give an empty room in memory with every table, index and trigger."""
    connection = driver.connect(":memory:", isolation_level=None)
    try:
        for file in database.migration_files():
            for statement in database.statements(file.read_text(encoding="utf-8")):
                connection.execute(statement)
        yield connection
    finally:
        connection.close()


def schema_text(connection: driver.Connection) -> str:
    """Return the schema as SQL in order of creation, without tables that libraries made."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND substr(name, 1, 6) <> 'sqlite'"
        " AND substr(tbl_name, 1, 7) <> '_sqlite' AND name NOT GLOB '*_search_*'"
        " ORDER BY rowid"
    )
    return "\n\n".join(row[0].strip() + ";" for row in rows) + "\n"
