import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dutydesk.domain.journal import Row
from dutydesk.store import driver, lifts, rebuild
from dutydesk.store.database import migration_files, schema_version, statements
from dutydesk.store.lifts import Lift, lifted
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
    from dutydesk.store.schema import fresh_tables

    for number, table in lifts.LIFTS:
        assert 1 < number <= schema_version()
        assert table in fresh_tables()


def scripts_by_number() -> list[str]:
    """Give the script of each number from 1; a number without a file does nothing."""
    found = {int(file.name[:4]): file.read_text(encoding="utf-8") for file in migration_files()}
    return [found.get(number, "") for number in range(1, schema_version() + 1)]


def sample_rows(connection: driver.Connection, table: str) -> Iterator[Row]:
    """Yield rows that a table can hold, as many as its longest enum has words; then bare ones."""
    columns = connection.execute(
        "SELECT name, type, \"notnull\" FROM pragma_table_info(?) WHERE name <> 'rowid'", (table,)
    ).fetchall()
    ((sql,),) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,))
    words = {
        name: re.findall(r"'([^']*)'", listed)
        for name, listed in re.findall(r"(\w+) IN \(([^()]*)\)", sql)
    }
    longest = max((len(one) for one in words.values()), default=1)
    for place in range(2 * longest):
        is_bare = place >= longest
        row: Row = {}
        for name, kind, is_needed in columns:
            if words.get(name):
                row[name] = words[name][place % len(words[name])]
            else:
                row[name] = place if kind == "INTEGER" else f"{name} {place}"
            if is_bare and not is_needed:
                row[name] = None
        yield row


def disagreements(registry: Mapping[tuple[int, str], Lift], scripts: list[str]) -> list[str]:
    """Migrate rows of the file and lift the same rows of the journal; list where they part."""
    found = []
    for (number, table), lift in registry.items():
        connection = driver.connect(":memory:", isolation_level=None)
        # What stands in the columns is invented; only what becomes of it counts.
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for script in scripts[: number - 1]:
            for statement in statements(script):
                connection.execute(statement)
        rows = list(sample_rows(connection, table))
        for row in rows:
            marks = ", ".join("?" * len(row))
            names = ", ".join(row)
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
        for statement in statements(scripts[number - 1]):
            connection.execute(statement)
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
        names = [column[0] for column in cursor.description]
        for row, values in zip(rows, cursor.fetchall(), strict=True):
            migrated = dict(zip(names, values, strict=True))
            migrated.pop("rowid")
            if lift(row) != migrated:
                found.append(f"{number:04} {table}: lift {lift(row)}, migration {migrated}")
        connection.close()
    return found


def test_every_lift_gives_the_values_that_its_migration_gives() -> None:
    scripts = scripts_by_number()
    assert disagreements(lifts.LIFTS, scripts) == []


@pytest.mark.parametrize(("value", "is_right"), [("ordinary", True), ("urgent", False)])
def test_a_lift_with_another_value_than_its_migration_is_noticed(
    value: str, is_right: bool
) -> None:
    scripts = scripts_by_number()
    scripts.append("ALTER TABLE log_entry ADD COLUMN sample TEXT NOT NULL DEFAULT 'ordinary';")
    registry = {(len(scripts), "log_entry"): lambda row: {**row, "sample": value}}
    assert (disagreements(registry, scripts) == []) is is_right


def test_a_lift_that_forgets_a_word_its_migration_renames_is_noticed() -> None:
    scripts = scripts_by_number()
    scripts.append("UPDATE open_item SET status = 'done' WHERE status = 'closed';")

    def renamed(row: Row) -> Row:
        return {**row, "status": "done" if row["status"] == "closed" else row["status"]}

    assert disagreements({(len(scripts), "open_item"): renamed}, scripts) == []
    assert disagreements({(len(scripts), "open_item"): dict}, scripts) != []


def test_every_row_written_since_the_first_schema_lifts_to_the_present_columns() -> None:
    """A migration that adds, renames or drops a column of a journalled table needs its lift."""
    connection = driver.connect(":memory:", isolation_level=None)
    then: list[dict[str, frozenset[str]]] = []
    for script in scripts_by_number():
        for statement in statements(script):
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
            assert set(row) == then[-1][table], f"lifts.py lacks {table} since {version:04d}"
