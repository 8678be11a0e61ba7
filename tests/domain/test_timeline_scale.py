from datetime import timedelta

import pytest

from dutydesk.domain.instants import china
from dutydesk.domain.timeline_scale import TimelineScale
from tests.incident_builders import at


def test_minutes_stand_to_scale_while_something_happens() -> None:
    scale = TimelineScale([at("2026-11-21 02:00"), at("2026-11-21 02:20"), at("2026-11-21 02:40")])
    assert scale.place(at("2026-11-21 02:00")) == 0.0
    assert scale.place(at("2026-11-21 02:10")) == pytest.approx(0.25)
    assert scale.place(at("2026-11-21 02:40")) == 1.0
    assert scale.breaks == []


def test_a_quiet_night_is_cut_short_and_says_how_long_it_was() -> None:
    first, last, morning = (at(f"2026-11-21 {clock}") for clock in ("01:00", "01:40", "08:40"))
    scale = TimelineScale([morning, first, last])
    assert scale.place(last) == pytest.approx(0.5)
    assert [one.length for one in scale.breaks] == [timedelta(hours=7)]
    assert (scale.breaks[0].begins, scale.breaks[0].ends) == (pytest.approx(0.5), 1.0)


def test_what_lies_outside_stands_at_the_nearer_end() -> None:
    scale = TimelineScale([at("2026-11-21 02:00"), at("2026-11-21 02:30")])
    assert scale.place(at("2026-11-20 02:00")) == 0.0
    assert scale.place(at("2026-11-22 02:00")) == 1.0


def test_one_instant_alone_has_a_place() -> None:
    scale = TimelineScale([at("2026-11-21 02:00")])
    assert scale.place(at("2026-11-21 02:00")) == 0.0
    assert scale.ticks(5) == []


@pytest.mark.parametrize("most", [3, 6, 12])
def test_ticks_are_round_wall_clock_times_and_no_more_than_fit(most: int) -> None:
    start = at("2026-11-21 02:07")
    scale = TimelineScale([start + timedelta(minutes=30 * n) for n in range(6)])
    found = scale.ticks(most)
    assert 1 <= len(found) <= most
    assert all(china(tick).minute % 5 == 0 for tick in found)
    assert found == sorted(set(found))


def test_no_tick_stands_inside_of_a_break() -> None:
    scale = TimelineScale([at("2026-11-21 01:00"), at("2026-11-21 01:30"), at("2026-11-21 08:00")])
    assert all(tick <= at("2026-11-21 01:30") for tick in scale.ticks(20))
    assert len(scale.ticks(20)) > 1
