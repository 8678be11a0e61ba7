import shutil
from pathlib import Path

import pytest

from dutydesk import paths
from dutydesk.assembly.opening import create_room, open_room, read_room
from dutydesk.assembly.room import NewRoom
from dutydesk.domain.errors import StoreFull
from dutydesk.store import database, incident_seed
from tests.builders import Staff, draft


def test_whoever_looks_first_after_an_update_brings_the_room_up_to_date(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "更新前的记录"), by=staffed.by).value
    room.close()
    newer = tmp_path / "migrations"
    shutil.copytree(paths.migrations_dir(), newer)
    number = database.schema_version() + 1
    # An index, so that this test asks nothing of the newest real migration.
    script = "CREATE INDEX log_entry_by_at ON log_entry (at);"
    (newer / f"{number:04}_add_log_entry_by_at.sql").write_text(script, encoding="utf-8")
    monkeypatch.setattr(database.paths, "migrations_dir", lambda: newer)
    reading = read_room(room.store.folder)
    assert reading.duty_log.entry(entry.id).entry == entry
    reading.close()
    copies = list((room.store.folder / "backups").iterdir())
    assert len(copies) == 1
    again = open_room(room.store.folder)
    assert again.verification.verify(None).ok
    again.close()


@pytest.mark.parametrize("above", [True, False])
def test_a_new_room_that_finds_the_disk_full_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, above: bool
) -> None:
    def full(*_: object) -> None:
        raise StoreFull(str(tmp_path))

    folder = tmp_path / "srv" / "room"
    if not above:
        folder.mkdir(parents=True)
    monkeypatch.setattr(incident_seed, "seed", full)
    with pytest.raises(StoreFull):
        create_room(folder, NewRoom("安和"))
    assert list(tmp_path.rglob("*")) == ([] if above else [folder.parent, folder])
    monkeypatch.undo()
    create_room(folder, NewRoom("安和")).close()
