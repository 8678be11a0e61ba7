import shutil
from pathlib import Path

from dutydesk.assembly.opening import open_room
from dutydesk.assembly.recovering import recover_room
from dutydesk.domain.draft import Draft
from dutydesk.store.draft_rescue import carry_drafts
from dutydesk.store.verify import verify
from tests.builders import Staff, draft


def typed(folder: Path) -> dict[str, str]:
    room = open_room(folder)
    try:
        return {one.id: one.content["text"] for one in room.draft.of_form("entry")}
    finally:
        room.close()


def test_what_was_being_typed_outlives_the_way_back_to_a_backup(staffed: Staff) -> None:
    room, folder = staffed.room, staffed.room.store.folder
    room.draft.keep(Draft("1", "entry", {"text": "备份前写到这里"}))
    room.draft.keep(Draft("0", "entry", {"text": "备份后记下了"}))
    room.backup.automatic()
    room.draft.keep(Draft("1", "entry", {"text": "备份前写到这里，又写了一句"}))
    room.draft.keep(Draft("2", "entry", {"text": "备份后才写的"}))
    room.draft.drop("0")
    room.duty_log.record(draft(room, "要重新记的"), by=staffed.by)
    room.close()
    recovery = recover_room(folder)
    assert recovery.lost
    assert typed(folder) == {
        "1": "备份前写到这里，又写了一句",
        "0": "备份后记下了",
        "2": "备份后才写的",
    }
    assert verify(folder / "room.db", recovery.restored.journal_head).ok


def test_a_file_that_cannot_be_read_stops_nothing(staffed: Staff, tmp_path: Path) -> None:
    staffed.room.close()
    fresh, broken = tmp_path / "fresh.db", tmp_path / "broken.db"
    shutil.copyfile(staffed.room.store.path, fresh)
    before = fresh.read_bytes()
    broken.write_bytes(b"no room at all" * 1000)
    assert carry_drafts(broken, fresh) == 0
    assert carry_drafts(tmp_path / "nothing.db", fresh) == 0
    assert fresh.read_bytes() == before


def test_a_room_that_cannot_be_written_stops_nothing(staffed: Staff, tmp_path: Path) -> None:
    staffed.room.draft.keep(Draft("1", "entry", {"text": "写到这里"}))
    staffed.room.close()
    empty = tmp_path / "empty.db"
    empty.touch()
    assert carry_drafts(staffed.room.store.path, empty) == 0
