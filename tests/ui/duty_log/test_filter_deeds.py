"""Filters kept under a name, by keys: keep, use, rename, take out."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.duty_log.filter_dialog import FilterDialog
from tests.builders import draft
from tests.ui import looking
from tests.ui.duty_log.test_log_panel import shown
from tests.ui.live_desk import CTRL, live_desk

KEY = Qt.Key


@pytest.fixture
def live(staffed, theme, qtbot):
    for text in ("3号楼燃气异味", "巡查正常"):
        staffed.room.duty_log.record(draft(staffed.room, text), by=staffed.by)
    made = live_desk(staffed.room, theme, qtbot)
    made.press((KEY.Key_L, CTRL))
    return made


@pytest.fixture
def panel(live):
    return live.panel("duty_log")


def kept(live):
    officer_id = live.desk.session.seat.actor.officer_id
    return [one.name for one in live.room.saved_filter.filters_for(officer_id)]


def keep(live, panel, text):
    panel.ask(LogSearch(text))
    live.press((KEY.Key_S, CTRL))
    dialog = live.dialog(FilterDialog)
    live.qtbot.keyClick(dialog.name, KEY.Key_Return)
    return dialog


def test_what_is_asked_for_is_kept_under_its_own_words_and_used_by_its_key(live, panel):
    keep(live, panel, "燃气").reject()
    assert kept(live) == ["燃气"]
    live.press((KEY.Key_D, CTRL))
    assert len(shown(panel)) == 2
    live.press((KEY.Key_1, CTRL))
    assert shown(panel) == ["3号楼燃气异味"]
    assert panel.query.text() == "燃气"


def test_a_key_without_a_filter_says_how_one_is_kept(live, panel):
    live.press((KEY.Key_2, CTRL))
    assert "Ctrl+S" in live.desk.notices.notices()[0].text


def test_a_filter_is_renamed_and_taken_out(live, panel):
    dialog = keep(live, panel, "燃气")
    dialog.name.setText("煤气")
    dialog.rename.click()
    assert kept(live) == ["煤气"]
    dialog.remove.click()
    assert kept(live) == []
    assert not dialog.use.isEnabled()
    assert live.room.duty_log.find(LogSearch("燃气")).total_at_least == 1


def test_nothing_to_keep_and_a_name_twice_are_refused_beside_the_name(live, panel):
    dialog = keep(live, panel, "")
    dialog.name.setText("甲")
    dialog.submit()
    assert dialog.answer.text() == "还没有条件可保存。请先写上要找的内容。"
    dialog.reject()
    keep(live, panel, "燃气").reject()
    dialog = keep(live, panel, "燃气")
    assert "已有名为“燃气”的条件" in dialog.answer.text()
    assert looking.clipped_texts(dialog) == []
    assert kept(live) == ["燃气"]


def test_a_shared_one_is_everybodys(live, panel, staffed):
    panel.ask(LogSearch("燃气"))
    live.press((KEY.Key_S, CTRL))
    dialog = live.dialog(FilterDialog)
    dialog.is_shared.setChecked(True)
    dialog.submit()
    assert [one.name for one in live.room.saved_filter.filters_for(staffed.lead.id)] == ["燃气"]
    dialog.use_selected()
    assert shown(panel) == ["3号楼燃气异味"]
