"""The first start: keys as pressed, refusals in place, nothing lost on the way back."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel

from dutydesk.domain.errors import StoreFull
from dutydesk.domain.officer import OfficerRole
from dutydesk.ui.help.window import HelpWindow
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.start.wizard import FirstStart, FirstSteps
from dutydesk.ui.tasks import InlineRunner
from tests.ui import looking

UNIT = "安和街道办事处值班室"


class Made:
    """Keeps what was made; refuses once when told to."""

    def __init__(self):
        self.rooms, self.practices, self.refusal = [], 0, None

    def create(self, first):
        if self.refusal is not None:
            refusal, self.refusal = self.refusal, None
            raise refusal
        self.rooms.append(first)

    def practice(self):
        self.practices += 1


@pytest.fixture
def made():
    return Made()


@pytest.fixture
def wizard(theme, made, qtbot):
    steps = FirstSteps("/数据/room", made.create, made.practice)
    shown = FirstStart(theme, InlineRunner(), RecordingMessages(), steps)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def type_in(qtbot, wizard, text):
    """Type as an input method commits Chinese, else key by key."""
    focus = wizard.focusWidget()
    if text.isascii():
        qtbot.keyClicks(focus, text)
    else:
        focus.insert(text)
        focus.textEdited.emit(focus.text())


def press(qtbot, wizard, key):
    qtbot.keyClick(wizard.focusWidget() or wizard, key)


def enter_officer(qtbot, wizard, name, pin="246810"):
    page = wizard.officers
    page.name.setFocus()
    type_in(qtbot, wizard, name)
    for _ in range(3):
        press(qtbot, wizard, Qt.Key.Key_Tab)
    assert page.pin.hasFocus()
    type_in(qtbot, wizard, pin)
    press(qtbot, wizard, Qt.Key.Key_Tab)
    type_in(qtbot, wizard, pin)
    press(qtbot, wizard, Qt.Key.Key_Return)


def test_a_room_is_made_by_keys_alone(wizard, made, qtbot):
    assert wizard.unit.unit.hasFocus()
    type_in(qtbot, wizard, UNIT)
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.page() is wizard.shifts
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.page() is wizard.officers
    enter_officer(qtbot, wizard, "甲某")
    enter_officer(qtbot, wizard, "乙某")
    assert wizard.page() is wizard.officers
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.page() is wizard.backup
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.page() is wizard.summary
    assert wizard.forward.hasFocus()
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.result() == QDialog.DialogCode.Accepted
    (first,) = made.rooms
    assert first.unit == UNIT
    assert [(one.name, one.role) for one in first.officers] == [
        ("甲某", OfficerRole.ADMIN),
        ("乙某", OfficerRole.DUTY_OFFICER),
    ]
    assert first.rule_set == "district"


def test_each_page_refuses_in_place_and_keeps_what_was_typed(wizard, qtbot):
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.page() is wizard.unit
    assert "单位名称没有填" in wizard._answer.text()
    type_in(qtbot, wizard, UNIT)
    press(qtbot, wizard, Qt.Key.Key_Return)
    wizard.shifts.pattern._rows[0].start.setText("25:00")
    wizard.forward.click()
    assert wizard.page() is wizard.shifts
    assert wizard._answer.text()
    wizard.shifts.pattern._rows[0].start.setText("08:00")
    wizard.forward.click()
    assert wizard.page() is wizard.officers
    wizard.forward.click()
    assert "管理员" in wizard._answer.text()
    wizard.back.click()
    assert wizard.shifts.pattern.value()[0]["start"] == "08:00"
    wizard.back.click()
    assert wizard.unit.unit.text() == UNIT


def test_a_pin_that_is_short_or_typed_two_ways_is_refused(wizard, qtbot):
    wizard._show_page(2)
    enter_officer(qtbot, wizard, "甲某", "123")
    page = wizard.officers
    assert "6到12位" in page._answer.text()
    assert page.pin.hasFocus()
    assert page.pin.selectedText()
    assert page.name.text() == "甲某"
    page.pin.setText("246810")
    page.again.setText("246811")
    page.add_typed()
    assert "两次" in page._answer.text()
    assert page.officers == []
    page.again.setText("246810")
    page.add_typed()
    assert [one.name for one in page.officers] == ["甲某"]
    assert page.pin.text() == ""


def test_a_pin_easily_guessed_is_warned_of_and_taken(wizard, qtbot):
    wizard._show_page(2)
    page = wizard.officers
    page.pin.setFocus()
    qtbot.keyClicks(page.pin, "111111")
    assert "太好猜" in page._answer.text()
    page.name.setText("甲某")
    page.again.setText("111111")
    page.add_typed()
    assert "太好猜" in page.table.item(0, 3).text()


def test_the_officer_still_in_the_form_is_not_lost_on_going_on(wizard, qtbot):
    wizard._show_page(2)
    page = wizard.officers
    page.name.setText("甲某")
    page.pin.setText("246810")
    page.again.setText("246810")
    wizard.forward.click()
    assert wizard.page() is wizard.backup
    assert [one.name for one in page.officers] == ["甲某"]


def test_an_officer_can_be_taken_off_the_list(wizard, qtbot):
    wizard._show_page(2)
    enter_officer(qtbot, wizard, "甲某")
    enter_officer(qtbot, wizard, "乙某")
    wizard.officers.table.selectRow(0)
    wizard.officers.drop.click()
    assert [one.name for one in wizard.officers.officers] == ["乙某"]


def test_a_full_disk_is_said_and_the_answers_stay(wizard, made, qtbot):
    wizard.unit.unit.setText(UNIT)
    wizard._show_page(2)
    enter_officer(qtbot, wizard, "甲某")
    wizard._show_page(4)
    made.refusal = StoreFull("/数据/room")
    wizard.forward.click()
    assert "磁盘已满" in wizard._answer.text()
    assert wizard.isVisible()
    wizard.forward.click()
    assert len(made.rooms) == 1


def test_leaving_asks_only_when_something_was_typed(theme, made, qtbot):
    messages = RecordingMessages(["stay", "leave"])
    steps = FirstSteps("/数据/room", made.create, made.practice)
    wizard = FirstStart(theme, InlineRunner(), messages, steps)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.unit.unit.setText(UNIT)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    wizard.cancel.click()
    assert not wizard.isVisible()
    assert len(messages.decisions) == 2
    assert made.rooms == []


def test_practice_is_one_button(wizard, made, qtbot):
    wizard.unit.practice.click()
    assert made.practices == 1
    assert wizard.is_practice
    assert wizard.result() == QDialog.DialogCode.Accepted


def test_the_summary_shows_every_answer_and_where_the_data_lie(wizard, qtbot):
    wizard.unit.unit.setText(UNIT)
    wizard._show_page(2)
    enter_officer(qtbot, wizard, "甲某")
    wizard._show_page(4)
    texts = " ".join(label.text() for label in looking.shown(wizard.summary, QLabel))
    for part in (
        UNIT,
        "全天班 08:30–次日08:30 每天",
        "区级口径",
        "甲某（管理员）",
        "/数据/room",
    ):
        assert part in texts


def test_f1_opens_the_page_of_the_first_start(wizard, qtbot):
    press(qtbot, wizard, Qt.Key.Key_F1)
    (window,) = wizard.findChildren(HelpWindow)
    assert window.page_shown() == "first_start"


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("at", range(5))
def test_nothing_is_clipped_unnamed_or_english(wizard, theme, scale, at):
    theme.set_scale(scale)
    wizard.unit.unit.setText(UNIT)
    wizard._show_page(at)
    wizard.resize(1366, 768)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert looking.clipped_texts(wizard) == []
    assert looking.outside(wizard) == []
    assert looking.unnamed(wizard) == []
    assert looking.english(wizard) <= {"home", "duty", "room"}
