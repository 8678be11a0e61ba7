import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.duty_log.withdraw_dialog import WithdrawDialog
from tests.builders import draft
from tests.ui.live_desk import live_desk, settle


@pytest.fixture
def listed(staffed):
    room = staffed.room
    entry = room.duty_log.record(
        draft(room, "2号楼进水", source="安和三社区"), by=staffed.by
    ).value
    return room.duty_log.entry(entry.id)


def opened(live, listed):
    made = WithdrawDialog(live.desk, live.room.withdrawal, listed, live.window)
    made.open()
    settle()
    return made


def test_the_reason_is_asked_for_and_enter_takes_the_entry_back(live, listed, qtbot):
    dialog = opened(live, listed)
    assert "2号楼进水" in dialog.old.text()
    assert dialog.focusWidget() is dialog.reason
    dialog.reason.insert("记重了")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    settle()
    old, new = live.room.duty_log.entries_of_running_shift()[1]
    assert old.is_withdrawn
    assert new.entry.correction_reason == "记重了"
    assert live.dialog(WithdrawDialog) is None


def test_without_a_reason_it_says_so_and_stays(live, listed, qtbot):
    dialog = opened(live, listed)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert "原因" in dialog.answer.text()
    assert dialog.isVisible()
    assert not live.room.duty_log.entry(listed.entry.id).is_struck


def test_the_reason_is_kept_as_a_draft(live, listed, staffed, theme, qtbot):
    dialog = opened(live, listed)
    dialog.reason.insert("记重")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    settle()
    again = opened(live_desk(staffed.room, theme, qtbot), listed)
    assert again.reason.text() == "记重"


def test_a_long_text_is_shown_by_its_beginning(live, staffed):
    room = staffed.room
    entry = room.duty_log.record(draft(room, "水" * 500), by=staffed.by).value
    dialog = opened(live, room.duty_log.entry(entry.id))
    assert dialog.old.text().endswith("水…")
    assert len(dialog.old.text()) < 200
