import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.incident.handling_lists import HandlingListDialog
from tests.builders import PIN
from tests.ui.live_desk import insert, settle


@pytest.fixture
def dialog(live):
    live.enter("incident")
    live.desk.actions.trigger("incident.handling_lists")
    settle()
    return live.dialog(HandlingListDialog)


def prove(dialog, qtbot):
    dialog.gate.pin.setText(PIN)
    qtbot.keyClick(dialog.gate.pin, Qt.Key.Key_Return)
    settle()


def names(dialog):
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def choose(dialog, key):
    at = dialog.which.findData(key)
    dialog.which.setCurrentIndex(at)
    dialog.which.activated.emit(at)
    settle()


def test_parties_are_added_behind_a_pin(dialog, live, qtbot):
    assert names(dialog)[:3] == ["110", "119", "120"]
    assert not dialog.name.isEnabled()
    prove(dialog, qtbot)
    insert(dialog.name, "供电公司")
    insert(dialog.kinds, "火灾、爆炸")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    assert "一行只写一个种类" in dialog._answer.text()
    dialog.kinds.setText("火灾")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    last = live.room.handling_list.parties()[-1]
    assert (last.name, last.kind) == ("供电公司", "火灾")
    assert names(dialog)[-1] == "供电公司"


def test_an_hq_gets_its_number_and_keeps_the_rest(dialog, live, qtbot):
    prove(dialog, qtbot)
    choose(dialog, "hqs")
    dialog.table.selectRow(0)
    dialog._begin_change()
    assert dialog.name.text() == "区防汛抗旱指挥部"
    before = live.room.handling_list.hqs()[0]
    dialog.phone.setText("0000-0000001")
    qtbot.keyClick(dialog.phone, Qt.Key.Key_Return)
    settle()
    after = live.room.handling_list.hqs()[0]
    assert after.phone == "0000-0000001"
    assert (after.kinds, after.commander) == (before.kinds, before.commander)


def test_actions_are_moved_and_switched_off(dialog, live, qtbot):
    prove(dialog, qtbot)
    choose(dialog, "actions")
    assert not dialog.phone.isEnabled()
    dialog.table.selectRow(0)
    dialog.down.click()
    settle()
    assert live.room.handling_list.actions()[1].name == "抢险救助"
    dialog.table.selectRow(0)
    dialog.switch.click()
    settle()
    assert not live.room.handling_list.actions()[0].is_active
    assert dialog.switch.text() == "启用"
