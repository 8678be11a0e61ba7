from datetime import date

from PySide6.QtCore import Qt

from dutydesk.domain.instants import from_iso
from dutydesk.ui.duty_log.days_head import DaysHead, DaysView
from tests.ui import looking
from tests.ui.live_desk import settle

NOW = from_iso("2026-11-21T02:15")


def head_of(theme, qtbot):
    head = DaysHead(theme)
    qtbot.addWidget(head)
    head.resize(880, 90)
    head.show()
    head.show_view(DaysView.WEEK, "2026年11月16日至11月22日")
    return head


def test_the_view_that_is_shown_is_marked_and_its_steps_are_named(theme, qtbot):
    head = head_of(theme, qtbot)
    assert head._tabs[DaysView.WEEK].isChecked()
    assert "前一周" in head._before.text()
    head.show_view(DaysView.MONTH, "2026年11月")
    assert head._tabs[DaysView.MONTH].isChecked()
    assert "后一月" in head._after.text()
    head.show_view(DaysView.SINCE, "上次值班以来")
    assert not head._before.isEnabled()
    settle()
    assert looking.clipped_texts(head) == []


def test_a_typed_day_is_asked_for_and_one_that_cannot_be_read_is_marked(theme, qtbot):
    head = head_of(theme, qtbot)
    asked = []
    head.day_wanted.connect(asked.append)
    head.day.setText("1120")
    head.read_day(NOW)
    head.day.setText("早上")
    head.read_day(NOW)
    assert asked == [date(2026, 11, 20)]
    assert head.day.property("wrong")
    head.day.clear()
    head.read_day(NOW)
    assert asked == [date(2026, 11, 20), None]


def test_buttons_ask_for_views_and_steps(theme, qtbot):
    head = head_of(theme, qtbot)
    views, steps = [], []
    head.view_wanted.connect(views.append)
    head.steps_wanted.connect(steps.append)
    for button in (head._tabs[DaysView.MONTH], head._before, head._after):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (views, steps) == ([DaysView.MONTH], [-1, 1])
