"""Whole starts in processes of their own: opened, raised, killed and opened again."""

import signal

import pytest

from dutydesk.assembly.opening import open_room, read_room
from dutydesk.domain.errors import StoreLocked
from tests.app.conftest import UNIT, desk_process
from tests.photo_builders import photo

TYPE = """
window.room().form.begin()
from PySide6.QtWidgets import QPlainTextEdit
field = window.room().form.findChildren(QPlainTextEdit)[0]
field.setFocus()
QTest.keyClicks(field, "2 hao lou")
"""

TYPE_THREE = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
window.activateWindow()
def key(code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget() or window, code, modifier)
def write(words):
    if not words:
        print("written", flush=True)
        return
    key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = window.room().form
    self.when(lambda: not form.is_saving and form.is_empty(), lambda: fill(words))
def fill(words):
    key(Qt.Key.Key_Return)
    QTest.keyClicks(window.focusWidget(), words[0])
    write(words[1:])
write(["one", "two", "three"])
"""

SHOW_TABS_AND_CLOSE = """
room = window.room()
def tell():
    tabs = room.drafts.tabs
    words = [title.split()[1] for title in tabs.titles()]
    print(" ".join(words), words[tabs.currentIndex()], room.form.fields.text.toPlainText())
    window.close()
self.when(lambda: len(room.drafts.drafts) == 2, tell)
"""

TYPE_WITH_FILE = """
from PySide6.QtCore import Qt
from dutydesk.ui.duty_log.attachment_intake import Brought
form = window.room().form
def other():
    form.fields.text.setPlainText("other")
def new():
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    self.when(lambda: not form.is_saving and form.is_empty(), other)
window.activateWindow()
form.begin()
form.fields.text.setPlainText("leak")
form.files.bring(Brought((Path(SOURCE),)))
self.when(lambda: form.files.value() and not form.files.is_reading, new)
"""

SHOW_FILES_AND_CLOSE = """
from PySide6.QtCore import Qt
room = window.room()
def tell():
    names = [one.name for one in room.form.files.value()]
    print(room.form.fields.text.toPlainText(), names, flush=True)
def last():
    tell()
    window.close()
def turn():
    tell()
    room.drafts.go(1)
    self.when(lambda: room.form.fields.text.toPlainText() == "leak", last)
self.when(lambda: len(room.drafts.drafts) == 1, turn)
"""

SHOW_DRAFT_AND_CLOSE = """
from PySide6.QtWidgets import QPlainTextEdit
field = window.room().form.findChildren(QPlainTextEdit)[0]
self.when(field.toPlainText, lambda: (print(field.toPlainText(), flush=True), window.close()))
"""

CLOSE_AFTER_BACKUP = """
kept = Path(sys.argv[1]) / "backups"
self.when(lambda: any(kept.glob("room-*.db")), window.close)
"""


def drafts_on_disk(folder):
    """Read what another start would find in the file now."""
    room = read_room(folder)
    try:
        return [draft.content["text"] for draft in room.draft.of_form("entry")]
    finally:
        room.close()


def test_a_closed_desk_leaves_the_room_free_and_nothing_half_written(folder):
    desk = desk_process(folder, CLOSE_AFTER_BACKUP)
    out, err = desk.communicate(timeout=60)
    assert desk.returncode == 0, (out, err)
    room = open_room(folder, wait_seconds=0)
    assert room.settings.room().unit == UNIT
    assert room.backup.newest() is not None
    assert room.verification.verify().ok
    room.close()
    assert not (folder / "room.lock.json").exists()


def test_a_killed_desk_gives_its_draft_and_its_lock_to_the_next_start(folder, qtbot):
    first = desk_process(folder, TYPE)
    qtbot.waitUntil(lambda: drafts_on_disk(folder) == ["2 hao lou"])
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=30)
    second = desk_process(folder, SHOW_DRAFT_AND_CLOSE)
    out, err = second.communicate(timeout=60)
    assert second.returncode == 0, (out, err)
    assert out == "2 hao lou\n"


def test_several_tabs_of_a_killed_desk_are_there_at_the_next_start(folder, qtbot):
    first = desk_process(folder, TYPE_THREE)
    qtbot.waitUntil(lambda: drafts_on_disk(folder) == ["one", "two", "three"])
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=30)
    second = desk_process(folder, SHOW_TABS_AND_CLOSE)
    out, err = second.communicate(timeout=60)
    assert second.returncode == 0, (out, err)
    assert out.split() == ["one", "two", "three", "three", "three"]


def test_the_files_of_a_tab_outlive_a_kill_and_their_source(folder, tmp_path, qtbot):
    source = photo(tmp_path / "scene.jpg")
    first = desk_process(folder, TYPE_WITH_FILE.replace("SOURCE", repr(str(source))))
    qtbot.waitUntil(lambda: drafts_on_disk(folder) == ["leak", "other"])
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=30)
    source.unlink()
    second = desk_process(folder, SHOW_FILES_AND_CLOSE)
    out, err = second.communicate(timeout=60)
    assert second.returncode == 0, (out, err)
    assert out == "other []\nleak ['scene.jpg']\n"


def test_a_draft_typed_just_before_closing_is_kept(folder):
    desk = desk_process(folder, TYPE + "QTimer.singleShot(0, window.close)")
    out, err = desk.communicate(timeout=60)
    assert desk.returncode == 0, (out, err)
    assert drafts_on_disk(folder) == ["2 hao lou"]


def test_a_second_start_raises_the_first_window_and_leaves(folder):
    first = desk_process(
        folder,
        """
window.hide()
self.when(lambda: self.desk_run._bell is not None, lambda: print("ready", flush=True))
self.rung = lambda: (print("raised", flush=True), QTimer.singleShot(100, window.close))
window.activateWindow = self.rung
""",
    )
    assert first.stdout.readline() == "ready\n"
    second = desk_process(folder, "print('second window', flush=True)")
    out, err = second.communicate(timeout=60)
    assert (second.returncode, out) == (0, ""), err
    assert first.stdout.readline() == "raised\n"
    out, err = first.communicate(timeout=60)
    assert "fault" not in err


def test_the_note_beside_the_lock_names_the_machine(folder):
    held = open_room(folder, wait_seconds=0)
    with pytest.raises(StoreLocked) as locked:
        open_room(folder, wait_seconds=0)
    assert locked.value.machine
    assert locked.value.pid
    held.close()
