"""Blanks of a phrase in a text field, by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dutydesk.ui.duty_log.blanks import Blanks
from tests.ui.looking import press

KEY = Qt.Key


@pytest.fixture
def page(qapp, qtbot):
    """A text field between two others, as in the form."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    made.before, made.text, made.after = QLineEdit(), QPlainTextEdit(), QLineEdit()
    for field in (made.before, made.text, made.after):
        column.addWidget(field)
    made.text.setTabChangesFocus(True)
    made.blanks = Blanks(made.text)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.text.setFocus()
    return made


def selected(page):
    return page.text.textCursor().selectedText()


def keys(page, qtbot, *pressed):
    for one in pressed:
        press(qtbot, page, one)


def test_the_first_blank_is_selected_and_what_is_typed_takes_its_place(page, qtbot):
    page.blanks.put("接{单位}电话：{内容}。")
    assert selected(page) == "{单位}"
    qtbot.keyClicks(page.text, "A")
    keys(page, qtbot, KEY.Key_Tab)
    assert selected(page) == "{内容}"
    assert page.text.toPlainText() == "接A电话：{内容}。"


def test_tab_leaves_the_field_behind_the_last_blank_and_never_goes_round(page, qtbot):
    page.blanks.put("{一}和{二}")
    keys(page, qtbot, KEY.Key_Tab)
    assert selected(page) == "{二}"
    keys(page, qtbot, KEY.Key_Tab)
    assert page.after.hasFocus()


def test_shift_tab_goes_back_and_leaves_before_the_first(page, qtbot):
    page.blanks.put("{一}和{二}")
    keys(page, qtbot, KEY.Key_Tab, KEY.Key_Backtab)
    assert selected(page) == "{一}"
    keys(page, qtbot, KEY.Key_Backtab)
    assert page.before.hasFocus()


def test_a_text_without_blanks_leaves_tab_alone(page, qtbot):
    page.blanks.put("巡查正常。")
    assert page.text.textCursor().atEnd()
    keys(page, qtbot, KEY.Key_Tab)
    assert page.after.hasFocus()


def test_rare_characters_that_count_twice_do_not_shift_the_blank(page, qtbot):
    page.blanks.put("𠮷某𡈽某😀接{单位}电话")
    assert selected(page) == "{单位}"


def test_it_is_written_at_the_cursor_and_an_older_blank_is_not_the_first(page):
    page.text.setPlainText("前{旧}后")
    cursor = page.text.textCursor()
    cursor.setPosition(4)
    page.text.setTextCursor(cursor)
    page.blanks.put("【{新}】")
    assert page.text.toPlainText() == "前{旧}【{新}】后"
    assert selected(page) == "{新}"


def test_words_without_a_blank_do_not_select_one_that_stands_behind(page):
    page.text.setPlainText("{旧}")
    page.text.moveCursor(page.text.textCursor().MoveOperation.Start)
    page.blanks.put("先")
    assert not page.text.textCursor().hasSelection()
    assert page.text.textCursor().position() == 1


def test_it_asks_once_for_each_set_of_blanks(page):
    page.blanks.put("接{单位}电话：{内容}")
    assert page.blanks.must_ask()
    assert selected(page) == "{单位}"
    assert not page.blanks.must_ask(), "asked once, then believed"
    page.text.setPlainText("接甲电话：{内容}")
    assert page.blanks.must_ask(), "another gap is another question"
    page.blanks.forget()
    assert page.blanks.must_ask()
    page.text.setPlainText("接甲电话")
    assert not page.blanks.must_ask()


def test_while_it_is_being_saved_tab_does_what_it_always_does(page, qtbot):
    page.blanks.put("{一}{二}")
    page.text.setReadOnly(True)
    keys(page, qtbot, KEY.Key_Tab)
    assert page.after.hasFocus()
