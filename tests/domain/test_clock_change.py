from datetime import timedelta

import pytest

from dutydesk.domain.clock_change import ClockChange, ClockReading, change_between, set_back
from dutydesk.domain.instants import from_iso
from tests.domain.test_duty_log import NOW

MINUTE = timedelta(minutes=1)
YEARS = timedelta(days=24 * 365)


def after(jump: timedelta, passed: timedelta = timedelta(seconds=15)):
    now = ClockReading(NOW + passed + jump, int(passed.total_seconds() * 1000))
    return change_between(ClockReading(NOW, 0), now, MINUTE)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), -YEARS, YEARS])
def test_a_jump_is_a_change_of_that_size(jump: timedelta) -> None:
    change = after(jump)
    assert change is not None
    assert change.by == jump
    assert change.before == NOW + timedelta(seconds=15)


@pytest.mark.parametrize("drift", [timedelta(0), timedelta(seconds=60), timedelta(seconds=-60)])
def test_drift_within_the_limit_is_none(drift: timedelta) -> None:
    assert after(drift) is None


def test_sleep_is_no_change_however_long_but_a_change_in_sleep_is() -> None:
    night = timedelta(hours=9)
    assert after(timedelta(0), night) is None
    change = after(timedelta(hours=-1), night)
    assert change is not None
    assert change.by == timedelta(hours=-1)


def test_midnight_is_no_change_and_a_leap_over_it_is() -> None:
    late = from_iso("2026-11-20T23:59:50+08:00")
    seen = ClockReading(late, 0)
    assert change_between(seen, ClockReading(late + timedelta(seconds=15), 15_000), MINUTE) is None
    leapt = change_between(seen, ClockReading(late + timedelta(hours=2), 15_000), MINUTE)
    assert leapt is not None
    assert leapt.after == late + timedelta(hours=2)


def test_only_a_clock_before_the_newest_record_was_put_back() -> None:
    assert set_back(NOW, NOW - MINUTE, MINUTE) is None
    assert set_back(NOW, NOW + YEARS, MINUTE) is None
    change = set_back(NOW, NOW - YEARS, MINUTE)
    assert change is not None
    assert change.by == -YEARS


def test_the_same_change_seen_again_a_moment_later_goes_on_with_it() -> None:
    first = ClockChange(NOW, NOW - timedelta(hours=1))
    again = ClockChange(NOW + MINUTE, NOW - timedelta(hours=1) + timedelta(seconds=10))
    assert again.continues(first, MINUTE)
    assert not ClockChange(NOW, NOW + timedelta(hours=1)).continues(first, MINUTE)
    assert not ClockChange(NOW, NOW - timedelta(hours=3)).continues(first, MINUTE)
