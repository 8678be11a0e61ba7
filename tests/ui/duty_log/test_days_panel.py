from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.day_view.day_list import DAY_ROLE
from dutydesk.ui.duty_log.days_head import DaysView
from tests.builders import draft
from tests.handover_builders import hand_over, stand_at
from tests.ui import looking
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


def record(staffed, text, **facts):
    made = draft(staffed.room, text, **facts)
    return staffed.room.duty_log.record(made, by=staffed.by)


@pytest.fixture
def days(live, staffed):
    """Sit before the calendar, with one entry of yesterday's shift and one of this one."""
    record(staffed, "昨天的")
    stand_at(staffed, f"{staffed.shift.duty_date + timedelta(days=1)}T08:30")
    hand_over(staffed)
    live.desk.hub.announce(record(staffed, "今天的", kind=EntryKind.FAX).changes)
    live.press((KEY.Key_F5, SHIFT))
    return live


def texts(panel):
    entries = (panel.entries.entry_at(row) for row in range(panel.entries.rowCount()))
    return [listed.entry.text for listed in entries if listed and not listed.entry.is_automatic]


def test_the_calendar_opens_on_the_running_day_with_its_entries(days, staffed):
    panel = days.panel("day_view")
    today = staffed.shift.duty_date + timedelta(days=1)
    assert panel.weeks.currentIndex().data(DAY_ROLE).duty_date == today
    assert texts(panel) == ["今天的"]
    assert panel.weeks.hasFocus()
    days.press(KEY.Key_Up)
    assert texts(panel) == ["昨天的"]


def test_keys_turn_weeks_and_months_and_come_back(days, staffed):
    panel = days.panel("day_view")
    today = staffed.shift.duty_date + timedelta(days=1)
    days.press((KEY.Key_PageUp, CTRL))
    assert panel.weeks.days.days[-1].duty_date < today
    days.press((KEY.Key_2, CTRL))
    assert panel.months.isVisible()
    days.press((KEY.Key_PageDown, CTRL), (KEY.Key_Home, CTRL))
    assert panel.months.currentIndex().data(DAY_ROLE).duty_date == today
    assert texts(panel) == ["今天的"]
    days.press((KEY.Key_1, CTRL))
    assert panel.weeks.currentIndex().data(DAY_ROLE).duty_date == today


def test_the_month_keeps_the_day_that_was_chosen_in_the_week(days, staffed):
    days.press(KEY.Key_Up, (KEY.Key_2, CTRL))
    panel = days.panel("day_view")
    assert panel.months.currentIndex().data(DAY_ROLE).duty_date == staffed.shift.duty_date
    assert texts(panel) == ["昨天的"]


def test_since_my_last_duty_says_what_came(days, staffed):
    panel = days.panel("day_view")
    days.press((KEY.Key_3, CTRL))
    assert panel.view is DaysView.SINCE
    assert "上次值班" in panel._words.text() or "没有值过班" in panel._words.text()
    days.press((KEY.Key_PageUp, CTRL))
    assert panel.view is DaysView.SINCE
    days.press((KEY.Key_Home, CTRL))
    assert panel.view is DaysView.WEEK


def test_a_typed_day_is_shown(days, staffed):
    panel = days.panel("day_view")
    days.press(KEY.Key_F3)
    days.type(f"{staffed.shift.duty_date:%m%d}")
    days.press(KEY.Key_Return)
    assert texts(panel) == ["昨天的"]
    assert panel.weeks.hasFocus()


def test_enter_goes_on_in_the_whole_log_and_f9_prints_the_sheet(days, staffed):
    panel = days.panel("day_view")
    wanted, sheets = [], []
    panel.day_wanted.connect(wanted.append)
    panel.sheet_wanted.connect(sheets.append)
    today = staffed.shift.duty_date + timedelta(days=1)
    days.press(KEY.Key_Return, KEY.Key_F9)
    assert (wanted, sheets) == ([today], [today])


def test_a_new_entry_appears_and_the_chosen_day_stays(days, staffed):
    panel = days.panel("day_view")
    days.press(KEY.Key_Up)
    days.desk.hub.announce(record(staffed, "又一条").changes)
    assert texts(panel) == ["昨天的"]
    days.press(KEY.Key_Down)
    assert texts(panel) == ["今天的", "又一条"]


@pytest.mark.parametrize("view", list(DaysView))
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped(days, theme, view, scale):
    theme.set_scale(scale)
    panel = days.panel("day_view")
    panel.choose_view(view)
    settle()
    assert looking.clipped_texts(panel) == []
    theme.set_scale(100)


def test_the_ribbon_of_the_desk_and_its_log_show_the_same_entry(days, staffed):
    days.desk.hub.announce(record(staffed, "又一条").changes)
    days.press(KEY.Key_F5)
    desk = days.panel()
    assert desk.ribbon.isVisible()
    before, last = (mark.entry_id for mark in desk.ribbon.ribbon().day.marks[-2:])
    desk.log.show_entry(last)
    assert desk.ribbon._selected == last
    desk.ribbon.setFocus()
    days.press(KEY.Key_Left)
    assert desk.selected().entry.id == desk.ribbon._selected == before
