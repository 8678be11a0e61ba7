from pathlib import Path

import pytest

from dutydesk.domain.journal import Row
from dutydesk.store import driver, lifts, rebuild
from dutydesk.store.database import migration_files, schema_version, statements
from dutydesk.store.lifts import lifted
from dutydesk.store.rows import NOT_JOURNALLED
from tests.builders import Staff, draft


def rename(row: Row) -> Row:
    return {("text" if name == "words" else name): value for name, value in row.items()}


def fill(row: Row) -> Row:
    return {**row, "handling": f"{row['text']}!"}


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE %'"
_COLUMNS = "SELECT name FROM pragma_table_info(?)"
FAKE = {(3, "log_entry"): rename, (5, "log_entry"): fill}


@pytest.mark.parametrize(
    ("written", "row"),
    [
        (2, {"text": "a", "handling": "a!"}),
        (3, {"words": "a", "handling": "!"}),
        (5, {"words": "a"}),
    ],
)
def test_a_row_passes_every_migration_behind_its_own(written: int, row: Row) -> None:
    if written == 3:
        row = {"words": "a", "text": "a", "handling": "a!"}
        assert lifted("log_entry", {"words": "a", "text": "a"}, (3, 9), FAKE) == row
    elif written == 2:
        assert lifted("log_entry", {"words": "a"}, (2, 9), FAKE) == row
    else:
        assert lifted("log_entry", row, (5, 9), FAKE) == row


def test_other_tables_and_present_rows_stay_as_they_are() -> None:
    assert lifted("shift", {"words": "a"}, (1, 9), FAKE) == {"words": "a"}
    assert lifted("log_entry", {"words": "a"}, (9, 9), FAKE) == {"words": "a"}


def test_a_room_written_under_an_older_schema_is_rebuilt_as_it_stands_now(
    staffed: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal's rows are taken for one version older; a lift that undoes nothing agrees,
    one that changes a column shows as a difference: so lifts are really applied."""
    room = staffed.room
    room.duty_log.record(draft(room, "原文"), by=staffed.by)
    newer = schema_version() + 1
    monkeypatch.setattr(rebuild.database, "schema_version", lambda: newer)
    monkeypatch.setattr(rebuild.database, "version_of", lambda _: newer)

    def use(lift) -> set[str]:
        registry = {(newer, "log_entry"): lift}
        monkeypatch.setattr(
            rebuild, "lifted", lambda table, row, ages: lifted(table, row, ages, registry)
        )
        return {problem.column for problem in room.verification.differences()}

    assert use(dict) == set()
    assert use(fill) == {"handling"}


def test_every_registered_lift_names_a_migration_and_a_table(tmp_path: Path) -> None:
    from dutydesk.store.database import fresh_tables

    for number, table in lifts.LIFTS:
        assert 1 < number <= schema_version()
        assert table in fresh_tables()


def test_every_row_written_since_the_first_schema_lifts_to_the_present_columns() -> None:
    """A migration that adds, renames or drops a column of a journalled table needs its lift."""
    connection = driver.connect(":memory:", isolation_level=None)
    then: list[dict[str, frozenset[str]]] = []
    for file in migration_files():
        for statement in statements(file.read_text(encoding="utf-8")):
            connection.execute(statement)
        then.append(
            {
                name: frozenset(row[0] for row in connection.execute(_COLUMNS, (name,)))
                for (name,) in connection.execute(_TABLES).fetchall()
            }
        )
    connection.close()
    for version, tables in enumerate(then, 1):
        for table in tables.keys() & then[-1].keys() - NOT_JOURNALLED:
            row = lifted(table, dict.fromkeys(tables[table]), (version, len(then)))
            assert set(row) == then[-1][table], f"lifts.py: {table} as written in {version:04d}"
