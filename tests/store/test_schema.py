import importlib
import pkgutil
import re
from enum import StrEnum

from dutydesk import domain
from dutydesk.store import database, driver, schema
from dutydesk.store.rows import APPEND_ONLY, NOT_JOURNALLED


def test_every_table_can_be_journalled_or_is_named_as_one_that_is_not() -> None:
    for name, sql in schema.fresh_tables().items():
        if name in NOT_JOURNALLED:
            continue
        assert "rowid INTEGER PRIMARY KEY" in sql, f"{name}: add it to NOT_JOURNALLED in rows.py?"
        assert "id TEXT NOT NULL UNIQUE" in sql, f"{name}: a journalled table has a unique id"
    assert set(schema.fresh_tables()) >= NOT_JOURNALLED


def test_every_table_is_strict() -> None:
    with schema.fresh_room() as connection:
        found = connection.execute(
            "SELECT name, strict FROM pragma_table_list"
            " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert [name for name, strict in found if not strict] == []


def test_a_migrated_room_has_the_schema_of_the_file(room) -> None:
    connection = database.open_reader(room.store.path)
    assert schema.schema_text(connection) == schema.fresh_schema()
    assert database.version_of(connection) == database.schema_version()
    connection.close()


def test_statements_keep_triggers_whole() -> None:
    script = (
        "-- a\nCREATE TABLE t (a);\nCREATE TRIGGER x BEFORE UPDATE ON t\nBEGIN\n SELECT 1;\nEND;\n"
    )
    cut = database.statements(script)
    assert len(cut) == 2
    assert cut[1].endswith("END;")
    connection = driver.connect(":memory:")
    for statement in cut:
        connection.execute(statement)
    connection.close()


def made(connection: driver.Connection) -> dict[str, str]:
    """Give every index and trigger that a migration made, with its table."""
    sql = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql <> ''"
    )
    return dict(connection.execute(sql).fetchall())


def test_no_migration_loses_an_index_or_a_trigger_of_a_table_it_builds_anew() -> None:
    connection = driver.connect(":memory:", isolation_level=None)
    for file in database.migration_files():
        before = made(connection)
        script = file.read_text(encoding="utf-8")
        for statement in database.statements(script):
            connection.execute(statement)
        dropped = [name for name in before if f" {name};" in script and "DROP" in script]
        lost = before.keys() - made(connection).keys() - set(dropped)
        assert lost == set(), f"{file.name}: dropped with its table, make it again"
    connection.close()


def test_what_is_never_changed_has_its_triggers() -> None:
    with schema.fresh_room() as connection:
        found = made(connection)
    for table in {*APPEND_ONLY, "journal", "incident_grading", "incident_report"}:
        for change in ("update", "delete"):
            name = f"{table}_is_append_only_{change}"
            assert found.get(name) == table, f"{name} is missing: db/README.md, rebuilding a table"


# Columns that hold part of an enum on purpose: no rule is made for what is not graded.
NARROWER = {
    ("level_criterion", "level"),
    ("deadline_rule", "level"),
    # A report has a record of its own.
    ("incident_task", "task"),
}


def enums() -> list[type[StrEnum]]:
    """Every enum of the domain."""
    modules = [
        importlib.import_module(m.name)
        for m in pkgutil.iter_modules(domain.__path__, "dutydesk.domain.")
    ]
    found = {
        id(v): v
        for module in modules
        for v in vars(module).values()
        if isinstance(v, type) and issubclass(v, StrEnum) and v is not StrEnum
    }
    return list(found.values())


def allowed(sql: str) -> dict[str, set[str]]:
    """Give the values that the CHECK of each column allows; the longest list is its own."""
    found: dict[str, set[str]] = {}
    for column, values in re.findall(r"(\w+) IN \(([^)]*)\)", sql):
        words = set(re.findall(r"'(\w+)'", values))
        if words:
            found[column] = max(found.get(column, set()), words, key=len)
    return found


def refused(column: str, values: set[str], known: list[type[StrEnum]]) -> str:
    """Name what the enum of a column has and its CHECK refuses; empty when nothing."""
    names = [{one.value for one in enum} for enum in known]
    meant = max(names, key=lambda mine: len(mine & values) / len(mine | values))
    return f"{column}: {sorted(meant - values)}" if meant - values else ""


def test_every_value_of_an_enum_can_be_stored() -> None:
    known = enums()
    found = [
        refused(f"{table}.{column}", values, known)
        for table, sql in schema.fresh_tables().items()
        for column, values in allowed(sql).items()
        if (table, column) not in NARROWER
    ]
    assert len(found) > 30
    assert [words for words in found if words] == [], "build the table anew: db/README.md"


def test_a_value_that_no_check_allows_is_named() -> None:
    colour = StrEnum("Colour", {"RED": "red", "GREEN": "green", "BLUE": "blue"})
    sql = "CHECK (colour IN ('red', 'green')), CHECK (n > 0 OR colour IN ('red'))"
    (values,) = allowed(sql).values()
    assert refused("t.colour", values, [colour, *enums()]) == "t.colour: ['blue']"
