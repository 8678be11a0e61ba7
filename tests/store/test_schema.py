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
