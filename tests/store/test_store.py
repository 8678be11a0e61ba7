import threading
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import StoreTooOld
from dutydesk.store import database, driver
from tests.builders import Staff, draft


def test_a_closed_desk_leaves_nothing_in_the_side_file_though_a_reader_is_still_open(
    staffed: Staff,
) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    opened, close = threading.Event(), threading.Event()

    def read_on_another_thread() -> None:
        with room.store.reading() as tables:
            tables.room.get()
        opened.set()
        close.wait(10)
        room.store.close_reader()

    reader = threading.Thread(target=read_on_another_thread)
    reader.start()
    assert opened.wait(10)
    side_file = room.store.path.with_name("room.db-wal")
    assert side_file.stat().st_size > 0
    room.close()
    left = side_file.stat().st_size if side_file.exists() else 0
    close.set()
    reader.join()
    assert left == 0


class _FullBehindTheCommit:
    """A writer whose disk has no room left for the checkpoint."""

    def __init__(self, writer: driver.Connection) -> None:
        self._writer = writer

    def __getattr__(self, name: str) -> object:
        return getattr(self._writer, name)

    def execute(self, sql: str, *values: object) -> object:
        if "checkpoint" in sql:
            raise driver.OperationalError("database or disk is full")
        return self._writer.execute(sql, *values)


def test_an_entry_on_record_is_not_told_as_lost_when_closing_finds_the_disk_full(
    staffed: Staff, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    room, real = staffed.room, database.open_writer
    room.store.close()
    monkeypatch.setattr(database, "open_writer", lambda path: _FullBehindTheCommit(real(path)))
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    room.close()
    assert "side file could not be emptied" in caplog.text
    assert room.duty_log.entry(entry.id).entry == entry


def test_reading_inside_reading_is_the_same_snapshot(staffed: Staff) -> None:
    store = staffed.room.store
    with store.reading() as outer:
        before = outer.journal.count()
        with store.reading() as inner:
            assert inner.journal.count() == before
        assert outer.journal.count() == before


def test_a_room_of_an_older_schema_is_refused_for_reading_with_both_versions(
    room: DutyRoom,
) -> None:
    path = room.store.path
    room.close()
    _set_version(path, database.schema_version() - 1)
    with pytest.raises(StoreTooOld) as refusal:
        database.open_reader(path)
    assert (refusal.value.found, refusal.value.known) == (
        database.schema_version() - 1,
        database.schema_version(),
    )


def _set_version(path: Path, version: int) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
