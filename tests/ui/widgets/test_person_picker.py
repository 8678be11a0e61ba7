import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dutydesk.ui.tasks import InlineRunner, LaneRunner
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker

PEOPLE = (Candidate(1, "李某", "安和三社区"), Candidate(2, "林某", "市政"))


def search(text):
    return [one for one in PEOPLE if text in "l李林" and (text == "l" or text in one.name)]


def picker_in(window, theme, runner, find=search):
    picker = PersonPicker(theme, runner, find, "来电人", window)
    QVBoxLayout(window).addWidget(picker)
    window.resize(500, 400)
    window.show()
    picker.setFocus()
    return picker


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def picker(window, theme):
    return picker_in(window, theme, InlineRunner())


def test_typing_opens_the_list_and_enter_takes_the_first(picker, qtbot):
    qtbot.keyClicks(picker.edit, "l")
    assert [one.name for one in picker.candidates()] == ["李某", "林某"]
    with qtbot.waitSignal(picker.picked) as caught:
        qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert caught.args == [1, "李某"]
    assert picker.text() == "李某"
    assert not picker.is_open()


def test_arrows_choose_and_tab_takes(picker, qtbot):
    qtbot.keyClicks(picker.edit, "l")
    qtbot.keyClick(picker.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as caught:
        qtbot.keyClick(picker.edit, Qt.Key.Key_Tab)
    assert caught.args[0] == 2


def test_escape_closes_the_list_and_keeps_the_text(picker, qtbot):
    qtbot.keyClicks(picker.edit, "l")
    qtbot.keyClick(picker.edit, Qt.Key.Key_Escape)
    assert not picker.is_open()
    assert picker.text() == "l"


def test_who_is_not_in_the_contacts_stays_as_text_and_enter_goes_on(picker, qtbot):
    qtbot.keyClicks(picker.edit, "q")
    assert not picker.is_open()
    with qtbot.waitSignal(picker.submitted):
        qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.text() == "q"


def test_enter_on_a_name_not_on_file_goes_to_the_next_field_not_to_the_button(
    window, theme, qtbot
):
    picker = picker_in(window, theme, InlineRunner())
    reason = QLineEdit(window)
    window.layout().addWidget(reason)
    reason.show()
    picker.submitted.connect(picker.go_on)
    picker.edit.setFocus()
    qtbot.keyClicks(picker.edit, "zz")
    qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert window.focusWidget() is reason


def test_the_input_method_is_off_until_the_button_turns_it_on(picker, qtbot):
    method = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not picker.edit.testAttribute(method)
    qtbot.mouseClick(picker._language, Qt.MouseButton.LeftButton)
    assert picker.edit.testAttribute(method)
    assert picker._language.text() == "中"


def test_the_list_never_takes_the_focus_and_closes_when_the_field_loses_it(picker, window, qtbot):
    qtbot.keyClicks(picker.edit, "l")
    assert picker._list.focusPolicy() is Qt.FocusPolicy.NoFocus
    picker._language.setFocus()
    assert not picker.is_open()


def test_an_answer_to_an_earlier_text_is_dropped(window, theme, qtbot):
    lane = LaneRunner()
    picker = picker_in(window, theme, lane)
    qtbot.keyClicks(picker.edit, "l")
    picker.clear()
    lane.close()
    assert not picker.is_open()
