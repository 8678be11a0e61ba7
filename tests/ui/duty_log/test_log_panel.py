"""The whole log by keys: search as you type, jump to a day, correct, print."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.duty_log.log_panel import LogPanel
from tests.builders import draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, live_desk, settle

KEY = Qt.Key
TEXTS = ("3号楼燃气异味", "巡查办公楼，正常", "地下车库进水", "燃气公司到场")


@pytest.fixture
def live(staffed, theme, qtbot):
    room = staffed.room
    for text in TEXTS:
        kind = EntryKind.PATROL if "巡查" in text else EntryKind.INCOMING_CALL
        made = draft(room, text, kind=kind, source="安和三社区", person="尉迟某")
        room.duty_log.record(made, by=staffed.by)
    made = live_desk(room, theme, qtbot)
    made.press((KEY.Key_L, CTRL))
    return made


@pytest.fixture
def panel(live):
    return live.panel("duty_log")


def shown(panel):
    return [panel.model.index(row, 5).data() for row in range(panel.model.rowCount())]


def type_and_wait(live, text):
    panel = live.panel("duty_log")
    asked = panel._asked
    live.type(text)
    live.qtbot.waitUntil(lambda: panel._asked > asked)


def test_the_newest_stands_on_top_and_is_selected_with_its_full_text(panel):
    assert shown(panel) == list(reversed(TEXTS))
    assert panel.selected().entry.text == TEXTS[-1]
    assert "燃气公司到场" in panel._full.said
    assert panel._words.text() == "共 4 条"


def test_the_cursor_waits_in_the_search_field_and_two_characters_find(live, panel):
    assert live.focus is panel.query
    type_and_wait(live, "燃气")
    assert shown(panel) == ["燃气公司到场", "3号楼燃气异味"]
    assert panel._words.text() == "找到 2 条"
    type_and_wait(live, " 异味")
    assert shown(panel) == ["3号楼燃气异味"]
    live.press((KEY.Key_A, CTRL), KEY.Key_Delete)
    live.qtbot.waitUntil(lambda: panel.model.rowCount() == 4)


def test_one_character_finds_too_and_nothing_found_says_what_to_do(live, panel):
    type_and_wait(live, "水")
    assert shown(panel) == ["地下车库进水"]
    type_and_wait(live, "火")
    assert shown(panel) == []
    assert panel._words.text() == "没有找到。换一个词，或清空条件。"
    assert panel._full.said == ""
    assert not panel.head.correct.isEnabled()
    assert not panel.head.print.isEnabled()


def test_a_kind_narrows_the_list_with_words_and_without(live, panel):
    panel.kind.setFocus()
    panel.kind.setCurrentIndex(panel.kind.findData(EntryKind.PATROL.value))
    panel.kind.activated.emit(panel.kind.currentIndex())
    assert shown(panel) == ["巡查办公楼，正常"]
    panel.query.setFocus()
    type_and_wait(live, "燃气")
    assert shown(panel) == []
    panel.query.clear()
    panel.kind.setCurrentIndex(panel.kind.findData(EntryKind.FAX.value))
    panel.kind.activated.emit(panel.kind.currentIndex())
    assert panel._words.text() == "没有找到。换一个词，或清空条件。"


def test_a_day_is_a_duty_day_not_a_calendar_day(live, panel, staffed):
    live.room.clock.forward(hours=17)
    late = live.room.duty_log.record(draft(live.room, "夜里"), by=staffed.by)
    live.desk.hub.announce(late.changes)
    panel.day.setFocus()
    type_and_wait(live, "1120")
    assert shown(panel)[0] == "夜里"
    live.press((KEY.Key_A, CTRL))
    type_and_wait(live, "1121")
    assert shown(panel) == []
    assert panel.day.property("wrong") is False


def test_a_day_that_cannot_be_read_is_marked_and_limits_nothing(live, panel):
    panel.day.setFocus()
    type_and_wait(live, "13月40")
    assert panel.day.property("wrong") is True
    assert panel.model.rowCount() == 4


def test_what_is_recorded_meanwhile_appears_and_the_selection_stays(live, panel, staffed):
    panel.table.setFocus()
    live.press(KEY.Key_Down, KEY.Key_Down)
    assert panel.selected().entry.text == TEXTS[1]
    done = live.room.duty_log.record(draft(live.room, "新来电"), by=staffed.by)
    live.desk.hub.announce(done.changes)
    assert shown(panel)[0] == "新来电"
    assert panel.selected().entry.text == TEXTS[1]
    assert panel._words.text() == "共 5 条"


def test_what_is_in_view_stays_in_view_when_something_new_comes(live, panel, staffed):
    for number in range(60):
        live.room.duty_log.record(draft(live.room, f"第{number}条"), by=staffed.by)
    panel.reload()
    settle()
    panel.table.choose(30)
    bar = panel.table.verticalScrollBar()
    bar.setValue(25)
    done = live.room.duty_log.record(draft(live.room, "新来电"), by=staffed.by)
    live.desk.hub.announce(done.changes)
    settle()
    assert panel.table.currentIndex().row() == 31
    assert bar.value() == 26


def test_enter_on_a_row_opens_its_correction_but_not_on_a_struck_one(live, panel, staffed):
    panel.table.setFocus()
    old = panel.selected()
    live.press(KEY.Key_Return)
    live.dialog(CorrectDialog).reject()
    fix = Correction(live.room.duty_log.new_id(), "听错", text="燃气公司已到")
    live.desk.hub.announce(live.room.duty_log.correct(old.entry.id, fix, by=staffed.by).changes)
    assert shown(panel)[:2] == ["〔更正〕燃气公司已到", "〔已更正〕燃气公司到场"]
    assert panel.selected().is_struck
    assert not panel.head.correct.isEnabled()
    live.press(KEY.Key_Return)
    assert live.dialog(CorrectDialog) is None
    panel.table.choose(0)
    assert "更正原因：听错" in panel._full.said


def test_f9_asks_for_the_sheet_of_the_selected_duty_day(live, panel):
    with live.qtbot.waitSignal(panel.sheet_wanted) as caught:
        live.press(KEY.Key_F9)
    assert caught.args == [date(2026, 11, 20)]


def test_f3_comes_here_from_the_front_room(live, panel):
    live.press(KEY.Key_F5, KEY.Key_F3)
    assert live.window.room() is panel
    assert live.focus is panel.query


def test_an_older_answer_is_dropped(live, panel):
    stale = panel._asked
    panel.query.setText("燃气")
    panel.reload()
    panel._show(stale, LogSearch(), None, panel._lister.listing(LogSearch()))
    assert len(shown(panel)) == 2


def test_the_room_is_as_it_was_left(live, panel):
    type_and_wait(live, "燃气")
    panel.table.choose(1)
    live.press(KEY.Key_F5, (KEY.Key_L, CTRL))
    assert panel.query.text() == "燃气"
    assert panel.table.currentIndex().row() == 1


def test_an_empty_log_says_which_key_begins(room, theme, qtbot):
    live = live_desk(room, theme, qtbot)
    panel = live.enter("duty_log")
    assert panel._empty.isVisible()
    assert not panel.table.isVisible()
    live.press(KEY.Key_F9)
    assert isinstance(panel, LogPanel)
    live.type("无此词")
    live.qtbot.waitUntil(panel.table.isVisible)
    assert panel._words.text() == "没有找到。换一个词，或清空条件。"
    live.press((KEY.Key_A, CTRL), KEY.Key_Delete)
    live.qtbot.waitUntil(panel._empty.isVisible)
    panel._empty.begun.emit()
    assert live.window.room() is live.panel("duty_desk")


def test_handling_and_reason_stand_in_the_full_text(live, panel, staffed):
    done = live.room.duty_log.record(draft(live.room, "来电", handling="已转办"), by=staffed.by)
    live.desk.hub.announce(done.changes)
    panel.table.choose(0)
    assert "处理：已转办" in panel._full.said


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_nothing_is_clipped_or_outside(live, panel, scale, size):
    live.desk.theme.set_scale(scale)
    live.window.resize(*size)
    settle()
    assert looking.clipped_texts(live.window) == []
    assert looking.outside(live.window) == []
    assert looking.english(live.window) == set()
    assert looking.unnamed(live.window) == []
    assert looking.on_each_other(panel) == []
    assert panel.query.width() >= live.desk.theme.px(160)
    assert panel.table.height() >= 4 * live.desk.theme.measure("row")


def test_tab_reaches_every_field_and_leaves_the_table(live, panel):
    wanted = {
        panel.query,
        panel.kind,
        panel.day,
        panel.head.correct,
        panel.head.print,
        panel.table,
    }
    assert wanted <= set(looking.reached_by_tab(live.window, live.qtbot))


def test_the_arrows_in_the_search_field_choose_a_row_and_enter_goes_there(live, panel):
    type_and_wait(live, "燃气")
    live.press(KEY.Key_Down)
    assert panel.selected().entry.text == "3号楼燃气异味"
    live.press(KEY.Key_PageDown)
    assert panel.table.currentIndex().row() == 1
    live.press(KEY.Key_PageUp, KEY.Key_Up)
    assert panel.table.currentIndex().row() == 0
    assert live.focus is panel.query
    live.press(KEY.Key_Return)
    assert live.focus is panel.table


def test_enter_before_the_search_lists_what_is_typed(live, panel):
    live.type("异味")
    live.press(KEY.Key_Return)
    assert shown(panel) == ["3号楼燃气异味"]
    live.press(KEY.Key_F3)
    live.type("无此词")
    live.press(KEY.Key_Return, KEY.Key_F3, KEY.Key_Down)
    assert shown(panel) == []
