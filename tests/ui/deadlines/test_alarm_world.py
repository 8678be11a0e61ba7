"""3,000 limits, random sleeps, restarts and clock jumps: none lost, none twice, none late."""

import pytest

from dutydesk.domain.alarm_clock import Rung
from tests.ui.deadlines.alarm_world import HEARD_RUNGS, World, judge


@pytest.fixture
def world(monkeypatch, qapp):
    return lambda seed, count=3000, **given: World(seed, count, monkeypatch, **given)


@pytest.mark.parametrize("seed", [2026, 11, 20])
def test_of_three_thousand_limits_none_is_lost_doubled_or_late(world, seed):
    lived = world(seed)
    lived.live()
    verdict = judge(lived)
    assert verdict.faults == (0, 0, 0), (verdict.lost[:3], verdict.double[:3], verdict.late[:3])
    assert len(lived.deadlines) == 3000
    assert verdict.rungs > 2000 * len(HEARD_RUNGS)


def test_an_alarm_that_forgets_what_it_heard_is_found_out(world):
    lived = world(1, 600, days=2.0)
    lived.disk.forgets = True
    lived.live()
    assert judge(lived).double


def test_an_alarm_that_leaves_out_a_rung_is_found_out(world):
    lived = world(1, 300, days=1.0)
    lived.drops = Rung.TONE
    lived.live()
    assert judge(lived).lost


def test_an_alarm_that_looks_too_rarely_is_found_out(world):
    lived = world(1, 300, days=1.0, slowest=90)
    lived.live()
    assert judge(lived).late


def test_an_alarm_that_knows_only_the_machines_clock_is_found_out(world):
    lived = world(1, 600, days=2.0, knows_elapsed=False)
    lived.live()
    assert judge(lived).late
