"""Real trouble with the disk while an entry is typed and saved: full, read-only, locked.

In each the text stays in the form, a sentence says what is wrong, and the next save works once
the trouble is over.
"""

import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreBusy, StoreError, StoreFull, StoreReadOnly
from dutydesk.store.store import Store
from tests.store.conftest import freeze, frozen_disk, small_disk  # noqa: F401 - fixtures
from tests.ui.duty_log.test_entry_form import entries, form_of
from tests.ui.live_desk import CTRL, SHIFT, live_desk

KEY = Qt.Key

# Longer than what is left of the last block of the side file: a draft of it needs room.
LONG = "地下车库进水，" * 2000

_LOCKER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@dataclass
class Trouble:
    """One kind of trouble: how it begins and ends, what it is to the store and to the officer."""

    room: DutyRoom
    text: str
    error: type[StoreError]
    words: str

    def begin(self) -> None:
        raise NotImplementedError

    def end(self) -> None:
        raise NotImplementedError


class FullDisk(Trouble):
    """A disk of 3 MiB on which something else takes what is left."""

    @property
    def _filling(self) -> Path:
        return self.room.store.folder.parent / "filling"

    def begin(self) -> None:
        with self._filling.open("wb", buffering=0) as file:
            while True:
                try:
                    file.write(bytes(4096))
                except OSError:
                    return

    def end(self) -> None:
        self._filling.unlink()


class NoPermission(Trouble):
    """A disk that can only be read from now on."""

    def begin(self) -> None:
        # A disk is only frozen while nobody has a file of it open for writing.
        self.room.store.close()
        freeze(self.room.store.folder.parent)

    def end(self) -> None:
        place = str(self.room.store.folder.parent)
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)


class LockedFile(Trouble):
    """Another process that holds the right to write."""

    def begin(self) -> None:
        # Whoever writes waits five seconds for the other; no test needs that long.
        self.room.store._open_writer().execute("PRAGMA busy_timeout = 20")
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LOCKER, str(self.room.store.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout.readline() == "held\n"

    def end(self) -> None:
        self._process.communicate(timeout=30)


def full_disk(request, clock):
    folder = request.getfixturevalue("small_disk") / "room"
    return FullDisk(create_room(folder, NewRoom("安和"), clock), LONG, StoreFull, "磁盘已满")


def no_permission(request, clock):
    folder = request.getfixturevalue("frozen_disk") / "room"
    made = create_room(folder, NewRoom("安和"), clock)
    made.close()
    # Without the lock of the folder, which is a file open for writing.
    room = DutyRoom(Store(made.store.path, clock, made.ids), clock, made.ids)
    return NoPermission(room, "来电", StoreReadOnly, "只能查看")


def locked_file(request, clock):
    room = create_room(request.getfixturevalue("tmp_path") / "room", NewRoom("安和"), clock)
    return LockedFile(room, "来电", StoreBusy, "记录正被占用")


@pytest.fixture(params=[full_disk, no_permission, locked_file], ids=lambda one: one.__name__)
def trouble(request, clock):
    """A room on whose disk something will go wrong."""
    made = request.param(request, clock)
    yield made
    made.room.close()


@pytest.fixture
def live(trouble, theme, qtbot):
    """Sit at its desk."""
    return live_desk(trouble.room, theme, qtbot)


def write(live, text):
    """Write what the officer wrote; the cursor stays in the text."""
    live.press(KEY.Key_F2, KEY.Key_Return)
    form_of(live).fields.text.setPlainText(text)


def notices(live):
    return [notice.text for notice in live.desk.notices.notices()]


def said(live):
    return form_of(live)._answer.text()


def kept(live):
    return [draft.content["text"] for draft in live.room.draft.of_form("entry")]


def test_while_saving_the_text_stays_the_reason_is_said_and_the_next_save_works(live, trouble):
    write(live, trouble.text)
    trouble.begin()
    live.press(KEY.Key_Return)
    form = form_of(live)
    assert form.fields.text.toPlainText() == trouble.text
    assert not form.fields.text.isReadOnly()
    assert live.focus is form.fields.text
    assert trouble.words in said(live)
    assert "内容还在输入框里" in said(live)
    assert any(trouble.words in words for words in notices(live))
    trouble.end()
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == [trouble.text]
    assert form.is_empty()
    assert notices(live) == []
    assert live.room.verification.verify().ok


def test_while_typing_the_draft_is_told_as_not_kept_and_is_kept_afterwards(live, trouble):
    trouble.begin()
    write(live, trouble.text)
    live.qtbot.waitUntil(lambda: bool(notices(live)))
    assert "草稿没有存下" in notices(live)[0]
    assert trouble.words in notices(live)[0]
    assert form_of(live).fields.text.toPlainText() == trouble.text
    assert live.focus is form_of(live).fields.text
    trouble.end()
    # Nobody types on: it is tried again by itself.
    live.qtbot.waitUntil(lambda: not notices(live))
    assert kept(live) == [trouble.text]


@pytest.mark.parametrize(
    "key",
    [(KEY.Key_N, CTRL), (KEY.Key_Tab, CTRL), (KEY.Key_Backtab, CTRL | SHIFT)],
    ids=["Ctrl+N", "Ctrl+Tab", "Ctrl+Shift+Tab"],
)
def test_a_tab_is_not_left_before_its_draft_is_on_disk(live, trouble, key):
    write(live, "第一件")
    live.press((KEY.Key_N, CTRL))
    write(live, trouble.text)
    trouble.begin()
    live.press(key)
    form, tabs = form_of(live), live.panel().drafts.tabs
    assert form.fields.text.toPlainText() == trouble.text
    assert "这条没有放下" in said(live)
    assert trouble.words in said(live)
    assert tabs.keys()[tabs.currentIndex()] == form.draft_id
    trouble.end()
    live.press(key)
    assert kept(live) == ["第一件", trouble.text]
    assert form.fields.text.toPlainText() != trouble.text


def test_what_was_on_disk_before_is_there_afterwards(live, trouble):
    write(live, "先记的")
    live.press(KEY.Key_Return)
    write(live, trouble.text)
    trouble.begin()
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == ["先记的"]
    trouble.end()
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == ["先记的", trouble.text]


def test_the_trouble_is_real_and_ends(trouble):
    typed = Draft("1", "entry", {"text": trouble.text})
    trouble.room.draft.keep(Draft("0", "entry", {"text": "先写的"}))
    trouble.begin()
    with pytest.raises(trouble.error):
        trouble.room.draft.keep(typed)
    trouble.end()
    trouble.room.draft.keep(typed)
    assert len(trouble.room.draft.of_form("entry")) == 2


def test_without_trouble_the_same_keys_save_at_once(live, trouble):
    write(live, trouble.text)
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == [trouble.text]
    assert said(live) == ""
    assert notices(live) == []


def test_a_reader_beside_is_no_trouble(live, trouble):
    reader = sqlite3.connect(f"file:{trouble.room.store.path}?mode=ro", uri=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM log_entry").fetchone()
    write(live, "来电")
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == ["来电"]
    reader.close()
