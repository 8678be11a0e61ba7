"""The list behind 谁管这事, changed behind a PIN."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.responsibility.list_dialog import ResponsibilityListDialog
from tests.builders import PIN
from tests.ui.live_desk import insert, settle


@pytest.fixture
def dialog(live):
    room = live.room
    made = ResponsibilityListDialog(live.desk, room.responsibility, room.officer, live.window)
    made.open()
    settle()
    return made


def test_a_line_is_added_moved_and_switched_off_behind_a_pin(dialog, live, qtbot):
    assert not dialog.name.isEnabled()
    dialog.gate.pin.setText(PIN)
    qtbot.keyClick(dialog.gate.pin, Qt.Key.Key_Return)
    settle()
    insert(dialog.name, "蜂窝处置队")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    assert "没有写管什么" in dialog._answer.text()
    insert(dialog.words, "马蜂，胡蜂")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    settle()
    line = live.room.responsibility.lines()[-1]
    assert (line.name, line.words) == ("蜂窝处置队", ("马蜂", "胡蜂"))
    assert dialog.name.text() == ""
    dialog.table.selectRow(len(live.room.responsibility.lines()) - 1)
    dialog.up.click()
    settle()
    assert live.room.responsibility.lines()[-2].name == "蜂窝处置队"
    dialog.switch.click()
    settle()
    assert not live.room.responsibility.lines()[-2].is_active


def test_enter_on_a_row_changes_that_row(dialog, live, qtbot):
    dialog.gate.pin.setText(PIN)
    qtbot.keyClick(dialog.gate.pin, Qt.Key.Key_Return)
    settle()
    dialog.table.selectRow(4)
    dialog._begin_change()
    assert dialog.name.text() == "燃气公司"
    dialog.phone.setText("0000-0000001")
    qtbot.keyClick(dialog.phone, Qt.Key.Key_Return)
    settle()
    assert live.room.responsibility.lines()[4].phone == "0000-0000001"
