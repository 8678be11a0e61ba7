from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.daily_times import DailyTimes, last_daily, next_daily
from tests.incident_builders import at

TWICE = frozenset({"08:00", "17:00"})
SINCE = at("2026-11-20 09:30")


def daily(*sent: str, times: frozenset[str] = TWICE, since: datetime = SINCE) -> DailyTimes:
    return DailyTimes(times, since, tuple(map(at, sent)))


@pytest.mark.parametrize(
    ("after", "due"),
    [
        ("2026-11-21 02:45", "2026-11-21 08:00"),
        ("2026-11-21 08:00", "2026-11-21 17:00"),
        ("2026-11-21 17:00", "2026-11-22 08:00"),
        ("2026-11-30 17:00", "2026-12-01 08:00"),
        ("2026-12-31 23:59", "2027-01-01 08:00"),
        ("2028-02-28 20:00", "2028-02-29 08:00"),
        ("2028-02-29 17:01", "2028-03-01 08:00"),
        ("2027-02-28 18:00", "2027-03-01 08:00"),
    ],
)
def test_the_next_daily_time_is_found_over_days_months_and_leap_days(after: str, due: str) -> None:
    assert next_daily(["17:00", "08:00"], at(after)) == at(due)


@pytest.mark.parametrize("summer_time_day", ["2026-03-29 00:30", "2026-10-25 00:30"])
def test_china_has_no_summer_time(summer_time_day: str) -> None:
    assert next_daily(["08:00"], at(summer_time_day)) - at(summer_time_day) == timedelta(
        hours=7, minutes=30
    )


@given(st.integers(0, 5 * 366 * 24 * 3600))
def test_an_instant_lies_between_its_two_daily_times(seconds: int) -> None:
    instant = at("2024-01-01 00:00") + timedelta(seconds=seconds)
    times = ["08:00", "17:00"]
    assert last_daily(times, instant) < instant < next_daily(times, instant)
    assert next_daily(times, instant) - instant <= timedelta(hours=15)


@pytest.mark.parametrize(
    ("sent", "answers"),
    [
        ("2026-11-20 09:30", "2026-11-20 17:00"),
        ("2026-11-20 17:00", "2026-11-20 17:00"),
        ("2026-11-20 17:05", "2026-11-20 17:00"),
        ("2026-11-21 00:30", "2026-11-20 17:00"),
        ("2026-11-21 00:31", "2026-11-21 08:00"),
        ("2026-11-22 07:55", "2026-11-22 08:00"),
    ],
)
def test_a_report_answers_the_end_of_its_window_unless_it_is_the_late_one_of_the_beginning(
    sent: str, answers: str
) -> None:
    assert daily().answered_by(at(sent)) == at(answers)


def test_a_report_after_a_time_that_was_met_answers_the_next_one() -> None:
    assert daily("2026-11-20 16:00").answered_by(at("2026-11-20 17:05")) == at("2026-11-21 08:00")


def test_a_report_in_the_second_the_times_begin_to_hold_answers_the_next_one() -> None:
    held = daily(since=at("2026-11-20 08:00"))
    assert held.answered_by(at("2026-11-20 08:00")) == at("2026-11-20 17:00")
    answered = daily("2026-11-20 08:00", since=at("2026-11-20 08:00"))
    assert answered.running(at("2026-11-20 08:01")) == at("2026-11-21 08:00")


def test_once_a_day_half_an_hour_late_leaves_the_next_day_its_report() -> None:
    held = daily("2026-11-20 17:30", times=frozenset({"17:00"}))
    assert held.missed(at("2026-11-20 17:31")) is None
    assert held.running(at("2026-11-20 17:31")) == at("2026-11-21 17:00")


def test_every_daily_time_runs_when_it_comes_whatever_was_missed_before() -> None:
    held = daily()
    assert held.missed(at("2026-11-20 17:00")) is None
    assert held.running(at("2026-11-20 17:00")) == at("2026-11-20 17:00")
    for day in range(21, 29):
        for hour, passed, coming in (
            ("08:01", f"2026-11-{day} 08:00", f"2026-11-{day} 17:00"),
            ("17:01", f"2026-11-{day} 17:00", f"2026-11-{day + 1} 08:00"),
        ):
            now = at(f"2026-11-{day} {hour}")
            assert (held.missed(now), held.running(now)) == (at(passed), at(coming))
    assert held.missed_count(at("2026-11-28 17:01")) == 17


def test_a_report_settles_everything_missed_before_it() -> None:
    held = daily("2026-11-24 07:55")
    assert held.missed_count(at("2026-11-24 16:00")) == 0
    assert held.running(at("2026-11-24 16:00")) == at("2026-11-24 17:00")


_MINUTES = st.integers(0, 20_000)


@given(sent=st.lists(_MINUTES, max_size=8), later=_MINUTES, one_time=st.booleans())
def test_what_runs_lies_ahead_what_was_missed_behind_and_both_end_after_they_start(
    sent: list[int], later: int, one_time: bool
) -> None:
    moments = sorted(SINCE + timedelta(minutes=one) for one in sent)
    times = frozenset({"17:00"}) if one_time else TWICE
    held = DailyTimes(times, SINCE, tuple(moments))
    now = max([SINCE, *moments]) + timedelta(minutes=later)
    missed, running = held.missed(now), held.running(now)
    assert running >= now
    assert held.starts_at(running) < running
    if missed is not None:
        assert missed < now
        assert held.starts_at(missed) < missed
    assert (held.missed_count(now) > 0) == (missed is not None)
    answered = held.answered_by(now)
    assert held.starts_at(answered) < answered
