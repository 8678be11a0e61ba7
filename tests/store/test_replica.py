import json
import shutil
from pathlib import Path

import pytest

from dutydesk.assembly.opening import open_room
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.store.replica import FILE_NAME, machine_name, note_for, read_note, write_note
from tests.builders import draft


def replicas(room: DutyRoom) -> list[str]:
    with room.store.reading() as tables:
        return list(dict.fromkeys(row.replica for _, row in tables.journal.each()))


def test_a_note_comes_back_and_names_the_machine(tmp_path: Path) -> None:
    written = note_for(tmp_path, "副本", (3, "ab" * 32))
    write_note(tmp_path, written)
    assert read_note(tmp_path) == written
    assert written.machine == machine_name()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"replica": "x"}', "null"])
def test_a_damaged_note_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    assert read_note(tmp_path) is None
    assert read_note(tmp_path / "没有") is None


def test_the_same_folder_on_the_same_machine_stays_one_replica(room: DutyRoom) -> None:
    folder = room.store.folder
    room.close()
    again = open_room(folder)
    again.duty_log.record(draft(again), by=Actor("cli"))
    assert len(replicas(again)) == 1
    again.close()


@pytest.mark.parametrize("change", ["", "without note", "from another machine"])
def test_a_copied_room_writes_as_a_new_replica_that_says_what_it_continues(
    room: DutyRoom, tmp_path: Path, change: str
) -> None:
    with room.store.reading() as tables:
        head = tables.journal.head()
    folder = room.store.folder
    room.close()
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    if change == "without note":
        (copy / FILE_NAME).unlink()
    elif change:
        note = json.loads((copy / FILE_NAME).read_text())
        (copy / FILE_NAME).write_text(json.dumps({**note, "machine": "别的机器"}))
    other = open_room(copy)
    other.duty_log.record(draft(other), by=Actor("cli"))
    other.duty_log.record(draft(other), by=Actor("cli"))
    _, new = replicas(other)
    with other.store.reading() as tables:
        rows = [row for _, row in tables.journal.each() if row.replica == new]
    assert [(row.seq, row.action) for row in rows] == [
        (1, "room.new_replica"),
        (2, "duty_log.record"),
        (3, "duty_log.record"),
    ]
    assert json.loads(rows[0].body)["note"]["continues"] == head == rows[0].prev.hex()
    other.close()


def test_a_folder_reached_by_another_way_stays_one_replica(room: DutyRoom, tmp_path: Path) -> None:
    room.close()
    (tmp_path / "way").symlink_to(room.store.folder)
    again = open_room(tmp_path / "way")
    again.duty_log.record(draft(again), by=Actor("cli"))
    assert len(replicas(again)) == 1
    again.close()


def test_an_old_backup_laid_over_the_room_by_hand_writes_as_a_new_replica(room: DutyRoom) -> None:
    folder = room.store.folder
    made = room.backup.automatic().made
    room.duty_log.record(draft(room, "备份之后的"), by=Actor("cli"))
    room.close()
    shutil.copy(made.path, folder / "room.db")
    again = open_room(folder)
    again.duty_log.record(draft(again, "另一段历史"), by=Actor("cli"))
    assert len(replicas(again)) == 2
    assert again.verification.verify().ok
    again.close()


def test_a_check_notes_the_head_so_that_a_power_cut_does_not_hide_an_exchange(
    room: DutyRoom, tmp_path: Path
) -> None:
    room.duty_log.record(draft(room), by=Actor("cli"))
    made = room.backup.automatic().made
    room.duty_log.record(draft(room, "核对过的"), by=Actor("cli"))
    assert room.verification.check_new().ok
    cut = tmp_path / FILE_NAME
    shutil.copy(room.store.folder / FILE_NAME, cut)
    room.close()
    shutil.copy(made.path, room.store.path)
    shutil.copy(cut, room.store.folder / FILE_NAME)
    again = open_room(room.store.folder)
    again.duty_log.record(draft(again), by=Actor("cli"))
    assert len(replicas(again)) == 2
    again.close()


def test_a_room_that_was_killed_goes_on_as_the_same_replica(
    room: DutyRoom, tmp_path: Path
) -> None:
    room.duty_log.record(draft(room), by=Actor("cli"))
    note = (room.store.folder / FILE_NAME).read_text()
    room.duty_log.record(draft(room), by=Actor("cli"))
    room.close()
    (room.store.folder / FILE_NAME).write_text(note)
    again = open_room(room.store.folder)
    again.duty_log.record(draft(again), by=Actor("cli"))
    assert len(replicas(again)) == 1
    again.close()
