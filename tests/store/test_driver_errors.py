"""What the environment can do to a room, and the store error each shows as."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dutydesk.assembly.opening import create_room, open_room, read_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.errors import (
    NotARoom,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreMissing,
    StoreReadOnly,
    StoreTooNew,
    StoreUnreadable,
    TextBroken,
)
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import Actor
from dutydesk.store import database, driver
from dutydesk.store.driver_errors import to_store_error, translated
from dutydesk.store.store import Store
from dutydesk.wording.sentences import sentence
from tests.builders import Staff, draft, item_draft
from tests.store.conftest import freeze

BY = Actor("cli")
ROOT = Path(__file__).resolve().parents[2]


def other_file(place: Path, what: str) -> None:
    if what == "directory":
        place.mkdir()
    elif what == "another SQLite file":
        connection = sqlite3.connect(place)
        connection.execute("CREATE TABLE a (b)")
        connection.close()
    else:
        place.write_bytes({"random": os.urandom(20_000), "empty": b"", "short": b"SQLite"}[what])


@pytest.mark.parametrize("what", ["random", "empty", "short", "another SQLite file", "directory"])
def test_a_file_that_is_no_room_is_refused_and_left_as_it_is(tmp_path: Path, what: str) -> None:
    place = tmp_path / "room.db"
    other_file(place, what)
    before = place.read_bytes() if place.is_file() else None
    for opening in (open_room, read_room):
        with pytest.raises((NotARoom, StoreMissing, StoreUnreadable)) as refusal:
            opening(tmp_path).duty_log.all_rowids()
        assert sentence(refusal.value)
    assert (place.read_bytes() if place.is_file() else None) == before


def test_a_newer_schema_is_refused_and_left_as_it_is(room: DutyRoom) -> None:
    room.close()
    connection = driver.connect(str(room.store.path), isolation_level=None)
    connection.execute(f"PRAGMA user_version = {database.schema_version() + 1}")
    connection.close()
    before = room.store.path.read_bytes()
    for opening in (open_room, read_room):
        with pytest.raises(StoreTooNew) as refusal:
            opening(room.store.folder).duty_log.all_rowids()
        assert refusal.value.found == database.schema_version() + 1
    assert room.store.path.read_bytes() == before


def test_a_read_only_disk_is_read_and_not_written(frozen_disk: Path) -> None:
    room = create_room(frozen_disk / "room", NewRoom("安和"))
    entry = room.duty_log.record(draft(room, "冻结前"), by=BY).value
    room.close()
    freeze(frozen_disk)
    with pytest.raises(StoreReadOnly):
        open_room(room.store.folder)
    reading = read_room(room.store.folder)
    assert reading.duty_log.entry(entry.id).entry == entry
    assert reading.verification.verify().ok
    with pytest.raises(StoreReadOnly):
        reading.duty_log.record(draft(reading), by=BY)
    reading.close()


def test_a_disk_that_can_be_written_again_shows_what_is_written_since(frozen_disk: Path) -> None:
    room = create_room(frozen_disk / "room", NewRoom("安和"))
    room.close()
    freeze(frozen_disk)
    store = Store(room.store.path, room.clock, room.ids)
    log = DutyRoom(store, room.clock, room.ids).duty_log
    assert list(log.all_rowids()) == []
    with pytest.raises(StoreReadOnly):
        log.record(draft(room), by=BY)
    subprocess.run(["mount", "-o", "remount,rw", str(frozen_disk)], check=True)
    log.record(draft(room), by=BY)
    assert len(list(log.all_rowids())) == 1
    store.close()


def test_a_full_disk_loses_nothing_acknowledged_and_works_again_when_freed(
    small_disk: Path,
) -> None:
    filling = small_disk / "filling"
    room = create_room(small_disk / "room", NewRoom("安和"))
    filling.write_bytes(bytes(600_000))
    acknowledged: list[str] = []
    with pytest.raises(StoreFull) as refusal:
        record_until_it_fails(room, acknowledged)
    assert "磁盘" in sentence(refusal.value)
    assert acknowledged
    assert recorded(room) == acknowledged
    with pytest.raises(StoreFull):
        room.duty_log.record(draft(room), by=BY)
    filling.unlink()
    acknowledged.append(room.duty_log.record(draft(room, "腾出空间后"), by=BY).value.id)
    room.close()
    again = open_room(small_disk / "room")
    assert recorded(again) == acknowledged
    assert again.verification.verify().ok
    again.close()


def record_until_it_fails(room: DutyRoom, acknowledged: list[str]) -> None:
    for _ in range(5000):
        acknowledged.append(room.duty_log.record(draft(room), by=BY).value.id)


def recorded(room: DutyRoom) -> list[str]:
    return [room.duty_log.page([row])[row].entry.id for row in room.duty_log.all_rowids()]


LIMITED = """
import resource, signal, sys
from pathlib import Path
from dutydesk.assembly.opening import open_room
from dutydesk.domain.errors import StoreError
from dutydesk.domain.officer import Actor
from dutydesk.wording.sentences import sentence
from tests.builders import draft
room = open_room(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
try:
    while True:
        print(room.duty_log.record(draft(room), by=Actor("cli")).value.id)
except StoreError as error:
    print(type(error).__name__, sentence(error) != "")
    print([room.duty_log.page([r])[r].entry.id for r in room.duty_log.all_rowids()][-1])
"""


@pytest.mark.skipif(os.name != "posix", reason="RLIMIT_FSIZE is POSIX")
def test_a_file_that_may_not_grow_loses_nothing_acknowledged(tmp_path: Path) -> None:
    assert signal.SIGXFSZ
    assert resource.RLIMIT_FSIZE
    room = create_room(tmp_path / "room", NewRoom("安和"))
    room.close()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "room")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    *acknowledged, said, newest = done.stdout.splitlines()
    assert said in {"StoreUnreadable True", "StoreFull True"}
    assert acknowledged[-1] == newest
    again = open_room(tmp_path / "room")
    assert recorded(again) == acknowledged
    again.duty_log.record(draft(again), by=BY)
    assert again.verification.verify().ok
    again.close()


def test_a_file_that_another_program_writes_is_busy_and_then_free(
    room: DutyRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = driver.connect(str(room.store.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    room.store.close()
    monkeypatch.setattr(
        database, "WRITER_PRAGMAS", (*database.WRITER_PRAGMAS, "PRAGMA busy_timeout = 100")
    )
    with pytest.raises(StoreBusy):
        room.duty_log.record(draft(room), by=BY)
    assert room.settings.room().unit
    other.execute("ROLLBACK")
    other.close()
    room.duty_log.record(draft(room), by=BY)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("database or disk is full", StoreFull),
        ("attempt to write a readonly database", StoreReadOnly),
        ("database is locked", StoreBusy),
        ("file is not a database", NotARoom),
        ("database disk image is malformed", StoreDamaged),
        ("unable to open database file", StoreUnreadable),
        ("disk I/O error", StoreUnreadable),
    ],
)
def test_each_text_of_the_driver_has_one_meaning(
    tmp_path: Path, text: str, meaning: type[StoreError]
) -> None:
    error = to_store_error(driver.OperationalError(text), tmp_path / "room.db")
    assert type(error) is meaning
    assert sentence(error)


def test_an_io_error_on_a_nearly_full_disk_is_a_full_disk(small_disk: Path) -> None:
    (small_disk / "filling").write_bytes(bytes(2_500_000))
    error = driver.OperationalError("disk I/O error")
    assert isinstance(to_store_error(error, small_disk / "room.db"), StoreFull)
    assert shutil.disk_usage(small_disk).free < 4 << 20


def test_our_own_mistakes_are_not_taken_for_the_disk(tmp_path: Path) -> None:
    with pytest.raises(driver.OperationalError), translated(tmp_path):
        raise driver.OperationalError('near "SELEC": syntax error')
    with pytest.raises(driver.IntegrityError), translated(tmp_path):
        raise driver.IntegrityError("UNIQUE constraint failed")


def test_half_a_character_in_any_field_is_refused_with_its_place(staffed: Staff) -> None:
    room, by, broken = staffed.room, staffed.by, "回电\ud83d"
    jobs = (
        lambda: room.open_item.open(item_draft(broken, "甲某"), by=by),
        lambda: room.phrase.put(room.phrase.new(broken, None), by=by),
        lambda: room.watch_word.put(room.watch_word.new(broken), by=by),
        lambda: room.settings.put({"duty_phone": broken}, by=by),
    )
    for job in jobs:
        with pytest.raises(TextBroken) as refused:
            job()
        assert refused.value.place >= 3
    assert room.open_item.all_items() == []
    # Nothing holds it, so nothing is found.
    assert room.duty_log.find(LogSearch(broken)).total_at_least == 0
    assert room.verification.verify().ok
