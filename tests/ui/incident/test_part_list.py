import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.incident.message_parts import MessagePart
from dutydesk.ui.incident.part_list import Choice, PartList

KEY = Qt.Key
PLACE = MessagePart("place", "地点", "甲村", "甲村", held="乙村")
DEATHS = MessagePart("deaths", "死亡", "1人", 1)
INJURED = MessagePart("injured", "受伤", "3人", 3, note="请核实")


@pytest.fixture
def parts(theme, qtbot):
    made = PartList(theme)
    qtbot.addWidget(made)
    made.show_parts([PLACE, DEATHS, INJURED])
    return made


def test_enter_accepts_and_goes_on_and_delete_leaves_out(parts, qtbot):
    qtbot.keyClick(parts, KEY.Key_Return)
    assert parts.currentRow() == 1
    qtbot.keyClick(parts, KEY.Key_Delete)
    with qtbot.waitSignal(parts.finished):
        qtbot.keyClick(parts, KEY.Key_Enter)
    assert parts.accepted() == [PLACE, INJURED]
    assert parts.choice(DEATHS) is Choice.LEFT_OUT


def test_the_next_line_is_the_next_one_still_open(parts, qtbot):
    parts.setCurrentRow(1)
    qtbot.keyClick(parts, KEY.Key_Return)
    parts.setCurrentRow(2)
    qtbot.keyClick(parts, KEY.Key_Return)
    assert parts.currentRow() == 0


def test_a_decision_can_be_changed(parts, qtbot):
    qtbot.keyClick(parts, KEY.Key_Return)
    parts.setCurrentRow(0)
    qtbot.keyClick(parts, KEY.Key_Backspace)
    assert parts.accepted() == []


def test_the_rest_is_accepted_but_for_what_would_replace_something(parts):
    parts.accept_rest()
    assert parts.accepted() == [DEATHS, INJURED]
    assert parts.choice(PLACE) is Choice.OPEN


def test_what_stays_the_same_stays_decided(parts, qtbot):
    parts.setCurrentRow(1)
    qtbot.keyClick(parts, KEY.Key_Return)
    parts.show_parts([DEATHS, MessagePart("injured", "受伤", "4人", 4)])
    assert parts.accepted() == [DEATHS]


def test_each_line_says_what_it_is_and_what_would_be_replaced(parts, qtbot):
    assert parts.item(0).text() == "待定　地点：甲村\n表单里已写“乙村”，采用就替换"
    assert parts.item(2).text() == "待定　受伤：3人\n请核实"
    qtbot.keyClick(parts, KEY.Key_Delete)
    assert parts.item(0).text().startswith("不用　")
    assert parts.item(0).font().strikeOut()


def test_the_line_pointed_at_is_told(parts, qtbot):
    with qtbot.waitSignal(parts.pointed_at) as told:
        parts.setCurrentRow(2)
    assert told.args == [INJURED]


def test_keys_in_an_empty_list_do_nothing(theme, qtbot):
    empty = PartList(theme)
    qtbot.addWidget(empty)
    empty.show_parts([])
    qtbot.keyClick(empty, KEY.Key_Return)
    empty.decide(Choice.ACCEPTED)
    assert empty.accepted() == []
