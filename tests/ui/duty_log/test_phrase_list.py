"""The list of phrases over a form: digits, letters, Esc; keys that come before it is read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phrase import Phrase
from dutydesk.ui.duty_log.phrase_list import PhraseList
from tests.ui.held_runner import HeldRunner
from tests.ui.looking import clipped_texts, english, outside, press

KEY = Qt.Key
PHRASES = [
    Phrase(id=str(number), text=f"第{number}句{{空}}", kind=EntryKind.PATROL, order_no=number)
    for number in range(1, 13)
]


@pytest.fixture
def page(theme, qtbot):
    """A field low in a window, with the list over it."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addStretch(1)
    made.form = QPlainTextEdit()
    made.form.setFixedHeight(100)
    column.addWidget(made.form)
    made.resize(900, 700)
    made.runner = HeldRunner()
    made.list = PhraseList(theme, made.runner, made)
    made.asked, made.chosen, made.left, made.edits = [], [], [], []
    made.list.chosen.connect(made.chosen.append)
    made.list.left.connect(lambda: made.left.append(1))
    made.list.edit_wanted.connect(lambda: made.edits.append(1))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.form.setFocus()
    return made


def offer(page):
    def answer(text):
        page.asked.append(text)
        return [one for one in PHRASES if text in one.text or not text]

    return answer


def begin_to_open(page):
    page.runner.is_held = True
    page.list.open_over(page.form, page, offer(page))


def opened(page):
    begin_to_open(page)
    page.runner.release()


def test_it_stands_above_the_form_and_shows_digit_kind_and_text(page):
    opened(page)
    assert page.list.isVisible()
    assert page.list.geometry().bottom() <= page.form.geometry().top()
    assert page.list.phrases() == PHRASES
    assert page.list.rows.item(0).text() == "1  巡查　　  第1句{空}"
    assert page.list.rows.item(9).text().startswith("\u2007  巡查")
    assert clipped_texts(page.list) == []
    assert outside(page) == []
    assert english(page.list) == set()


@pytest.mark.parametrize("digit", range(1, 10))
def test_a_digit_takes_one_and_closes(page, qtbot, digit):
    opened(page)
    press(qtbot, page, KEY(KEY.Key_0 + digit))
    assert page.chosen == [PHRASES[digit - 1]]
    assert page.list.isHidden()


def test_a_digit_of_the_number_pad_counts_too(page, qtbot):
    opened(page)
    press(qtbot, page, KEY.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert page.chosen == [PHRASES[1]]


def test_a_digit_that_stands_nowhere_takes_nothing(page, qtbot):
    opened(page)
    qtbot.keyClicks(page.list.edit, "x")
    page.runner.release()
    assert page.list._none.isVisible()
    press(qtbot, page, KEY.Key_1)
    press(qtbot, page, KEY.Key_Return)
    assert page.chosen == []
    assert page.list.isVisible()


def test_arrows_and_enter_take_the_one_selected(page, qtbot):
    opened(page)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_PageDown, KEY.Key_Return):
        press(qtbot, page, key)
    assert page.chosen == [PHRASES[10]]


def test_what_is_typed_narrows_the_list(page, qtbot):
    opened(page)
    page.list.edit.insert("第11句")
    assert page.asked == ["", "第11句"]
    press(qtbot, page, KEY.Key_1)
    assert page.chosen == [PHRASES[10]]


def test_an_answer_that_was_overtaken_is_not_shown(page):
    begin_to_open(page)
    page.list._show(page.list._asked - 1, PHRASES)
    assert page.list.phrases() == []


def test_keys_that_come_before_the_list_is_read_are_done_afterwards(page, qtbot):
    page.list.chosen.connect(lambda one: (page.form.setFocus(), page.form.insertPlainText("：")))
    begin_to_open(page)
    press(qtbot, page, KEY.Key_3)
    qtbot.keyClicks(page.list.edit, "ab")
    assert page.chosen == []
    assert page.list.edit.text() == ""
    page.runner.release()
    assert page.chosen == [PHRASES[2]]
    assert page.form.toPlainText() == "：ab", "what was typed behind the digit is for the text"


def test_esc_leaves_and_what_came_before_is_forgotten(page, qtbot):
    begin_to_open(page)
    press(qtbot, page, KEY.Key_3)
    press(qtbot, page, KEY.Key_Escape)
    page.runner.release()
    assert page.left == [1]
    assert page.chosen == []
    assert page.list.isHidden()


def test_zero_asks_for_the_list_of_the_unit(page, qtbot):
    opened(page)
    press(qtbot, page, KEY.Key_0)
    assert page.edits == [1]
    assert page.list.isHidden()


def test_it_closes_when_the_cursor_goes_elsewhere(page):
    opened(page)
    page.form.setFocus()
    assert page.list.isHidden()


def test_tab_changes_between_letters_and_chinese(page, qtbot):
    opened(page)
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not page.list.edit.testAttribute(attribute)
    press(qtbot, page, KEY.Key_Tab)
    assert page.list.edit.testAttribute(attribute)
    assert page.list.edit.hasFocus()
    assert page.list.language.text() == "中"


def test_in_a_low_window_it_lies_over_the_form_and_inside_the_window(page):
    page.resize(500, 180)
    opened(page)
    assert page.rect().contains(page.list.geometry())
