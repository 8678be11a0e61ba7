"""db/schema.sql shows what a fresh room holds; migrations are numbered without a gap."""

from pathlib import Path

import pytest

from dutydesk import paths
from dutydesk.store import database
from dutydesk.store.schema import schema_text


def test_the_schema_file_is_what_the_migrations_make(tmp_path: Path) -> None:
    connection = database.create(tmp_path / "room.db")
    fresh = schema_text(connection)
    connection.close()
    written = paths.schema_file().read_text(encoding="utf-8")
    assert written == fresh, "db/schema.sql is stale: run `make schema` and commit it"


def test_migrations_are_numbered_from_one_without_a_gap() -> None:
    files = sorted(file.name for file in paths.migrations_dir().glob("*.sql"))
    numbers = [int(name[:4]) for name in files]
    assert numbers == list(range(1, len(files) + 1))
    assert [file.name for file in database.migration_files()] == files


@pytest.mark.parametrize("table", ["journal", "log_entry", "officer", "shift", "incident"])
def test_the_schema_file_names_the_tables_of_every_room(table: str) -> None:
    assert f"CREATE TABLE {table} (" in paths.schema_file().read_text(encoding="utf-8")
