from dutydesk.store import database, driver
from dutydesk.store.rows import NOT_JOURNALLED


def test_every_table_can_be_journalled_or_is_named_as_one_that_is_not() -> None:
    for name, sql in database.fresh_tables().items():
        if name in NOT_JOURNALLED:
            continue
        assert "rowid INTEGER PRIMARY KEY" in sql, f"{name}: add it to NOT_JOURNALLED in rows.py?"
        assert "id TEXT NOT NULL UNIQUE" in sql, f"{name}: a journalled table has a unique id"
    assert set(database.fresh_tables()) >= NOT_JOURNALLED


def test_every_table_is_strict() -> None:
    with database._fresh() as connection:
        found = connection.execute(
            "SELECT name, strict FROM pragma_table_list"
            " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert [name for name, strict in found if not strict] == []


def test_a_migrated_room_has_the_schema_of_the_file(room) -> None:
    connection = database.open_reader(room.store.path)
    assert database.schema_text(connection) == database.fresh_schema()
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
