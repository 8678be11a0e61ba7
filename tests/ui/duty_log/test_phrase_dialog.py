"""The unit's phrases behind an administrator's PIN."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.duty_log.phrase_desk import PhraseDesk
from dutydesk.ui.duty_log.phrase_dialog import PhraseDialog
from tests.builders import PIN
from tests.ui.looking import clipped_texts, english, press, unnamed

KEY = Qt.Key


@pytest.fixture
def dialog(live):
    live.panel().findChild(PhraseDesk).edit()
    made = live.dialog(PhraseDialog)
    made.live = live
    return made


def keys(dialog, *pressed):
    for one in pressed:
        press(dialog.live.qtbot, dialog, one)


def open_gate(dialog):
    dialog.live.qtbot.keyClicks(dialog.gate.pin, PIN)
    keys(dialog, KEY.Key_Return)


def texts(dialog):
    return [one.text for one in dialog.live.room.phrase.phrases()]


def at_row(dialog, row):
    dialog.table.setCurrentCell(row, 1)
    dialog.table.setFocus()


def test_before_the_pin_nothing_can_be_changed(dialog):
    assert dialog.gate.pin.hasFocus()
    parts = (dialog.text, dialog.put, dialog.up, dialog.down, dialog.switch, dialog.shipped)
    assert not any(part.isEnabled() for part in parts)
    at_row(dialog, 0)
    keys(dialog, KEY.Key_Return)
    assert dialog.text.text() == ""


def test_a_phrase_is_added_with_its_kind(dialog):
    open_gate(dialog)
    assert dialog.text.hasFocus()
    dialog.kind.setCurrentIndex(dialog.kind.findData(EntryKind.VISIT.value))
    dialog.text.insert("桥面结冰，{处理}。")
    keys(dialog, KEY.Key_Return)
    added = dialog.live.room.phrase.phrases()[-1]
    assert (added.text, added.kind) == ("桥面结冰，{处理}。", EntryKind.VISIT)
    last = dialog.table.rowCount() - 1
    assert dialog.table.item(last, 1).text() == added.text
    assert dialog.text.text() == ""


def test_enter_on_a_row_changes_it(dialog):
    open_gate(dialog)
    before = texts(dialog)
    at_row(dialog, 3)
    keys(dialog, KEY.Key_Return)
    assert dialog.text.text() == before[3]
    assert dialog.kind.currentData() == EntryKind.PATROL.value
    dialog.text.setText("巡查全院，正常。")
    dialog.kind.setCurrentIndex(0)
    keys(dialog, KEY.Key_Return)
    assert texts(dialog) == [*before[:3], "巡查全院，正常。", *before[4:]]
    assert dialog.live.room.phrase.phrases()[3].kind is None
    assert dialog.table.item(3, 0).text() == "不限"
    assert dialog.put.text() == "加上"


def test_the_order_is_changed_and_the_row_stays_selected(dialog):
    open_gate(dialog)
    before = texts(dialog)
    at_row(dialog, 0)
    assert not dialog.up.isEnabled()
    dialog.down.click()
    assert texts(dialog)[:2] == [before[1], before[0]]
    assert dialog.table.currentRow() == 1
    dialog.up.click()
    assert texts(dialog) == before
    at_row(dialog, len(before) - 1)
    assert not dialog.down.isEnabled()


def test_one_is_switched_off_and_on_again(dialog):
    open_gate(dialog)
    at_row(dialog, 1)
    dialog.switch.click()
    phrase = dialog.live.room.phrase
    assert not phrase.phrases()[1].is_active
    assert dialog.table.item(1, 2).text() == "已停用"
    assert dialog.switch.text() == "启用"
    dialog.switch.click()
    assert phrase.phrases()[1].is_active


def test_an_older_room_takes_the_shipped_ones(dialog):
    open_gate(dialog)
    room = dialog.live.room
    with room.store.writing(actor="test", action="test") as work:
        for one in work.tables.phrase.all():
            work.rows.remove("phrase", one.id)
    dialog.reload()
    assert dialog.table.rowCount() == 0
    dialog.shipped.click()
    assert dialog.table.rowCount() == len(room.phrase.phrases()) > 40


def test_what_is_no_phrase_is_refused_in_words_and_stays(dialog):
    open_gate(dialog)
    keys(dialog, KEY.Key_Return)
    assert "没有写内容" in dialog._answer.text()
    dialog.text.setText("接{单位电话")
    keys(dialog, KEY.Key_Return)
    assert "花括号没有写成对" in dialog._answer.text()
    assert dialog.text.text() == "接{单位电话"


def test_it_is_whole_and_named(dialog):
    open_gate(dialog)
    assert clipped_texts(dialog) == []
    assert unnamed(dialog) == []
    assert english(dialog) == set()
