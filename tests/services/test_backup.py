from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dutydesk.domain.backup import RoomNotSound
from dutydesk.store import backup, driver
from tests.builders import Staff, draft


def test_a_backup_by_itself_lies_in_the_data_folder(staffed: Staff) -> None:
    done = staffed.room.backup.automatic()
    assert Path(done.made.path).parent == staffed.room.store.folder / "backups"
    assert (done.second, done.unreachable) == (None, "")
    assert staffed.room.backup.newest() == staffed.room.clock.now()
    assert staffed.room.backup.last_good_backup() == done.made


def test_the_chosen_folder_gets_a_second_copy_with_the_papers(
    staffed: Staff, tmp_path: Path
) -> None:
    room, stick = staffed.room, tmp_path / "stick"
    stick.mkdir()
    room.settings.put({"backup_folder": str(stick)}, by=staffed.by)
    done = room.backup.automatic()
    assert done.second is not None
    assert Path(done.second.path).parent == stick
    assert done.second.journal_head == done.made.journal_head


@pytest.mark.parametrize("what", ["missing", "file"])
def test_a_missing_stick_is_a_warning_and_blocks_nothing(
    staffed: Staff, tmp_path: Path, what: str
) -> None:
    room = staffed.room
    (tmp_path / "file").write_text("x")
    room.settings.put({"backup_folder": str(tmp_path / what)}, by=staffed.by)
    done = room.backup.automatic()
    assert done.second is None
    assert done.unreachable == str(tmp_path / what)
    assert Path(done.made.path).exists()
    assert not (tmp_path / "missing").exists(), "no folder is made in place of a stick"


def test_each_day_begins_with_one_backup(staffed: Staff) -> None:
    room = staffed.room
    assert room.backup.automatic_of_the_day() is not None
    assert room.backup.automatic_of_the_day() is None
    room.clock.forward(hours=15)  # type: ignore[attr-defined]  # FixedClock
    assert room.backup.automatic_of_the_day() is None
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    assert room.backup.automatic_of_the_day() is not None


def test_backups_thin_out_by_themselves(staffed: Staff) -> None:
    room = staffed.room
    for _ in range(60):
        room.duty_log.record(draft(room), by=staffed.by)
        room.backup.automatic()
        room.clock.forward(hours=12)  # type: ignore[attr-defined]  # FixedClock
    left = list((room.store.folder / "backups").iterdir())
    assert 15 <= len(left) <= 25


def test_a_backup_on_demand_of_a_tampered_room_says_so_and_leaves_no_file(
    staffed: Staff, tmp_path: Path
) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    room.store.close()
    connection = driver.connect(str(room.store.path), isolation_level=None)
    connection.execute("DROP TRIGGER journal_is_append_only_update")
    connection.execute("UPDATE journal SET actor = 'x' WHERE rowid = 2")
    connection.close()
    with pytest.raises(RoomNotSound):
        room.backup.backup_now(tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []


def test_a_backup_is_not_journalled(staffed: Staff, tmp_path: Path) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        before = tables.journal.count()
    room.backup.backup_now(tmp_path / "b")
    room.backup.automatic()
    with room.store.reading() as tables:
        assert tables.journal.count() == before


def test_backups_that_begin_in_the_same_second_all_succeed(staffed: Staff) -> None:
    room = staffed.room
    for number in range(300):
        room.duty_log.record(draft(room, f"来电反映情况{number}" * 20), by=staffed.by)

    def back_up() -> str:
        try:
            return room.backup.automatic().made.path
        finally:
            room.store.close_reader()

    with ThreadPoolExecutor(4) as pool:
        made = {future.result() for future in [pool.submit(back_up) for _ in range(12)]}
    assert [str(file) for file in (room.store.folder / "backups").iterdir()] == list(made)
    assert backup.checked(Path(made.pop())).ok


def test_the_strip_shows_the_last_backup_and_not_one_of_a_clock_that_ran_ahead(
    staffed: Staff,
) -> None:
    room = staffed.room
    now = room.clock.now()
    room.clock.forward(days=3650)  # type: ignore[attr-defined]  # FixedClock
    assert room.backup.automatic_of_the_day() is not None
    room.clock.at = now  # type: ignore[attr-defined]  # FixedClock
    assert room.backup.automatic_of_the_day() is not None
    assert room.backup.newest() == now
    room.duty_log.record(draft(room), by=staffed.by)
    room.backup.automatic()
    good = room.backup.last_good_backup()
    assert good is not None
    assert (good.taken_at, room.backup.newest()) == (now, now)


def test_an_old_backup_that_cannot_be_deleted_stops_no_new_one(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, stick = staffed.room, tmp_path / "stick"
    stick.mkdir()
    room.settings.put({"backup_folder": str(stick)}, by=staffed.by)
    for _ in range(30):
        room.duty_log.record(draft(room), by=staffed.by)
        room.backup.automatic()
        room.clock.forward(hours=12)  # type: ignore[attr-defined]  # FixedClock
    unlink = Path.unlink

    def held(file: Path, *, missing_ok: bool = False) -> None:
        if file.suffix == ".db":
            raise PermissionError(13, "used by another process")
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    room.duty_log.record(draft(room), by=staffed.by)
    done = room.backup.automatic()
    assert done.second is not None
    assert done.second.journal_head == done.made.journal_head
    assert done.removed == ()
