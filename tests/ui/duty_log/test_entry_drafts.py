"""Drafts of the quick entry: on disk within a second, several at once as tabs."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from tests.ui.duty_log.test_entry_form import entries, form_of
from tests.ui.live_desk import CTRL, SHIFT, live_desk, settle
from tests.ui.looking import click_waiting

KEY = Qt.Key
TAB, BACK = (KEY.Key_Tab, CTRL), (KEY.Key_Backtab, CTRL | SHIFT)


def test_a_draft_is_on_disk_within_a_second_and_comes_back_in_a_new_window(
    live, staffed, theme, qtbot
):
    live.press(KEY.Key_F2)
    live.type("sz")
    live.press(KEY.Key_Escape, KEY.Key_Return, (KEY.Key_5, CTRL))
    live.type("车库进水")
    qtbot.waitUntil(lambda: len(live.room.draft.of_form("entry")) == 1)
    qtbot.wait(700)
    live.room.clock.forward(hours=16)
    live.window.close()
    again = live_desk(staffed.room, theme, qtbot)
    fields = form_of(again).fields
    assert fields.text.toPlainText() == "车库进水"
    assert fields.caller.text() == "sz"
    assert fields.kind.currentData() == EntryKind.SUPERIOR_NOTICE.value
    assert fields.time.value() == from_iso("2026-11-20T08:30")
    fields.text.setFocus()
    again.press(KEY.Key_Return)
    assert entries(again)[0].at == from_iso("2026-11-20T08:30")
    assert again.room.draft.of_form("entry") == []


@pytest.mark.parametrize("field", ["phone", "handling"])
def test_a_number_alone_is_a_draft_too(live, qtbot, field):
    live.press(KEY.Key_F2)
    getattr(form_of(live).fields, field).setFocus()
    live.type("19900007531")
    qtbot.waitUntil(lambda: len(live.room.draft.of_form("entry")) == 1)


def test_f2_while_typing_parks_the_draft_and_a_second_one(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("第一件")
    live.room.clock.forward(minutes=2)
    live.press(KEY.Key_F2)
    assert form_of(live).is_empty()
    assert live.focus is form_of(live).fields.caller.edit
    assert form_of(live).fields.time.value() == from_iso("2026-11-20T08:32")
    live.press(KEY.Key_Return)
    live.type("第二件")
    live.press((KEY.Key_N, CTRL))
    bar = live.panel().drafts
    assert [one.content["text"] for one in bar.drafts] == ["第一件", "第二件"]
    live.press(KEY.Key_Return)
    live.type("急事")
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == ["急事"]
    assert bar.isVisible()


def test_a_parked_draft_is_taken_up_again_and_recorded_under_its_time(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("第一件")
    live.room.clock.forward(minutes=5)
    live.press(KEY.Key_F2)
    click_waiting(live.panel().drafts, 0)
    assert form_of(live).fields.text.toPlainText() == "第一件"
    assert live.focus is form_of(live).fields.text
    live.press(KEY.Key_Return)
    assert entries(live)[0].at == from_iso("2026-11-20T08:30")
    settle()
    assert not live.panel().drafts.isVisible()
    assert live.room.draft.of_form("entry") == []


def test_taking_up_one_draft_sets_the_other_aside(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("第一件")
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("第二件")
    click_waiting(live.panel().drafts, 0)
    assert [one.content["text"] for one in live.panel().drafts.drafts] == ["第二件"]


def write_three(live):
    for minute, text in enumerate(("一", "二", "三")):
        live.room.clock.at = from_iso(f"2026-11-20T10:0{minute}")
        live.press((KEY.Key_N, CTRL), KEY.Key_Return)
        live.type(text)


def test_drafts_are_tabs_and_keys_go_round_them_with_the_cursor_at_the_end(live):
    write_three(live)
    bar = live.panel().drafts
    assert bar.isVisible()
    assert bar.tabs.titles() == ["来电 一 10:00", "来电 二 10:01", "来电 三 10:02"]
    assert bar.tabs.currentIndex() == 2
    text = form_of(live).fields.text
    for key, reached in ((TAB, "一"), (TAB, "二"), (BACK, "一"), (BACK, "三")):
        live.press(key)
        assert text.toPlainText() == reached
        assert bar.tabs.titles()[bar.tabs.currentIndex()].split()[1] == reached
        assert live.focus is text
        assert text.textCursor().atEnd()
    live.type("，续")
    assert bar.tabs.titles()[2] == "来电 三，续 10:02"
    live.press((KEY.Key_4, CTRL))
    assert bar.tabs.titles()[2] == "传真 三，续 10:02"
    live.press(KEY.Key_Return)
    assert [(entry.text, entry.at) for entry in entries(live)] == [
        ("三，续", from_iso("2026-11-20T10:02"))
    ]
    assert bar.tabs.titles() == ["来电 一 10:00", "来电 二 10:01", "新记录"]


def test_ctrl_w_gives_up_a_tab_once_the_officer_says_so(live):
    write_three(live)
    live.press((KEY.Key_W, CTRL))
    assert form_of(live).fields.text.toPlainText() == "三"
    assert "三" in live.messages.decisions[0].text
    live.messages.answers = ["drop"]
    live.press((KEY.Key_W, CTRL))
    assert form_of(live).fields.text.toPlainText() == "二"
    assert live.focus is form_of(live).fields.text
    kept = [draft.content["text"] for draft in live.room.draft.of_form("entry")]
    assert kept == ["一", "二"]
    live.press((KEY.Key_N, CTRL), (KEY.Key_W, CTRL))
    assert form_of(live).fields.text.toPlainText() == "二", "an empty tab closes unasked"
    assert len(live.messages.decisions) == 2


def test_ctrl_n_on_an_empty_form_takes_the_time_and_the_cursor(live):
    live.room.clock.at = from_iso("2026-11-20T11:11")
    live.press((KEY.Key_N, CTRL))
    assert live.focus is form_of(live).fields.caller.edit
    assert form_of(live).fields.time.text() == "11:11"
    assert not live.panel().drafts.isVisible()


def test_several_drafts_survive_a_restart_newest_in_the_form(live, staffed, theme, qtbot):
    for text in ("一", "二", "三"):
        live.press(KEY.Key_F2, KEY.Key_Return)
        live.type(text)
    live.press((KEY.Key_N, CTRL))
    live.window.close()
    again = live_desk(staffed.room, theme, qtbot)
    assert form_of(again).fields.text.toPlainText() == "三"
    assert [one.content["text"] for one in again.panel().drafts.drafts] == ["一", "二"]


def test_a_draft_that_is_emptied_is_forgotten(live, qtbot):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("错")
    qtbot.waitUntil(lambda: len(live.room.draft.of_form("entry")) == 1)
    live.press(KEY.Key_Backspace)
    assert live.room.draft.of_form("entry") == []


def test_f2_on_a_draft_nobody_is_typing_goes_back_to_it(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("写到一半")
    live.window.bar.buttons["officer"].setFocus()
    live.room.clock.forward(minutes=5)
    live.press(KEY.Key_F2)
    assert form_of(live).fields.text.toPlainText() == "写到一半"
    assert form_of(live).fields.time.value() == from_iso("2026-11-20T08:30")


def test_a_tab_is_named_by_its_caller(live):
    for name in ("wcm", "qsm"):
        live.press((KEY.Key_N, CTRL))
        live.type(name)
        live.press(KEY.Key_Return)
    assert live.panel().drafts.tabs.titles()[0].startswith("来电 安和三社区 ")
