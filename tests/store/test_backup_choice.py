import shutil
from datetime import timedelta
from pathlib import Path

from dutydesk.assembly.opening import create_room, open_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.officer import Actor
from dutydesk.store import backup
from dutydesk.store.backup_choice import found_in, last_good_backup, newest_of
from tests.builders import Staff, draft

BY = Actor("cli")


def test_the_last_good_backup_passes_over_damaged_ones(staffed: Staff, tmp_path: Path) -> None:
    room, folders = staffed.room, [tmp_path / "b", tmp_path / "missing"]
    assert last_good_backup(folders) is None
    good = backup.take(room.store.path, tmp_path / "b", room.clock.now())
    for hours, spoil in ((1, b""), (2, b"x" * 9000), (3, None)):
        room.duty_log.record(draft(room), by=staffed.by)
        later = backup.take(
            room.store.path, tmp_path / "b", room.clock.now() + timedelta(hours=hours)
        )
        content = Path(later.path).read_bytes()
        middle = len(content) // 2
        half = content[:middle] + bytes(8192) + content[middle + 8192 :]
        Path(later.path).write_bytes(half if spoil is None else spoil)
    assert last_good_backup(folders) == good


def other_room(room: DutyRoom, folder: Path) -> DutyRoom:
    """Make a second room that holds more and was backed up later."""
    made = create_room(folder, NewRoom("别的单位"), room.clock)
    for number in range(20):
        made.duty_log.record(draft(made, f"{number}"), by=BY)
    return made


def test_the_last_good_backup_is_of_this_room_and_says_of_which_unit(
    staffed: Staff, tmp_path: Path
) -> None:
    room, stick = staffed.room, tmp_path / "stick"
    ours = room.backup.backup_now(stick)
    other = other_room(room, tmp_path / "other")
    other.backup.backup_now(stick)
    other.close()
    own = [room.store.folder / "backups", stick]
    found = last_good_backup(own, room.store.path)
    assert found == ours
    assert found is not None
    assert found.unit == "安和街道办事处值班室"
    room.close()
    room.store.path.write_bytes(b"")
    assert last_good_backup(own, room.store.path) == ours, "the note of the replica tells"
    (room.store.folder / "replica.json").unlink()
    backup.make_backup_folder(own[0])
    shutil.copy(ours.path, own[0])
    found = last_good_backup(own, room.store.path)
    assert found is not None
    assert found.unit == "安和街道办事处值班室", "the backups in its own folder tell"


def test_when_nothing_tells_whose_room_it_was_the_offer_names_the_unit(
    room: DutyRoom, tmp_path: Path
) -> None:
    other = other_room(room, tmp_path / "other")
    other.backup.backup_now(tmp_path / "stick")
    other.close()
    found = last_good_backup([tmp_path / "backups", tmp_path / "stick"], tmp_path / "room.db")
    assert found is not None
    assert found.unit == "别的单位"


def test_a_backup_taken_by_a_clock_far_ahead_does_not_count_as_the_newest(
    staffed: Staff, tmp_path: Path
) -> None:
    room, folder = staffed.room, tmp_path / "b"
    ahead = room.clock.now() + timedelta(days=3650)
    backup.take(room.store.path, folder, ahead)
    room.duty_log.record(draft(room), by=staffed.by)
    later = backup.take(room.store.path, folder, room.clock.now())
    assert last_good_backup([folder], room.store.path) == later
    newest = newest_of(None, found_in([folder]))
    assert newest is not None
    assert newest.head == later.journal_head


def test_a_backup_of_a_history_that_was_left_is_not_this_room(
    staffed: Staff, tmp_path: Path
) -> None:
    room, stick = staffed.room, tmp_path / "stick"
    ours = room.backup.backup_now(stick)
    room.close()
    shutil.copytree(room.store.folder, tmp_path / "copy")
    copy = open_room(tmp_path / "copy", clock=room.clock)
    for _ in range(5):
        copy.duty_log.record(draft(copy, "在另一处记的"), by=staffed.by)
    copy.backup.backup_now(stick)
    copy.close()
    again = open_room(room.store.folder, clock=room.clock)
    again.duty_log.record(draft(again, "在这里记的"), by=staffed.by)
    again.close()
    assert last_good_backup([tmp_path / "backups", stick], room.store.path) == ours
