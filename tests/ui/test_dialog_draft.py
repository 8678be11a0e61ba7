"""What was typed into a dialog outlives Esc and the plug; only what was typed is put back."""

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout

from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreFull
from dutydesk.domain.officer import Actor
from dutydesk.ui.desk import Seat
from dutydesk.ui.dialog_draft import DialogDraft
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.time_field import TimeField
from tests.ui.sample_desk import sample_desk

FORM = "report:1"


class Sheet(QDialog):
    """A dialog as the real ones are: fields, a proposal, the line above them."""

    def __init__(self, desk, proposal="首报内容"):
        super().__init__()
        self.text, self.who = QPlainTextEdit(proposal), QLineEdit("区总值班室")
        self.stage, self.time = (
            ChoiceBox(desk.theme, "阶段"),
            TimeField(desk.theme, desk.clock, "时间"),
        )
        for word, value in (("首报", "first"), ("续报", "follow_up")):
            self.stage.addItem(word, value)
        self.told = QCheckBox("已电话报告")
        fields = {
            "text": self.text,
            "who": self.who,
            "stage": self.stage,
            "time": self.time,
            "told": self.told,
        }
        self.line = DialogDraft(desk, FORM, fields, self)
        column = QVBoxLayout(self)
        for widget in (self.line, *fields.values()):
            column.addWidget(widget)
        self.setWindowTitle("报告")
        self.line.begin()
        self.show()


@pytest.fixture
def desk(theme, desk_clock):
    return sample_desk(theme, desk_clock)


@pytest.fixture
def opened(desk, qtbot):
    def open_one(**changes):
        sheet = Sheet(desk, **changes)
        qtbot.addWidget(sheet)
        return sheet

    return open_one


def kept(desk):
    return [dict(draft.content) for draft in desk.drafts.of_form(FORM)]


def leave(sheet):
    """Press Esc; return what the dialog said instead of closing."""
    said = []
    sheet.line.leave(sheet.reject, said.append)
    return said


def test_what_is_typed_is_on_disk_without_any_key_more(desk, opened, qtbot):
    sheet = opened()
    qtbot.keyClicks(sheet.who, "x")
    qtbot.waitUntil(lambda: kept(desk) == [{"who": "区总值班室x"}])


def test_esc_keeps_it_says_so_and_the_next_opening_goes_on(desk, opened, qtbot):
    sheet = opened()
    qtbot.keyClicks(sheet.text, "a")
    sheet.stage.setCurrentIndex(1)
    sheet.time.edit.setText("2315")
    typed = sheet.text.toPlainText()
    leave(sheet)
    (notice,) = desk.notices.notices()
    assert notice.text == "报告：写了一半的留着，再打开就接着写。"
    again = opened()
    assert (again.text.toPlainText(), again.stage.currentData()) == (typed, "follow_up")
    assert again.time.text() == "2315"
    assert again.line.isVisible()
    assert again.line.words.text().startswith("接着上次没写完的")


def test_a_field_that_was_not_typed_in_shows_what_is_proposed_now(desk, opened, qtbot):
    sheet = opened()
    qtbot.keyClicks(sheet.who, "x")
    leave(sheet)
    again = opened(proposal="新的内容")
    assert again.text.toPlainText() == "新的内容"
    assert again.who.text() == "区总值班室x"


def test_an_untouched_dialog_leaves_nothing_and_says_nothing(desk, opened):
    sheet = opened()
    leave(sheet)
    assert kept(desk) == []
    assert desk.notices.notices() == []
    assert not opened().line.isVisible()


def test_what_was_typed_and_taken_back_is_forgotten(desk, opened, qtbot):
    sheet = opened()
    sheet.who.setText("别处")
    leave(sheet)
    again = opened()
    again.who.setText("区总值班室")
    leave(again)
    assert kept(desk) == []


def test_after_the_record_nothing_is_left(desk, opened, qtbot):
    sheet = opened()
    sheet.who.setText("别处")
    qtbot.waitUntil(lambda: kept(desk) != [])
    sheet.line.done()
    assert kept(desk) == []
    assert not opened().line.isVisible()


def test_beginning_anew_brings_the_proposal_back(desk, opened, qtbot):
    sheet = opened()
    sheet.who.setText("别处")
    leave(sheet)
    again = opened()
    with qtbot.waitSignal(again.line.given_up):
        again.line.anew.click()
    assert again.who.text() == "区总值班室"
    assert not again.line.isVisible()
    assert kept(desk) == []


def test_a_choice_that_is_offered_no_more_stays_as_proposed(desk, opened):
    desk.drafts.keep(Draft(FORM, FORM, {"stage": "verification", "who": "别处"}))
    sheet = opened()
    assert (sheet.stage.currentData(), sheet.who.text()) == ("first", "别处")


def test_a_choice_alone_is_no_draft_but_goes_along_with_one(desk, opened):
    sheet = opened()
    sheet.stage.setCurrentIndex(1)
    sheet.line.rebase("stage")
    sheet.line.goes_along = ("stage",)
    leave(sheet)
    assert kept(desk) == []
    sheet.who.setText("别处")
    leave(sheet)
    assert kept(desk) == [{"who": "别处", "stage": "follow_up"}]


def test_esc_on_a_full_disk_leaves_the_dialog_with_its_text_and_says_so(desk, opened):
    sheet = opened()
    sheet.who.setText("别处")
    desk.drafts.trouble = StoreFull("/data/room.db")
    (said,) = leave(sheet)
    assert sheet.isVisible()
    assert said.startswith("写了一半的没有存下：")
    assert "磁盘已满" in said
    assert sheet.line.is_at_risk
    assert not any("再打开就接着写" in notice.text for notice in desk.notices.notices())
    desk.drafts.trouble = None
    assert leave(sheet) == []
    assert not sheet.isVisible()
    assert kept(desk) == [{"who": "别处"}]


def test_nobody_is_held_in_a_dialog_by_a_full_disk(desk, opened):
    sheet = opened()
    sheet.who.setText("别处")
    desk.drafts.trouble = StoreFull("/data/room.db")
    assert leave(sheet) != []
    sheet.who.setText("别处一")
    assert leave(sheet) != [], "what was typed since is warned of anew"
    assert leave(sheet) == []
    assert not sheet.isVisible()


def test_a_tick_is_on_disk_as_what_is_typed_is(desk, opened, qtbot):
    sheet = opened()
    sheet.told.click()
    qtbot.waitUntil(lambda: kept(desk) == [{"told": "1"}])


def test_whoever_may_only_look_by_now_still_gets_out(desk, opened):
    sheet = opened()
    sheet.who.setText("别处")
    desk.session.sit_down(Seat(Actor("2", "2"), "看客", may_write=False))
    assert leave(sheet) == []
    assert not sheet.isVisible()
