from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF

from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.incident_timeline import (
    IncidentTimeline,
    MarkKind,
    TimelineClock,
    TimelineMark,
)
from dutydesk.domain.report import ReportMedium
from dutydesk.ui.incident.timeline_layout import TimelineLayout, bar_end, clock_label
from tests.incident_builders import RECEIVED, at


def mark(minutes, word="记录", kind=MarkKind.ENTRY, **changes):
    when = RECEIVED + timedelta(minutes=minutes)
    return TimelineMark(kind=kind, at=when, word=word, words=word, **changes)


def clock(status=ClockStatus.MET, medium=ReportMedium.PHONE, stopped=10, due=30):
    return TimelineClock(
        medium=medium,
        starts_at=RECEIVED,
        due_at=RECEIVED + timedelta(minutes=due),
        status=status,
        word="首报",
        words="首报（电话）：时限02:45",
        stopped_at=RECEIVED + timedelta(minutes=stopped) if stopped is not None else None,
    )


def timeline(*marks, clocks=(), end=120):
    return IncidentTimeline(
        incident_id="i1",
        incident_no="2026-001",
        title="火灾",
        starts_at=RECEIVED,
        ends_at=RECEIVED + timedelta(minutes=end),
        is_running=True,
        as_of=RECEIVED + timedelta(minutes=end),
        marks=marks,
        clocks=clocks,
    )


def marks_of(layout):
    return [one for one in layout.placed if isinstance(one.item, TimelineMark)]


def test_words_never_lie_on_each_other(theme):
    marks = [mark(n, f"第{n}条记录") for n in range(12)]
    layout = TimelineLayout(timeline(*marks), theme, 700, 20)
    labels = [one.label for one in layout.placed if one.words]
    assert len(labels) == 12
    for at_, one in enumerate(labels):
        assert not any(one.intersects(other) for other in labels[at_ + 1 :])
        assert one.left() >= 0
        assert one.right() <= 701


def test_past_the_last_row_marks_stand_without_words(theme):
    marks = [mark(n, f"第{n}条记录") for n in range(12)]
    few = TimelineLayout(timeline(*marks), theme, 400, 2)
    many = TimelineLayout(timeline(*marks), theme, 400, 20)
    assert few.height < many.height
    assert any(not one.words for one in marks_of(few))
    assert len(marks_of(few)) == 12


def test_two_clocks_of_a_lane_have_a_row_each(theme):
    both = TimelineLayout(timeline(clocks=(clock(), clock(due=40))), theme, 700, 6)
    one = TimelineLayout(timeline(clocks=(clock(),)), theme, 700, 6)
    assert both.height > one.height
    assert both.placed[0].at.y() != both.placed[1].at.y()


def test_a_click_finds_the_mark_under_it_and_keys_go_in_time(theme):
    layout = TimelineLayout(timeline(mark(60), mark(5), clocks=(clock(),)), theme, 700, 6)
    placed = layout.in_time()
    assert [one.at.x() for one in placed] == sorted(one.at.x() for one in placed)
    for one in placed:
        assert layout.found_at(one.area.center()) is not None
    assert layout.found_at(QPointF(1, 1)) is None


def test_the_axis_says_the_day_once(theme):
    layout = TimelineLayout(timeline(mark(5), mark(60)), theme, 900, 6)
    words = [word for _, word in layout.ticks()]
    assert words[0].startswith("11月21日 ")
    assert not any("月" in word for word in words[1:])


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (ClockStatus.MET, "✓ 首报 时限02:45 按时"),
        (ClockStatus.MET_LATE, "× 首报 时限02:45 迟报"),
        (ClockStatus.OVERDUE, "▲ 首报 时限02:45 已超时"),
        (ClockStatus.RUNNING, "● 首报 时限02:45 计时中"),
    ],
)
def test_a_clock_is_told_by_shape_and_word(status, words):
    assert clock_label(clock(status)) == words


def test_a_bar_goes_on_to_what_came_late(theme):
    assert bar_end(clock(ClockStatus.MET, stopped=10), RECEIVED) == at("2026-11-21 02:45")
    assert bar_end(clock(ClockStatus.MET_LATE, stopped=50), RECEIVED) == at("2026-11-21 03:05")
    now = at("2026-11-21 04:00")
    assert bar_end(clock(ClockStatus.OVERDUE, stopped=None), now) == now
