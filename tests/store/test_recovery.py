import json
import shutil
from pathlib import Path

import pytest

from dutydesk import paths
from dutydesk.assembly.opening import create_room, open_room, read_room
from dutydesk.assembly.recovering import recover_room, restore_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.backup import (
    BackupMissing,
    BackupNotSound,
    NoGoodBackup,
    NotABackup,
    RestoreTargetNotEmpty,
)
from dutydesk.domain.errors import (
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreTooOld,
)
from dutydesk.domain.officer import Actor
from dutydesk.store import database
from dutydesk.store.backup_choice import last_good_backup
from dutydesk.store.verify import verify
from tests.builders import Staff, draft

BY = Actor("cli")


@pytest.fixture
def backed_up(staffed: Staff, tmp_path: Path) -> tuple[Path, str]:
    room = staffed.room
    room.duty_log.record(draft(room, "备份里有的"), by=staffed.by)
    made = room.backup.backup_now(tmp_path / "stick")
    return Path(made.path), made.journal_head


def test_a_restored_room_is_the_backup_byte_for_byte(
    backed_up: tuple[Path, str], tmp_path: Path
) -> None:
    file, head = backed_up
    before = file.read_bytes()
    written, restored_head = restore_room(file, tmp_path / "new")
    assert (written, restored_head) == (tmp_path / "new" / "room.db", head)
    assert written.read_bytes() == before == file.read_bytes()
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["room.db"]
    assert verify(written, head).ok


def test_the_first_write_after_a_restore_takes_a_new_replica_that_names_what_it_continues(
    backed_up: tuple[Path, str], tmp_path: Path
) -> None:
    file, head = backed_up
    restore_room(file, tmp_path / "new")
    room = open_room(tmp_path / "new")
    with room.store.reading() as tables:
        old = tables.journal.newest()
        before = tables.journal.count()
    room.duty_log.record(draft(room, "恢复后第一条"), by=BY)
    room.duty_log.record(draft(room, "恢复后第二条"), by=BY)
    with room.store.reading() as tables:
        new = [row for _, row in tables.journal.each(before)]
    room.close()
    assert old is not None
    assert [row.action for row in new] == [
        "room.new_replica",
        "duty_log.record",
        "duty_log.record",
    ]
    assert json.loads(new[0].body)["note"]["continues"] == head
    assert len({row.replica for row in new}) == 1
    assert new[0].replica != old.replica
    assert [row.seq for row in new] == [1, 2, 3]
    assert verify(room.store.path, head).ok


def test_a_restore_needs_a_new_or_empty_folder(
    backed_up: tuple[Path, str], tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_text("b")
    for place in (tmp_path / "full", tmp_path / "full" / "a", tmp_path / "room"):
        with pytest.raises(RestoreTargetNotEmpty):
            restore_room(backed_up[0], place)
    (tmp_path / "empty").mkdir()
    assert restore_room(backed_up[0], tmp_path / "empty")[1] == backed_up[1]


def test_a_damaged_backup_is_not_restored(backed_up: tuple[Path, str], tmp_path: Path) -> None:
    file, _ = backed_up
    content = file.read_bytes()
    file.write_bytes(content.replace("备份里有的".encode(), "备份里改的".encode()))
    with pytest.raises(BackupNotSound):
        restore_room(file, tmp_path / "new")
    file.write_bytes(b"no room at all" * 1000)
    with pytest.raises(NotABackup):
        restore_room(file, tmp_path / "new")
    with pytest.raises(BackupMissing):
        restore_room(tmp_path / "nothing.db", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_restoring_a_live_file_takes_its_log_along(staffed: Staff, tmp_path: Path) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "还在日志文件里"), by=staffed.by)
    with room.store.reading() as tables:
        head = tables.journal.head()
    assert room.store.path.with_name("room.db-wal").stat().st_size
    assert restore_room(room.store.path, tmp_path / "new")[1] == head


def damage(path: Path, how: str) -> None:
    content = bytearray(path.read_bytes())
    if how == "header":
        content[:100] = bytes(100)
    elif how == "first page":
        content[100:4096] = b"\xff" * 3996
    elif how == "middle":
        for page in range(4, len(content) // 4096):
            content[page * 4096 : page * 4096 + 64] = b"\xee" * 64
    elif how == "cut short":
        del content[len(content) // 3 :]
    elif how == "empty":
        content.clear()
    else:
        content = bytearray(b"\x5a" * len(content))
    path.write_bytes(content)


@pytest.mark.parametrize(
    "how", ["header", "first page", "middle", "cut short", "empty", "overwritten"]
)
def test_a_damaged_room_says_so_and_ends_in_a_working_one(staffed: Staff, how: str) -> None:
    room, folder = staffed.room, staffed.room.store.folder
    room.duty_log.record(draft(room, "备份里有的"), by=staffed.by)
    made = room.backup.automatic().made
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    lost = room.duty_log.record(draft(room, "备份之后的"), by=staffed.by).value
    room.close()
    damage(room.store.path, how)
    with pytest.raises(StoreError):
        use(folder)
    done = recover_room(folder, clock=room.clock)
    assert Path(done.kept).name == "room-damaged-20261120-093000.db"
    assert (done.restored.path, done.restored.journal_head) == (made.path, made.journal_head)
    assert not done.is_lost_complete or [step.action for step in done.lost] == ["duty_log.record"]
    assert not any(lost.id not in step.body for step in done.lost)
    assert verify(room.store.path, made.journal_head).ok
    again = open_room(folder, clock=room.clock)
    again.duty_log.record(draft(again, "恢复后继续"), by=staffed.by)
    again.close()
    assert verify(room.store.path, made.journal_head).ok


def use(folder: Path) -> None:
    """Do what a day does, and check: damage shows as a store error somewhere."""
    room = open_room(folder, wait_seconds=0)
    try:
        room.duty_log.record(draft(room), by=BY)
        result = room.verification.check_new()
        if not result.ok:
            raise StoreDamaged(str(folder), result.problems[0].detail)
    finally:
        room.close()


def test_what_can_still_be_read_behind_the_backup_is_given_back(staffed: Staff) -> None:
    room = staffed.room
    room.backup.automatic()
    typed = [room.duty_log.record(draft(room), by=staffed.by).value for _ in range(3)]
    room.close()
    done = recover_room(room.store.folder, clock=room.clock)
    assert done.is_lost_complete
    assert [entry.id in step.body for entry, step in zip(typed, done.lost, strict=True)] == [
        True
    ] * 3


def test_a_damaged_room_never_goes_back_to_another_unit(staffed: Staff, tmp_path: Path) -> None:
    room, stick = staffed.room, tmp_path / "stick"
    made = room.backup.backup_now(stick)
    room.close()
    elsewhere = create_room(tmp_path / "other", NewRoom("别的单位"), room.clock)
    for _ in range(9):
        elsewhere.duty_log.record(draft(elsewhere), by=BY)
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    elsewhere.backup.backup_now(stick)
    elsewhere.close()
    room.store.path.write_bytes(bytes(8192))
    done = recover_room(room.store.folder, clock=room.clock, more=(stick,))
    assert done.restored.path == made.path


def test_without_a_good_backup_nothing_is_touched(room: DutyRoom) -> None:
    room.close()
    damage(room.store.path, "overwritten")
    before = room.store.path.read_bytes()
    with pytest.raises(NoGoodBackup):
        recover_room(room.store.folder)
    assert room.store.path.read_bytes() == before


def test_a_room_in_use_is_not_recovered(room: DutyRoom) -> None:
    room.backup.automatic()
    with pytest.raises(StoreLocked):
        recover_room(room.store.folder)


def test_a_damaged_page_found_while_reading_is_a_store_error(staffed: Staff) -> None:
    room = staffed.room
    for number in range(40):
        room.duty_log.record(draft(room, f"记录{number}" * 200), by=staffed.by)
    room.close()
    damage(room.store.path, "middle")
    reading = read_room(room.store.folder)
    with pytest.raises(StoreError):
        reading.duty_log.page(list(range(1, 41)))
    reading.close()
    assert not read_room(room.store.folder).verification.verify().ok


def test_a_backup_from_before_an_upgrade_is_restored_and_brought_up_to_date(
    backed_up: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, head = backed_up
    newer = tmp_path / "migrations"
    shutil.copytree(paths.migrations_dir(), newer)
    (newer / f"{database.schema_version() + 1:04}_add_note.sql").write_text(
        "CREATE TABLE note (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;\n"
    )
    monkeypatch.setattr(database.paths, "migrations_dir", lambda: newer)
    with pytest.raises(StoreTooOld):
        database.open_reader(file)
    found = last_good_backup([file.parent])
    assert found is not None
    assert found.journal_head == head
    written, restored_head = restore_room(file, tmp_path / "new")
    assert restored_head == head
    room = open_room(tmp_path / "new")
    room.duty_log.record(draft(room, "升级后继续"), by=BY)
    room.close()
    (before,) = (tmp_path / "new" / "backups").iterdir()
    assert before.read_bytes() == file.read_bytes()
    assert verify(written, head).ok


def test_a_recovered_room_has_its_attachments_and_says_which_are_gone(
    staffed: Staff, tmp_path: Path
) -> None:
    room = staffed.room
    limits = room.attachment.limits()
    new = [room.attachment.take_in_bytes(f"{n}.txt", n.encode(), limits) for n in ("a", "b")]
    room.duty_log.record(draft(room), by=staffed.by, attachments=new)
    room.backup.backup_now(tmp_path / "stick")
    folder = room.store.folder
    room.close()
    (folder / "room.db").write_bytes(b"rotten" * 1000)
    shutil.rmtree(folder / "attachments")
    (tmp_path / "stick" / "attachments" / new[1].sha256[:2] / new[1].sha256).unlink()
    done = recover_room(folder, clock=room.clock, more=(tmp_path / "stick",))
    assert done.attachments_missing == ("b.txt",)
    kept = folder / "attachments" / new[0].sha256[:2] / new[0].sha256
    assert kept.read_bytes() == b"a"
