"""常用语 on the duty desk, by the keys an officer presses, over a real record."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import StoreFull
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import Actor
from dutydesk.ui.desk import Seat
from dutydesk.ui.duty_log.phrase_desk import PhraseDesk
from dutydesk.ui.duty_log.phrase_dialog import PhraseDialog
from tests.ui.live_desk import CTRL, SHIFT, live_desk

KEY = Qt.Key
PHRASES = (KEY.Key_J, CTRL)


class KeyCount(QObject):
    """Counts the keys that are pressed; a key held for a combination is part of it."""

    def __init__(self):
        super().__init__()
        self.keys = []

    def eventFilter(self, watched, event):
        # Of a key that is a shortcut no press arrives, but this does before every one.
        is_key = event.type() is QEvent.Type.ShortcutOverride
        if is_key and watched is QApplication.focusWidget():
            key = Qt.Key(event.key())
            self.keys += [key] if key not in {KEY.Key_Control, KEY.Key_Shift} else []
        return False


@pytest.fixture
def counted(qapp):
    count = KeyCount()
    qapp.installEventFilter(count)
    yield count
    qapp.removeEventFilter(count)


def form_of(live):
    return live.panel().form


def list_of(live):
    return live.panel().findChild(PhraseDesk).list


def entries(live):
    return [listed.entry for listed in live.room.duty_log.entries_of_running_shift()[1]]


def only(live, text, kind=EntryKind.PATROL):
    """Let the unit have this phrase first."""
    service = live.room.phrase
    first = service.phrases()[0]
    service.put(replace(first, text=text, kind=kind), by=Actor("cli"))


def test_a_template_entry_costs_three_keys(live, counted):
    live.room.clock.at = from_iso("2026-11-20T23:55:10")
    live.press(PHRASES, KEY.Key_4, KEY.Key_Return)
    (entry,) = entries(live)
    assert entry.text == "巡查办公楼，门窗、用电、消防正常。"
    assert entry.kind is EntryKind.PATROL
    assert entry.at == from_iso("2026-11-20T23:55")
    assert counted.keys == [KEY.Key_J, KEY.Key_4, KEY.Key_Return]
    assert form_of(live).is_empty()


def test_a_template_with_a_gap_costs_three_keys_and_the_text(live, counted):
    only(live, "巡查{地点}，正常。")
    live.press(PHRASES, KEY.Key_1)
    live.type("南门")
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == ["巡查南门，正常。"]
    assert len(counted.keys) == 3, "the text itself came by the input method"


def test_the_same_keys_are_enough_while_the_store_works_beside(staffed, theme, qtbot, lane):
    staffed.room.store.close()
    lane.at_end = staffed.room.store.close
    live = live_desk(staffed.room, theme, qtbot, lane)
    lane.window = live.window
    qtbot.waitUntil(lambda: live.panel()._shift is not None)
    live.press(PHRASES, KEY.Key_4, KEY.Key_Return)
    qtbot.waitUntil(lambda: live.panel().model.rowCount() == 2)
    qtbot.waitUntil(lambda: not form_of(live).is_saving)
    assert form_of(live).is_empty()


def test_the_time_is_that_of_ctrl_j(live):
    live.room.clock.at = from_iso("2026-11-20T23:58:40")
    live.press(PHRASES)
    live.room.clock.forward(minutes=4)
    live.press(KEY.Key_4, KEY.Key_Return)
    assert [entry.at for entry in entries(live)] == [from_iso("2026-11-20T23:58")]


def test_the_caller_fills_the_blanks_that_are_his(live):
    only(live, "{时间}接{单位}{人}（{电话}）电话：{内容}", EntryKind.INCOMING_CALL)
    live.room.clock.at = from_iso("2026-11-20T09:12")
    live.press(KEY.Key_F2)
    live.type("wcm")
    live.press(KEY.Key_Return)
    phone = form_of(live).fields.phone.text()
    live.press(PHRASES, KEY.Key_1)
    text = form_of(live).fields.text
    assert text.toPlainText() == f"09:12接安和三社区尉迟某（{phone}）电话：{{内容}}"
    assert text.textCursor().selectedText() == "{内容}"


def test_without_a_caller_his_blanks_wait(live):
    only(live, "接{单位}{人}电话")
    live.press(PHRASES, KEY.Key_1)
    live.type("区应急局")
    live.press(KEY.Key_Tab)
    live.type("王某")
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == ["接区应急局王某电话"]


def test_an_unfilled_blank_is_asked_about_once_and_then_saved(live):
    only(live, "接{单位}电话：{内容}")
    live.press(PHRASES, KEY.Key_1, KEY.Key_Return)
    assert entries(live) == []
    assert "还有空没填：单位、内容" in form_of(live)._answer.text()
    assert form_of(live).fields.text.textCursor().selectedText() == "{单位}"
    assert live.focus is form_of(live).fields.text
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == ["接{单位}电话：{内容}"]
    live.press(PHRASES, KEY.Key_1, KEY.Key_Return)
    assert len(entries(live)) == 1, "the next entry is asked about anew"


def test_tab_leaves_the_text_when_no_blank_is_left(live):
    live.press(PHRASES, KEY.Key_4, KEY.Key_Tab)
    assert live.focus is not form_of(live).fields.text


def test_a_phrase_in_the_middle_of_a_text_is_written_at_the_cursor_and_leaves_the_kind(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("先说")
    live.press(PHRASES)
    live.type("men chuang".replace(" ", ""))
    live.press(KEY.Key_1)
    assert form_of(live).fields.text.toPlainText() == "先说巡查办公楼，门窗、用电、消防正常。"
    live.press(KEY.Key_Return)
    assert entries(live)[0].kind is EntryKind.INCOMING_CALL


def test_a_kind_that_was_chosen_brings_its_phrases_first(live):
    live.press(KEY.Key_F2, (KEY.Key_7, CTRL), PHRASES)
    assert [one.kind for one in list_of(live).phrases()[:3]] == [EntryKind.PATROL] * 3
    live.press(KEY.Key_Escape)
    live.press((KEY.Key_1, CTRL), PHRASES)
    assert len({one.kind for one in list_of(live).phrases()[:9]}) == 9, "nobody chose a kind"


def test_what_was_chosen_last_stands_first_the_next_time(live):
    live.press(PHRASES, KEY.Key_7, KEY.Key_Return)
    live.press(PHRASES, KEY.Key_1, KEY.Key_Return)
    assert [entry.kind for entry in entries(live)] == [EntryKind.EQUIPMENT] * 2


def test_esc_and_a_second_ctrl_j_give_the_cursor_back(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("来电")
    text = form_of(live).fields.text
    for leave in (KEY.Key_Escape, PHRASES):
        live.press(PHRASES)
        assert live.focus is list_of(live).edit
        live.press(leave)
        assert live.focus is text
        assert list_of(live).isHidden()
    assert text.toPlainText() == "来电"


def test_from_the_log_ctrl_j_goes_on_with_what_is_being_written(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("写到一半")
    live.window.bar.buttons["officer"].setFocus()
    live.press(PHRASES, KEY.Key_4)
    assert form_of(live).fields.text.toPlainText().startswith("写到一半")
    assert live.focus is form_of(live).fields.text


def test_a_viewer_is_offered_nothing(live):
    live.desk.session.sit_down(Seat(Actor("x", "x"), "看客", may_write=False))
    live.press(PHRASES)
    assert list_of(live) is None


def test_a_use_that_cannot_be_counted_costs_nothing(live, monkeypatch):
    monkeypatch.setattr(live.room.phrase, "used", _raise_full)
    live.press(PHRASES, KEY.Key_4, KEY.Key_Return)
    assert len(entries(live)) == 1
    assert live.desk.notices.notices() == []


def _raise_full(_phrase_id):
    raise StoreFull("/data/room.db")


def test_a_fault_of_the_program_is_not_hidden(live, monkeypatch):
    monkeypatch.setattr(live.room.phrase, "used", lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        live.panel().findChild(PhraseDesk).take(live.room.phrase.phrases()[0])


def test_zero_opens_the_list_of_the_unit(live):
    live.press(PHRASES, KEY.Key_0)
    assert live.dialog(PhraseDialog) is not None


def test_shift_tab_goes_back_to_the_blank_before(live):
    only(live, "接{单位}电话：{内容}")
    live.press(PHRASES, KEY.Key_1, KEY.Key_Tab, (KEY.Key_Backtab, SHIFT))
    assert form_of(live).fields.text.textCursor().selectedText() == "{单位}"
