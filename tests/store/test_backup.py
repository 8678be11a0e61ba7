from datetime import timedelta
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.backup import KEEP_DAYS, BackupName
from dutydesk.domain.errors import BackupFailed
from dutydesk.store import backup
from tests.builders import Staff, draft


def test_a_backup_is_one_file_with_the_head_of_the_room(room: DutyRoom, tmp_path: Path) -> None:
    made = backup.take(room.store.path, tmp_path / "b", room.clock.now())
    assert [file.name for file in (tmp_path / "b").iterdir()] == [Path(made.path).name]
    assert Path(made.path).name == f"room-20261120-083000-{made.journal_head[:8]}.db"
    assert backup.head_in(Path(made.path)) == (made.journal_rows, made.journal_head)
    assert backup.checked(Path(made.path)).ok


def test_a_folder_that_cannot_be_made_is_a_failed_backup(room: DutyRoom, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupFailed):
        backup.take(room.store.path, tmp_path / "file" / "b", room.clock.now())


def test_a_disk_that_is_full_leaves_no_half_backup(room: DutyRoom, small_disk: Path) -> None:
    (small_disk / "filling").write_bytes(bytes(2_800_000))
    with pytest.raises(BackupFailed):
        backup.take(room.store.path, small_disk, room.clock.now())
    assert [file.name for file in small_disk.iterdir()] == ["filling"]


def test_thinning_leaves_the_backups_of_other_rooms_alone(room: DutyRoom, tmp_path: Path) -> None:
    folder, now = tmp_path / "stick", room.clock.now()
    made = backup.take(room.store.path, folder, now)
    old = [
        BackupName(now - timedelta(days=20, hours=hour), made.journal_head[:8]) for hour in (1, 2)
    ]
    foreign = [BackupName(one.taken_at, "00000000") for one in old]
    for name in (*old, *foreign):
        (folder / str(name)).write_bytes(b"")
    (folder / "别的文件.db").write_bytes(b"")
    assert backup.thin(room.store.path, folder, now) == [str(old[1])]
    left = {file.name for file in folder.iterdir()}
    assert left == {Path(made.path).name, str(old[0]), *map(str, foreign), "别的文件.db"}


def test_one_start_with_the_clock_far_ahead_deletes_no_backup(
    staffed: Staff, tmp_path: Path
) -> None:
    room, folder = staffed.room, tmp_path / "b"
    for _ in range(40):
        room.duty_log.record(draft(room), by=staffed.by)
        backup.take(room.store.path, folder, room.clock.now())
        backup.thin(room.store.path, folder, room.clock.now())
        room.clock.forward(days=1)  # type: ignore[attr-defined]  # FixedClock
    before = set(folder.iterdir())
    ahead = room.clock.now() + timedelta(days=3650)
    made = [backup.take(room.store.path, folder, ahead)]
    assert backup.thin(room.store.path, folder, ahead) == []
    later = ahead + timedelta(days=1)
    made += [backup.take(room.store.path, folder, later)]
    assert backup.thin(room.store.path, folder, later), "from the second day on it is believed"
    assert len(set(folder.iterdir()) & before) >= KEEP_DAYS - 2
    assert {Path(one.path) for one in made} <= set(folder.iterdir())


def test_archived_papers_come_along_once_and_only_when_they_are_what_they_say(
    tmp_path: Path,
) -> None:
    import hashlib

    papers = tmp_path / "data" / "papers"
    papers.mkdir(parents=True)
    content = b"%PDF-1.7 a"
    (papers / f"{hashlib.sha256(content).hexdigest()}.pdf").write_bytes(content)
    (papers / f"{'0' * 64}.pdf").write_bytes(b"changed")
    assert backup.copy_papers(tmp_path / "data", tmp_path / "stick") == 1
    assert backup.copy_papers(tmp_path / "data", tmp_path / "stick") == 0
    (copied,) = (tmp_path / "stick" / "papers").iterdir()
    assert copied.read_bytes() == content
    assert backup.copy_papers(tmp_path / "nothing", tmp_path / "stick") == 0
