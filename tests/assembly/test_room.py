from pathlib import Path

import pytest

from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room, open_room, read_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.errors import (
    BadInput,
    RoomExists,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
)
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import Actor
from dutydesk.store.store import Store
from tests.builders import draft

NEW = NewRoom("安和街道办事处值班室", is_practice=True)


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def lived(folder: Path) -> str:
    """Make a room on a fixed clock, write into it twice, reopen it and write again."""
    clock = FixedClock(from_iso("2026-11-20T08:30"))
    ids = seeded_ids(clock, 7)
    room = create_room(folder, NEW, clock, ids)
    room.duty_log.record(draft(room, "第一条"), by=Actor("cli"))
    room.close()
    clock.forward(minutes=1)
    room = open_room(folder, clock=clock, ids=ids)
    room.duty_log.record(draft(room, "第二条"), by=Actor("cli"))
    found = head(room)
    room.close()
    return found


def test_a_room_is_made_read_and_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "甲" / "值班室"
    room = create_room(folder, NEW)
    room.duty_log.record(draft(room, "第一条"), by=Actor("cli"))
    room.close()
    reader = read_room(folder)
    assert reader.settings.room().unit == NEW.unit
    assert [one.entry.text for one in reader.duty_log.entries_of_running_shift()[1]] == ["第一条"]
    reader.close()
    again = open_room(folder)
    assert again.duty_log.record(draft(again, "第二条"), by=Actor("cli")).value.no == 2
    again.close()


def test_equal_ids_and_clock_give_an_equal_chain_twice(tmp_path: Path) -> None:
    assert lived(tmp_path / "甲") == lived(tmp_path / "乙")


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "值班室"
    create_room(folder, NEW).close()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_an_open_room_is_held_until_it_is_closed(room: DutyRoom) -> None:
    folder = room.store.folder
    for _ in range(2):
        with pytest.raises(StoreLocked):
            open_room(folder, wait_seconds=0)
    reader = read_room(folder)
    assert reader.settings.room().is_practice is True
    reader.close()
    room.close()
    room.close()
    open_room(folder, wait_seconds=0).close()


def test_a_reader_writes_nothing(room: DutyRoom) -> None:
    reader = read_room(room.store.folder)
    before = head(room)
    with pytest.raises(StoreReadOnly):
        reader.duty_log.record(draft(reader), by=Actor("cli"))
    reader.close()
    assert head(room) == before


def test_a_room_is_not_made_twice_nor_without_a_name(room: DutyRoom, tmp_path: Path) -> None:
    before = head(room)
    with pytest.raises(RoomExists):
        create_room(room.store.folder, NEW)
    with pytest.raises(BadInput):
        create_room(tmp_path / "另一处", NewRoom(" \u3000"))
    assert not (tmp_path / "另一处").exists()
    assert head(room) == before


def test_a_start_that_fails_leaves_the_folder_free_for_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "值班室"
    with pytest.raises(BadInput):
        create_room(folder, NewRoom("值班室", rule_set="country"))
    with pytest.raises(StoreMissing):
        open_room(folder)
    create_room(folder, NEW).close()
    assert not list(folder.glob("room-new*"))


def test_where_no_room_lies_there_is_nothing_to_open(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_room(tmp_path / "没有")
    reader = read_room(tmp_path / "没有")
    with pytest.raises(StoreMissing):
        reader.settings.room()
    assert not (tmp_path / "没有").exists()


def test_a_file_that_does_not_close_still_lets_go_of_the_room(
    room: DutyRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = room.store.close

    def fail() -> None:
        close()
        raise OSError("no")

    with monkeypatch.context() as patch:
        patch.setattr(room.store, "close", fail)
        with pytest.raises(OSError, match="no"):
            room.close()
    open_room(room.store.folder, wait_seconds=0).close()


def test_a_room_that_could_not_be_filled_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []
    close = Store.close
    monkeypatch.setattr(Store, "close", lambda store: (closed.append(store.path), close(store)))
    with pytest.raises(BadInput):
        create_room(tmp_path / "值班室", NewRoom("值班室", rule_set="country"))
    assert [path.name for path in closed] == ["room-new.db"]
