"""Every trouble with opening a room, as an officer goes through it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dutydesk.app.opening import REFUSED, STORE_TROUBLE, Opening
from dutydesk.assembly.opening import open_room
from dutydesk.domain.errors import StoreLocked, StoreReadOnly
from dutydesk.domain.start_options import StartOptions
from dutydesk.store import place
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.start.restored import RestoredDialog
from dutydesk.ui.start.wizard import FirstStart
from dutydesk.ui.tasks import InlineRunner
from tests.ui.conftest import *  # noqa: F403 -- the theme of the desk


@pytest.fixture
def opening(folder, theme, qtbot):
    return Opening(StartOptions(data=folder), theme, RecordingMessages(), InlineRunner())


def keys_of(messages):
    return [[choice.key for choice in asked.choices] for asked in messages.decisions]


def press_through(kind, press):
    """Press in the next window of a kind as soon as it is open."""

    def look():
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind)]
        if found and found[0].isVisible():
            press(found[0])
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_a_sound_room_opens_without_a_question(opening):
    opened = opening.open()
    assert opened.only_reads is None
    assert opening.messages.decisions == []
    opened.room.close()


def test_a_held_room_can_be_read_tried_again_or_left(opening, folder):
    held = open_room(folder, wait_seconds=0)
    opening.messages.answers = ["read"]
    opened = opening.open()
    assert isinstance(opened.only_reads, StoreLocked)
    assert opened.room.store.is_read_only
    opened.room.close()
    opening.messages.answers = ["leave"]
    assert opening.open() is None
    assert opening.code == STORE_TROUBLE
    opening.messages.answers = ["again", "leave"]
    assert opening.open() is None
    assert keys_of(opening.messages) == [["read", "again", "leave"]] * 4
    held.close()
    assert "正由" in opening.messages.decisions[0].text
    opened = opening.open()
    assert opened.only_reads is None
    opened.room.close()


def test_a_folder_that_cannot_be_written_is_read(opening, monkeypatch):
    monkeypatch.setattr(place, "can_write", lambda path: False)
    opening.messages.answers = ["read"]
    opened = opening.open()
    assert isinstance(opened.only_reads, StoreReadOnly)
    opened.room.close()


def test_a_network_drive_is_only_read(opening, monkeypatch):
    monkeypatch.setattr(place, "filesystem_of", lambda folder: "cifs")
    opening.messages.answers = ["read"]
    opened = opening.open()
    assert opened.room.store.is_read_only
    assert "网络盘" in opening.messages.decisions[0].text
    opened.room.close()


def test_a_file_that_is_no_room_leads_to_another_folder(opening, tmp_path, folder):
    other = tmp_path / "other"
    other.mkdir()
    (other / "room.db").write_text("hello" * 1000)
    opening.folder = other
    opening.messages.answers = ["other", folder]
    opened = opening.open()
    assert opened.room.store.folder == folder
    assert keys_of(opening.messages) == [["other", "leave"]]
    assert (other / "room.db").read_text() == "hello" * 1000
    opened.room.close()


def test_a_newer_schema_is_left_alone(opening, folder):
    room = open_room(folder, wait_seconds=0)
    with room.store.unjournalled() as tables:
        tables._rows._connection.execute("PRAGMA user_version = 9999")
    room.close()
    opening.messages.answers = ["leave"]
    assert opening.open() is None
    assert "升级" in opening.messages.decisions[0].text


def damage(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[100:4096] = b"\xff" * (4096 - 100)
    file.write_bytes(bytes(data))


def test_a_damaged_room_goes_back_to_its_last_good_backup(opening, folder):
    room = open_room(folder, wait_seconds=0)
    made = room.backup.automatic().made
    room.close()
    damage(folder / "room.db")
    opening.messages.answers = ["restore"]
    press_through(RestoredDialog, lambda dialog: dialog.go_on.click())
    opened = opening.open()
    assert opened.restored.journal_head == made.journal_head
    assert opened.room.settings.room().unit
    opened.room.close()
    asked = opening.messages.decisions[0]
    assert [choice.key for choice in asked.choices] == ["restore", "search", "read", "leave"]
    assert "最近一次完好的备份" in asked.detail
    assert list(folder.glob("room-damaged-*.db"))


def test_a_damaged_room_without_a_backup_finds_one_elsewhere(opening, folder, tmp_path):
    room = open_room(folder, wait_seconds=0)
    room.backup.backup_now(tmp_path / "stick")
    room.close()
    damage(folder / "room.db")
    opening.messages.answers = ["search", tmp_path / "stick", "restore"]
    press_through(RestoredDialog, lambda dialog: dialog.go_on.click())
    opened = opening.open()
    assert opened.restored is not None
    assert keys_of(opening.messages)[0] == ["search", "read", "leave"]
    opened.room.close()


def test_the_backup_offered_by_the_running_desk_is_the_one_put_in_place(opening, folder, tmp_path):
    room = open_room(folder, wait_seconds=0)
    made = room.backup.backup_now(tmp_path / "stick")
    room.close()
    damage(folder / "room.db")
    press_through(RestoredDialog, lambda dialog: dialog.go_on.click())
    opened = opening.mended((tmp_path / "stick",))
    assert opened.restored.path == made.path
    opened.room.close()


def test_a_backup_that_is_gone_when_the_desk_comes_back_is_looked_for_elsewhere(
    opening, folder, tmp_path
):
    room = open_room(folder, wait_seconds=0)
    room.backup.backup_now(tmp_path / "stick")
    room.close()
    damage(folder / "room.db")
    opening.messages.answers = ["search", tmp_path / "stick", "restore"]
    press_through(RestoredDialog, lambda dialog: dialog.go_on.click())
    opened = opening.mended((tmp_path / "unplugged",))
    assert opened.restored is not None
    assert keys_of(opening.messages)[0] == ["search", "read", "leave"]
    opened.room.close()


def test_a_room_whose_file_was_deleted_is_not_taken_for_a_first_start(opening, folder):
    room = open_room(folder, wait_seconds=0)
    room.backup.automatic()
    room.close()
    (folder / "room.db").unlink()
    opening.messages.answers = ["leave"]
    assert opening.open() is None
    assert keys_of(opening.messages) == [["restore", "search", "other", "leave"]]


def test_reading_is_not_offered_twice_when_it_fails(opening, folder):
    damage(folder / "room.db")
    opening.messages.answers = ["read", "leave"]
    assert opening.open() is None
    assert [("read" in keys) for keys in keys_of(opening.messages)] == [True, False]


def test_now_is_for_practice_rooms(folder, theme, qtbot):
    options = StartOptions(data=folder, now="2026-11-21T02:15")
    opening = Opening(options, theme, RecordingMessages(["leave"]), InlineRunner())
    assert opening.open() is None
    assert opening.code == REFUSED
    bad = Opening(
        StartOptions(data=folder, now="x"), theme, RecordingMessages(["leave"]), InlineRunner()
    )
    assert bad.open() is None


def test_an_empty_folder_begins_the_first_start_and_leaves_nothing_when_cancelled(
    tmp_path, theme, qtbot
):
    opening = Opening(
        StartOptions(data=tmp_path / "new"), theme, RecordingMessages(), InlineRunner()
    )
    press_through(FirstStart, lambda wizard: wizard.cancel.click())
    assert opening.open() is None
    assert opening.code == 0
    assert not (tmp_path / "new").exists()


def test_practice_lies_beside_the_room(tmp_path, theme, qtbot):
    opening = Opening(
        StartOptions(data=tmp_path / "new"), theme, RecordingMessages(), InlineRunner()
    )
    press_through(FirstStart, lambda wizard: wizard.unit.practice.click())
    opened = opening.open()
    assert opened.room.settings.room().is_practice
    assert opened.room.store.folder == tmp_path / "new-practice"
    assert opened.is_first
    assert not (tmp_path / "new").exists()
    opened.room.close()
