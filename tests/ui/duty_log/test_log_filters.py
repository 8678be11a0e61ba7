"""Further conditions, hits marked, a day around a hit, an entry by number: all by keys."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.duty_log.log_filters import LogFilters
from dutydesk.ui.duty_log.log_listing import FIRST_HITS
from tests.builders import draft
from tests.domain.test_log_search import ASKED, FULL
from tests.ui import looking
from tests.ui.duty_log.test_log_panel import shown
from tests.ui.live_desk import CTRL, live_desk, settle

KEY = Qt.Key


@pytest.fixture
def live(staffed, theme, qtbot):
    room = staffed.room
    for place in range(6):
        made = draft(
            room,
            ("3号楼燃氣异味", "巡查正常")[place % 2] + f"之{place}",
            source=("區氣象臺", "安和三社区")[place // 3],
            phone=f"199-0000-000{place}",
        )
        room.duty_log.record(made, by=staffed.by, open_item=place == 2)
    made = live_desk(room, theme, qtbot)
    made.press((KEY.Key_L, CTRL))
    return made


@pytest.fixture
def panel(live):
    return live.panel("duty_log")


def test_everything_that_can_be_asked_for_can_be_set(theme, qtbot):
    filters = LogFilters(theme)
    qtbot.addWidget(filters)
    filters.show_search(FULL)
    head = LogSearch(FULL.text, FULL.since, FULL.until, FULL.kinds)
    assert filters.added_to(head, FULL.officer_id) == FULL
    assert {"text", "since", "until", "kinds", "officer_id"} | {
        *filters.fields,
        *filters.states,
    } == ASKED, "give it a field or a mark"


def enter_words(live, text):
    """Type into the field with the focus, as an input method commits it, and search at once."""
    live.type(text)
    panel = live.panel("duty_log")
    panel._pause.stop()
    panel._search_anew()


def test_ctrl_f_unfolds_the_conditions_and_folds_them_away(live, panel):
    assert not panel.filters.isVisible()
    live.press((KEY.Key_F, CTRL))
    assert panel.filters.isVisible()
    assert live.focus is panel.filters.fields["source"]
    live.press((KEY.Key_F, CTRL))
    assert not panel.filters.isVisible()
    assert live.focus is panel.query


def test_conditions_narrow_the_list_are_said_and_cleared_by_one_key(live, panel):
    live.press((KEY.Key_F, CTRL))
    enter_words(live, "气象")
    assert len(shown(panel)) == 3
    looking.tab_to(live.qtbot, live.window, panel.filters.fields["phone"])
    enter_words(live, "0000 2")
    assert shown(panel) == ["3号楼燃氣异味之2"]
    assert panel.line.conditions.text() == "条件：来源“气象”、号码“0000 2”"
    live.press((KEY.Key_D, CTRL))
    assert panel.model.rowCount() == 6
    assert panel.line.conditions.text() == ""
    assert panel.filters.fields["source"].text() == ""
    assert live.focus is panel.query


def test_only_open_and_only_mine(live, panel):
    live.press((KEY.Key_F, CTRL))
    panel.filters.states["is_open"].setChecked(True)
    panel._search_anew()
    assert shown(panel) == ["3号楼燃氣异味之2"]
    panel.filters.states["is_open"].setChecked(False)
    panel.filters.is_mine.setChecked(True)
    panel._search_anew()
    assert panel.wanted().officer_id == live.desk.session.seat.actor.officer_id
    assert "本人记的" in panel.line.conditions.text()


def test_a_span_of_days_may_be_typed(live, panel):
    panel.day.setFocus()
    enter_words(live, "1120到1121")
    assert panel.model.rowCount() == 6
    assert panel.line.conditions.text() == "条件：11月20日至11月21日"
    panel.day.selectAll()
    enter_words(live, "1121到")
    assert panel.model.rowCount() == 0


def test_hits_are_marked_whichever_way_they_are_written(live, panel):
    enter_words(live, "燃气")
    assert panel.table._hits.words == ("燃气",)
    assert ">燃氣</span>" in panel._full.text()
    panel.table.grab()
    live.press((KEY.Key_A, CTRL), KEY.Key_Delete)
    panel._search_anew()
    assert "<" not in panel._full.text()


def test_markup_in_a_text_stays_text_beside_a_hit(live, panel, staffed):
    done = live.room.duty_log.record(draft(live.room, "<b>燃气</b>&amp;"), by=staffed.by)
    live.desk.hub.announce(done.changes)
    enter_words(live, "燃气")
    assert "&lt;b&gt;" in panel._full.text()
    assert "&amp;amp;" in panel._full.text()


def test_ctrl_j_shows_the_day_around_a_hit_and_esc_goes_back_to_it(live, panel):
    enter_words(live, "燃气")
    panel.table.choose(1)
    hit = panel.selected().entry.id
    live.press((KEY.Key_J, CTRL))
    assert panel.model.rowCount() == 6
    assert panel.selected().entry.id == hit
    assert panel._words.text() == "11月20日全天 6 条　Esc 回到查找结果"
    live.press(KEY.Key_Down)
    assert panel.selected().entry.id != hit
    live.press(KEY.Key_Escape)
    assert panel.model.rowCount() == 3
    assert panel.selected().entry.id == hit
    live.press(KEY.Key_Escape)
    assert panel.model.rowCount() == 3


@pytest.mark.parametrize("typed", ["#3", "第3条", "1120#3"])
def test_an_entry_is_reached_by_its_number(live, panel, typed):
    enter_words(live, typed)
    assert panel.selected().entry.no == 3
    assert panel.model.rowCount() == 6
    assert panel._words.text() == "11月20日第3条，全天 6 条"


def test_a_number_that_is_not_there_is_said(live, panel):
    enter_words(live, "#99")
    assert panel._words.text() == "11月20日没有第99条。"


def test_further_hits_are_read_while_the_list_is_scrolled(live, panel, staffed):
    for place in range(FIRST_HITS + 30):
        live.room.duty_log.record(draft(live.room, f"停电{place}"), by=staffed.by)
    enter_words(live, "停电")
    assert panel.model.rowCount() == FIRST_HITS
    settle()
    panel.table.scrollToBottom()
    assert panel.model.rowCount() == FIRST_HITS + 30
    assert shown(panel)[-1] == "停电0"
    panel.table.scrollToBottom()
    assert panel.model.rowCount() == FIRST_HITS + 30


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_unfolded_conditions_clip_nothing(live, panel, scale):
    live.desk.theme.set_scale(scale)
    panel.ask(LogSearch("燃气", source="气象", officer_id="a", is_open=True))
    live.window.resize(1366, 768)
    settle()
    assert looking.clipped_texts(live.window) == []
    assert looking.outside(live.window) == []
    assert looking.on_each_other(panel) == []
    assert looking.unnamed(live.window) == []
    head = panel.head
    assert head.query.geometry().bottom() < head.kind.geometry().top() or scale < 200
    assert head.kind.geometry().bottom() <= head.height()
    assert panel.table.height() >= (3 if scale < 200 else 1) * live.desk.theme.measure("row")
