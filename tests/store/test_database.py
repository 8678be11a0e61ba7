from pathlib import Path

import pytest

from dutydesk import paths
from dutydesk.assembly.opening import open_room
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import StoreFull, StoreNotMigrated, StoreTooNew
from dutydesk.store import database, driver
from dutydesk.store.backup_choice import last_good_backup
from dutydesk.wording.sentences import sentence
from tests.builders import Staff, draft


def pragma(connection: driver.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_writer_syncs_fully_and_trusts_nothing_in_the_file(room: DutyRoom) -> None:
    writer = database.open_writer(room.store.path)
    found = {
        name: pragma(writer, name)
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "trusted_schema",
            "cell_size_check",
            "mmap_size",
            "secure_delete",
            "busy_timeout",
        )
    }
    writer.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }


def test_a_reader_cannot_write(room: DutyRoom) -> None:
    reader = database.open_reader(room.store.path)
    assert pragma(reader, "query_only") == 1
    with pytest.raises(driver.OperationalError, match="readonly"):
        reader.execute("DELETE FROM draft")
    reader.close()


def test_the_sqlite_in_use_is_free_of_the_log_reset_fault() -> None:
    assert driver.SQLITE_VERSION >= (3, 51, 3)


def test_a_migration_is_backed_up_first_and_keeps_every_row(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = staffed.room.duty_log.record(draft(staffed.room), by=staffed.by).value
    staffed.room.close()
    number = database.schema_version() + 1
    add_migration(tmp_path, monkeypatch, f"{number:04}_add_note.sql", "CREATE TABLE note (a);")
    room = open_room(staffed.room.store.folder)
    assert room.duty_log.entry(entry.id).entry == entry
    room.close()
    connection = database.open_file(room.store.path)
    assert database.version_of(connection) == number
    assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
    connection.close()
    (copy,) = (room.store.folder / "backups").iterdir()
    kept = database.open_file(copy)
    assert database.version_of(kept) == number - 1
    kept.close()


def test_a_migration_that_fails_half_way_leaves_the_room_as_it_was(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staffed.room.close()
    before = database.schema_version()
    script = "CREATE TABLE note (a);\nCREATE TABLE room (b);"
    with monkeypatch.context() as patch:
        add_migration(tmp_path, patch, f"{before + 1:04}_add_note.sql", script)
        with pytest.raises(StoreNotMigrated, match="already exists") as failure:
            open_room(staffed.room.store.folder)
    assert failure.value.step == f"{before + 1:04}_add_note"
    assert "没有升级成功，没有作任何改动" in sentence(failure.value)
    room = open_room(staffed.room.store.folder)
    assert room.verification.verify().ok
    room.close()


def test_a_migration_that_leaves_a_loose_reference_is_taken_back(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by, open_item=True)
    room.close()
    name = f"{database.schema_version() + 1:04}_lose_the_shifts.sql"
    with monkeypatch.context() as patch:
        add_migration(tmp_path, patch, name, "DELETE FROM shift;")
        with pytest.raises(StoreNotMigrated, match="-> shift"):
            open_room(room.store.folder)
    again = open_room(room.store.folder)
    assert again.verification.verify().ok
    again.close()


def test_foreign_keys_are_heeded_again_after_a_migration(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staffed.room.close()
    name = f"{database.schema_version() + 1:04}_add_note.sql"
    add_migration(tmp_path, monkeypatch, name, "CREATE TABLE note (a);")
    connection = database.open_writer(staffed.room.store.path)
    database.migrate(connection)
    assert pragma(connection, "foreign_keys") == 1
    connection.close()


def test_an_upgrade_of_several_steps_is_made_whole_or_not_at_all(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, before = staffed.room, database.schema_version()
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    room.close()
    good = f"{before + 1:04}_add_note.sql", "CREATE TABLE note (a);"
    add_migration(tmp_path, monkeypatch, *good)
    bad = database.paths.migrations_dir() / f"{before + 2:04}_add_more.sql"
    bad.write_text("CREATE TABLE more (a);\nINSERT INTO nowhere VALUES (1);")
    for _ in range(2):
        with pytest.raises(StoreNotMigrated, match="nowhere"):
            open_room(room.store.folder, wait_seconds=0)
        connection = database.open_file(room.store.path)
        assert database.version_of(connection) == before
        found = connection.execute("SELECT name FROM sqlite_master WHERE name IN ('note', 'more')")
        assert found.fetchall() == []
        connection.close()
    offered = last_good_backup([room.store.folder / "backups"], room.store.path)
    assert offered is not None
    bad.write_text("CREATE TABLE more (a);")
    again = open_room(room.store.folder, wait_seconds=0)
    assert again.duty_log.entry(entry.id).entry == entry
    again.close()


def add_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, script: str) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    for file in paths.migrations_dir().glob("*.sql"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / name).write_text(script)
    monkeypatch.setattr(database.paths, "migrations_dir", lambda: folder)


def test_a_file_made_anew_replaces_what_a_killed_init_left(tmp_path: Path) -> None:
    (tmp_path / "room.db").write_bytes(b"half")
    (tmp_path / "room.db-wal").write_bytes(b"a log")
    connection = database.create(tmp_path / "room.db")
    assert database.version_of(connection) == database.schema_version()
    assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    connection.close()


def test_a_file_whose_newest_pages_are_still_in_the_side_file_gets_no_name(tmp_path: Path) -> None:
    pending, target = tmp_path / "room-new.db", tmp_path / "room.db"
    pending.write_bytes(b"a")
    (tmp_path / "room-new.db-wal").write_bytes(b"b")
    with pytest.raises(StoreFull):
        database.put_in_place(pending, target)
    assert not target.exists()


def test_a_file_with_a_step_of_a_later_program_is_too_new_and_left_as_it_is(
    room: DutyRoom,
) -> None:
    path = room.store.path
    room.close()
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
        ("dutydesk", "9999_add_future", "2030-01-01"),
    )
    connection.close()
    before = path.read_bytes()
    for opening in (database.open_reader, database.open_writer, database.open_file):
        with pytest.raises(StoreTooNew):
            opening(path)
    assert path.read_bytes() == before
