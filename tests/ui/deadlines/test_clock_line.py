from datetime import UTC, datetime, timedelta

import pytest

from dutydesk.ui.deadlines.clock_line import ClockLine, ClockShape, in_order

NOW = datetime(2026, 11, 20, 18, 15, tzinfo=UTC)


def line(minutes, **facts):
    due_at = None if minutes is None else NOW + timedelta(minutes=minutes)
    return ClockLine("1", "首报(电话)", "燃气泄漏", due_at, "区政府总值班室", **facts)


@pytest.mark.parametrize(
    ("minutes", "is_item", "shape", "countdown"),
    [
        (0, False, ClockShape.OVERDUE, "+00:00"),
        (-8, False, ClockShape.OVERDUE, "+00:08"),
        (10, False, ClockShape.SOON, "00:10"),
        (11, False, ClockShape.RUNNING, "00:11"),
        (345, False, ClockShape.RUNNING, "05:45"),
        (6000, False, ClockShape.RUNNING, "4天"),
        (5, True, ClockShape.ITEM, "00:05"),
        (-5, True, ClockShape.OVERDUE, "+00:05"),
        (None, True, ClockShape.ITEM, ""),
    ],
)
def test_shape_and_countdown_change_at_the_limits(minutes, is_item, shape, countdown):
    made = line(minutes, is_item=is_item)
    assert made.shape(NOW) is shape
    assert made.countdown(NOW) == countdown


def test_the_spoken_line_says_all_and_masked_only_the_step_and_time():
    assert line(12).spoken(NOW) == "首报(电话) 燃气泄漏 报区政府总值班室 02:27前，还剩12分"
    assert line(-8).spoken(NOW, is_masked=True) == "首报(电话) 02:07前，已超8分"


def test_the_soonest_comes_first_and_what_has_no_time_last():
    lines = [line(None, is_item=True), line(30), line(-3)]
    assert [one.due_at for one in in_order(lines)] == [lines[2].due_at, lines[1].due_at, None]
