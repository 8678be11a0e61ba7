import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.ui.desk import Seat
from dutydesk.ui.incident.paste_dialog import FORM, PasteDialog
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key
PASTE = (KEY.Key_V, CTRL | SHIFT)
FILL = (KEY.Key_Return, CTRL)
TEXT = (
    "甲村一门店起火致1死3伤\n今日凌晨1时20分许，位于甲村丰收路12号的一家门店发生火灾，"
    "共造成1人死亡，3人受伤，其中1人重伤。"
)


def come_back(live):
    """Give the desk the keys again after a dialog; no window manager does it here."""
    with live.qtbot.waitActive(live.window):
        live.window.activateWindow()


@pytest.fixture
def open_dialog(live):
    """Copy a text and press the key in the room of incidents."""

    def opened(text=TEXT):
        QApplication.clipboard().setText(text)
        live.enter("incident")
        come_back(live)
        live.press(PASTE)
        settle()
        dialog = live.dialog(PasteDialog)
        assert dialog is not None
        return dialog

    return opened


def lines(dialog):
    return {part.field: part.said for part in dialog.parts.parts}


def press(live, dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    live.qtbot.keyClick(dialog.focusWidget(), key, modifier)
    settle()


def test_the_clipboard_is_read_at_once(open_dialog):
    dialog = open_dialog()
    assert dialog.text.toPlainText() == TEXT
    assert lines(dialog) == {
        "title": "甲村一门店起火致1死3伤",
        "kind": "火灾（事故灾难）",
        "place": "甲村丰收路12号的一家门店",
        "occurred_at": "2026年11月20日 01:20",
        "deaths": "1人",
        "injured": "3人",
        "seriously_injured": "1人",
        "situation": f"原文{len(TEXT)}字",
    }
    assert dialog.parts.hasFocus()
    assert dialog.unsaid.text() == "原文没有提到：失踪、中毒或患病"


def test_the_words_of_the_chosen_line_are_marked_strongly(live, open_dialog):
    dialog = open_dialog()
    press(live, dialog, KEY.Key_Down)
    press(live, dialog, KEY.Key_Down)
    assert dialog.text.marked() == ["甲村丰收路12号的一家门店"]
    press(live, dialog, KEY.Key_Down)
    assert dialog.text.marked() == ["今日凌晨1时20分许"]


def test_line_by_line_what_is_accepted_fills_the_form(live, open_dialog):
    dialog = open_dialog()
    for part in list(dialog.parts.parts):
        press(live, dialog, KEY.Key_Delete if part.field == "injured" else KEY.Key_Return)
    assert dialog.accept_button.hasFocus()
    press(live, dialog, KEY.Key_Return)
    fields = live.panel("incident").form.fields
    assert live.dialog(PasteDialog) is None
    assert fields.place.text() == "甲村丰收路12号的一家门店"
    assert fields.kind.kind()[1] == "火灾"
    texts = fields.figures.texts()
    assert (texts["deaths"], texts["injured"]) == ("1", "")


def test_nothing_that_was_only_pasted_is_kept_when_it_is_left(live, open_dialog):
    press(live, open_dialog(), KEY.Key_Escape)
    assert live.dialog(PasteDialog) is None
    assert live.room.draft.of_form(FORM) == []
    assert open_dialog("乙村地震\n昨日8时，乙村发生3.1级地震。").text.toPlainText()[:2] == "乙村"


def test_what_was_changed_by_hand_is_kept_until_it_is_given_up(live, open_dialog):
    dialog = open_dialog()
    dialog.text.setPlainText("丙村起火，1人受伤")
    dialog.draft.leave(dialog.reject, dialog.say)
    settle()
    dialog = open_dialog()
    assert dialog.text.toPlainText() == "丙村起火，1人受伤"
    assert not dialog.draft.isHidden()
    dialog.draft.anew.click()
    settle()
    assert dialog.text.toPlainText() == TEXT


def test_an_empty_clipboard_asks_for_a_text(live, open_dialog):
    dialog = open_dialog("")
    assert dialog.parts.parts == []
    assert dialog.text.hasFocus()
    assert not dialog.accept_button.isEnabled()
    dialog.fill()
    assert dialog.answer.text().startswith("还没有采用的内容")
    dialog.text.setPlainText(TEXT)
    dialog.read()
    assert dialog.accept_button.isEnabled()


def test_a_book_is_refused_with_a_sentence(open_dialog):
    dialog = open_dialog("字" * 20_001)
    assert "超过20000字" in dialog.answer.text()
    assert dialog.parts.parts == []


def test_without_anybody_who_may_write_it_does_not_open(live):
    seat = live.desk.session.seat
    live.desk.session.sit_down(Seat(seat.actor, seat.name, may_write=False))
    live.enter("incident")
    live.press(PASTE)
    assert live.dialog(PasteDialog) is None
