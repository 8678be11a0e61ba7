import os
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import BackupFailed
from dutydesk.store import database
from dutydesk.store.safe_copy import copy_database, copy_file, drop_leftovers, pending_name


def test_a_copied_room_is_one_file_without_a_log(room: DutyRoom, tmp_path: Path) -> None:
    reader = database.open_reader(room.store.path)
    copy_database(reader, tmp_path / "copy.db")
    reader.close()
    copied = database.open_reader(tmp_path / "copy.db")
    assert copied.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    copied.close()
    assert [file.name for file in tmp_path.glob("copy*")] == ["copy.db"]


def test_a_copy_that_fails_leaves_what_was_there(room: DutyRoom, tmp_path: Path) -> None:
    reader = database.open_reader(room.store.path)
    with pytest.raises(BackupFailed):
        copy_database(reader, tmp_path / "missing" / "copy.db")
    reader.close()
    (tmp_path / "kept").write_bytes(b"kept")
    with pytest.raises(OSError, match="missing"):
        copy_file(tmp_path / "missing", tmp_path / "kept")
    assert (tmp_path / "kept").read_bytes() == b"kept"
    assert list(tmp_path.glob("*.tmp")) == []


def test_a_file_is_copied_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)) * 100)
    copy_file(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == (tmp_path / "a").read_bytes()


def test_two_copies_never_share_the_file_they_write_aside(tmp_path: Path) -> None:
    assert pending_name(tmp_path / "room.db") != pending_name(tmp_path / "room.db")


def test_what_a_killed_copy_left_aside_goes_with_a_copy_of_the_next_day(tmp_path: Path) -> None:
    newest = tmp_path / "room-20261120-083000-00000000.db"
    newest.write_bytes(b"")
    old, running = pending_name(newest), pending_name(newest)
    for file in (old, old.with_name(old.name + "-journal"), running):
        file.write_bytes(b"")
    long_ago = newest.stat().st_mtime - 2 * 24 * 60 * 60
    for file in (old, old.with_name(old.name + "-journal")):
        os.utime(file, (long_ago, long_ago))
    drop_leftovers(tmp_path, newest)
    assert set(tmp_path.iterdir()) == {newest, running}


def test_a_file_with_the_longest_name_a_disk_takes_is_written_aside_too(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / ("名" * 84 + ".p")
    source.write_bytes(b"kept")
    copy_file(source, target)
    assert target.read_bytes() == b"kept"
    assert sorted(tmp_path.iterdir()) == sorted([source, target])
