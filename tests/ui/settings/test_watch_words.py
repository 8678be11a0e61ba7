import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.settings.watch_words import WatchWordDeed, WatchWordDialog
from tests.builders import PIN
from tests.ui.live_desk import live_desk, settle


@pytest.fixture
def live(staffed, theme, qtbot):
    return live_desk(staffed.room, theme, qtbot)


@pytest.fixture
def dialog(live):
    panel = live.enter("settings")
    beside = (live.room.incident, live.room.officer)
    WatchWordDeed(panel, live.room.watch_word, beside).button.click()
    settle()
    return live.dialog(WatchWordDialog)


def prove(dialog, qtbot):
    dialog.gate.pin.setText(PIN)
    qtbot.keyClick(dialog.gate.pin, Qt.Key.Key_Return)
    settle()


def shown(dialog):
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def test_the_list_is_shown_and_changed_only_behind_a_pin(dialog, live, qtbot):
    assert "泄漏" in shown(dialog)
    assert not dialog.word.isEnabled()
    prove(dialog, qtbot)
    dialog.word.insert("停电")
    dialog.category.setCurrentIndex(dialog.category.findData("accident"))
    dialog.kind.setCurrentIndex(dialog.kind.findData("供电中断"))
    qtbot.keyClick(dialog.word, Qt.Key.Key_Return)
    settle()
    assert shown(dialog)[-1] == "停电"
    last = live.room.watch_word.words()[-1]
    assert (last.word, last.kind) == ("停电", "供电中断")
    assert dialog.word.text() == ""


def test_a_word_is_switched_off_and_on_again(dialog, live, qtbot):
    prove(dialog, qtbot)
    dialog.table.selectRow(0)
    for is_active, verb in ((False, "启用"), (True, "停用")):
        dialog.switch.click()
        settle()
        assert live.room.watch_word.words()[0].is_active is is_active
        assert dialog.switch.text() == verb


def test_a_word_that_is_there_already_is_refused_with_its_sentence(dialog, qtbot):
    prove(dialog, qtbot)
    dialog.word.insert("泄漏")
    dialog.put.click()
    settle()
    assert "已经在关注词里" in dialog._answer.text()
