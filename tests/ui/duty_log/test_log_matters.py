"""Ctrl+R and Ctrl+Shift+Up in the whole log."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import Correction
from dutydesk.ui.duty_log.log_matters import LogMatters
from tests.builders import draft
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


@pytest.fixture
def log(live):
    panel = live.enter("duty_log")
    gone_on = []
    matters = LogMatters(panel, live.room.duty_log, gone_on.append)
    return panel, matters, gone_on


def record(staffed, text, **values):
    return staffed.room.duty_log.record(draft(staffed.room, text, **values), by=staffed.by).value


def select(panel, matters, entry):
    panel.reload()
    matters.show_entry(entry.id)
    settle()
    assert panel.selected().entry.id == entry.id


def test_ctrl_r_goes_on_with_the_selected_entry(live, staffed, log):
    panel, matters, gone_on = log
    first = record(staffed, "一")
    record(staffed, "二")
    select(panel, matters, first)
    live.press((KEY.Key_R, CTRL))
    assert [one.entry.id for one in gone_on] == [first.id]


def test_of_a_corrected_entry_it_is_said_which_one_holds(live, staffed, log):
    panel, matters, gone_on = log
    first = record(staffed, "一")
    fixed = Correction(id=live.room.duty_log.new_id(), reason="听错", text="二")
    live.room.duty_log.correct(first.id, fixed, by=staffed.by)
    select(panel, matters, first)
    live.press((KEY.Key_R, CTRL))
    assert gone_on == []
    assert "第2条" in live.desk.notices.notices()[0].text


def test_ctrl_shift_up_goes_to_what_an_entry_goes_on_with_also_out_of_a_search(live, staffed, log):
    panel, matters, _ = log
    first = record(staffed, "燃气异味")
    later = record(staffed, "到场处理", continuation_of=first.id)
    select(panel, matters, later)
    panel.query.setText("到场")
    panel.reload()
    settle()
    live.press((KEY.Key_Up, CTRL | SHIFT))
    settle()
    assert panel.selected().entry.id == first.id
    assert panel.query.text() == ""
    live.press((KEY.Key_Up, CTRL | SHIFT))
    assert "没有接别的记录" in live.desk.notices.notices()[0].text


def test_without_entries_the_keys_mean_nothing(live, log):
    _, _, gone_on = log
    live.press((KEY.Key_R, CTRL))
    assert gone_on == []
