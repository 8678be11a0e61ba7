import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import Correction
from dutydesk.ui.history.dialog import HistoryDialog
from tests.builders import draft
from tests.ui.live_desk import live_desk, settle


@pytest.fixture
def live(staffed, theme, qtbot):
    return live_desk(staffed.room, theme, qtbot)


@pytest.fixture
def entry(staffed):
    room = staffed.room
    made = room.duty_log.record(draft(room, "<b>2号楼</b>进水"), by=staffed.by).value
    room.duty_log.correct(made.id, Correction("改", "听错", text="3号楼进水"), by=staffed.by)
    return made


def opened(live, record):
    made = HistoryDialog(live.desk, live.room.history, record, live.window)
    made.open()
    settle()
    return made


def test_every_version_stands_there_as_it_was_typed(live, entry, staffed, qtbot):
    dialog = opened(live, ("log_entry", entry.id))
    words = dialog.text.toPlainText()
    assert "<b>2号楼</b>进水 → 3号楼进水" in words
    assert "原因：听错" in words
    assert staffed.admin.name in words
    assert dialog.focusWidget() is dialog.text
    assert dialog.text.isReadOnly()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    settle()
    assert live.dialog(HistoryDialog) is None


def test_what_is_not_on_record_says_so(live):
    dialog = opened(live, ("open_item", "没有"))
    assert dialog.text.toPlainText().startswith("没有找到未办结事项")
