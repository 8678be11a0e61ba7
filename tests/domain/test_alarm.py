from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.alarm import (
    PUT_BACK_AFTER,
    AlarmClock,
    Rung,
    acknowledge,
    climb,
    must_sound,
    rung_at,
    still_missed,
)
from tests.incident_builders import at

DUE = at("2026-11-21 02:40")
CLOCK = AlarmClock("c", DUE)


def walk(minutes, clocks=(CLOCK,), states=None):
    """Climb at each of these minutes before (negative) or after the limit; return what rang."""
    states, off = dict(states or {}), []
    for minute in minutes:
        ladder = climb(clocks, states, DUE + timedelta(minutes=minute))
        states = dict(ladder.states)
        off += [(minute, one.rung, one.is_missed) for one in ladder.raised]
    return states, off


@pytest.mark.parametrize(
    ("minutes", "rung"),
    [
        (-10.02, Rung.QUIET),
        (-10, Rung.BANNER),
        (-5.02, Rung.BANNER),
        (-5, Rung.TONE),
        (-0.02, Rung.TONE),
        (0, Rung.DUE),
        (4.98, Rung.DUE),
        (5, Rung.LATE),
        (600, Rung.LATE),
    ],
)
def test_each_rung_begins_at_its_instant(minutes, rung):
    assert rung_at(CLOCK, DUE + timedelta(minutes=minutes)) is rung


def test_every_rung_is_heard_once_on_the_way_to_the_limit():
    _, off = walk([minute / 6 for minute in range(-90, 90)])
    assert [rung for _, rung, _ in off] == [Rung.BANNER, Rung.TONE, Rung.DUE, Rung.LATE]
    assert [minute for minute, _, _ in off] == [-10, -5, 0, 5]
    assert not any(is_missed for _, _, is_missed in off)


def test_a_sleep_of_six_hours_is_made_up_for_once_and_said_to_be_missed():
    _, off = walk([-30, 330, 331, 332])
    assert off == [(330, Rung.LATE, True)]


def test_a_restart_neither_repeats_nor_loses_an_alarm():
    states, _ = walk([-10, -5])
    _, off = walk([-4, -1, 0, 1], states=states)
    assert off == [(0, Rung.DUE, False)]


def test_a_clock_set_back_an_hour_is_heard_again_when_the_time_comes():
    _, off = walk([-10, -5, 0, 1, -59, -10, -5, 0, 1])
    assert [minute for minute, _, _ in off] == [-10, -5, 0] * 2


def test_a_clock_set_right_by_less_than_a_minute_raises_nothing_twice():
    _, off = walk([-10, -10.5, -10, -5, -5.9, -5, 0, -0.9, 0, 1])
    assert [minute for minute, _, _ in off] == [-10, -5, 0]


def test_a_clock_an_hour_fast_that_was_acknowledged_does_not_silence_the_real_deadline():
    states, _ = walk([-20, 40])
    states, off = walk([-19, -10, -5, 0], states=acknowledge(states, ["c"]))
    assert off == [
        (-10, Rung.BANNER, False),
        (-5, Rung.TONE, False),
        (0, Rung.DUE, False),
    ]
    assert states["c"].is_standing


def test_a_clock_set_forward_an_hour_raises_at_once():
    _, off = walk([-50, 10, 11])
    assert off == [(10, Rung.LATE, True)]


def test_a_report_takes_the_alarm_away():
    states, _ = walk([-4])
    assert climb([], states, DUE).states == {}


def test_a_new_limit_of_the_same_matter_is_heard_anew():
    states, _ = walk([0])
    moved = AlarmClock("c2", DUE - timedelta(minutes=30))
    assert climb([CLOCK, moved], states, DUE).raised[0].key == "c2"


def test_what_was_acknowledged_stands_no_more_until_the_next_rung():
    states, _ = walk([-10])
    states = acknowledge(states, ["c"])
    assert not states["c"].is_standing
    states, off = walk([-9, -5], states=states)
    assert off == [(-5, Rung.TONE, False)]
    assert states["c"].is_standing


def test_standing_alarms_are_told_loudest_first():
    clocks = [AlarmClock("a", DUE + timedelta(minutes=8)), CLOCK]
    assert [one.key for one in climb(clocks, {}, DUE).standing()] == ["c", "a"]


def test_an_open_item_is_heard_once_at_its_time():
    item = AlarmClock("i", DUE, is_item=True)
    _, off = walk([-10, -5, -1, 0, 1, 60], clocks=(item,))
    assert off == [(0, Rung.TONE, False)]


def test_the_tone_comes_again_every_twenty_seconds_until_acknowledged():
    states, _ = walk([0])
    second = timedelta(seconds=1)
    assert must_sound(states.values(), None, DUE)
    assert not must_sound(states.values(), DUE, DUE + 19 * second)
    assert must_sound(states.values(), DUE, DUE + 20 * second)
    assert must_sound(states.values(), DUE, DUE - timedelta(hours=1))
    assert not must_sound(acknowledge(states, ["c"]).values(), None, DUE)
    assert not must_sound(walk([-4])[0].values(), None, DUE)


_WAY = st.lists(st.integers(-700, 700), min_size=1, max_size=60)


@given(_WAY)
def test_while_the_clock_goes_on_each_rung_is_heard_at_most_once(way):
    rungs = [rung for _, rung, _ in walk(sorted(way))[1]]
    assert rungs == sorted(set(rungs))


@given(_WAY, st.booleans())
def test_whatever_the_clock_does_no_rung_is_lost_and_none_stays_that_lies_ahead(way, by_name):
    states = {}
    for minute in way:
        states, _ = walk([minute], states=states)
        states = acknowledge(states, ["c"]) if by_name else states
        now = DUE + timedelta(minutes=minute)
        raised = states["c"].raised if states else Rung.QUIET
        assert rung_at(CLOCK, now) <= raised <= rung_at(CLOCK, now + PUT_BACK_AFTER)


def missed_on(minutes, since=None, states=None, steady=None, clock=CLOCK):
    now = DUE + timedelta(minutes=minutes)
    before = None if since is None else DUE + timedelta(minutes=since)
    ahead = None if steady is None else DUE + timedelta(minutes=steady)
    ladder = climb((clock,), states or {}, now, since=before, steady=ahead)
    return [(one.rung, int((one.at - DUE).total_seconds() // 60)) for one in ladder.missed]


def test_every_rung_that_was_slept_through_is_listed_with_its_time():
    slept = [(Rung.BANNER, -10), (Rung.TONE, -5), (Rung.DUE, 0)]
    assert missed_on(330, since=-30) == slept
    known, _ = walk([-30])
    assert missed_on(330, states=known) == slept, "the first look after a start"
    heard, _ = walk([-7])
    assert missed_on(330, since=-7, states=heard) == slept[1:]


def test_what_had_run_out_before_it_was_put_on_file_was_missed_by_nobody():
    assert missed_on(330, since=329) == []
    assert missed_on(330) == [], "put on file by the command line while the desk was closed"


def test_the_next_daily_time_of_a_known_matter_was_missed_as_well():
    known, _ = walk([-30], clocks=(AlarmClock("m@1", DUE - timedelta(hours=9)),))
    clock = AlarmClock("m@2", DUE)
    assert missed_on(330, states=known, clock=clock)[-1] == (Rung.DUE, 0)


def test_an_item_that_was_slept_through_is_listed_once():
    assert missed_on(60, since=-60, clock=AlarmClock("i", DUE, is_item=True)) == [(Rung.TONE, 0)]


def test_what_was_missed_leaves_the_list_when_its_time_lies_ahead_again():
    listed = climb((CLOCK,), {}, DUE + timedelta(minutes=2), since=DUE - timedelta(hours=1)).missed
    assert still_missed(listed, DUE) == listed
    assert still_missed(listed, DUE - timedelta(minutes=4)) == listed[:2]
    assert still_missed(listed, DUE - timedelta(hours=1)) == ()
    assert still_missed(listed, DUE - timedelta(days=8766), DUE) == listed


def test_five_minutes_over_nobody_is_called_again_who_has_said_that_he_heard():
    states, off = walk([-10, -5, 0, 5])
    assert off[-1] == (5, Rung.LATE, False)
    assert states["c"].is_standing
    states, _ = walk([-10, -5, 0])
    states, off = walk([4, 5, 6], states=acknowledge(states, ["c"]))
    assert off == []
    assert not states["c"].is_standing


def along(steps, states=None):
    """Climb at pairs of minutes: what the clock says, and what it would say untouched."""
    states, off, since = dict(states or {}), [], None
    for clock, steady in steps:
        now, ahead = DUE + timedelta(minutes=clock), DUE + timedelta(minutes=steady)
        ladder = climb((CLOCK,), states, now, since=since, steady=ahead)
        states, since = dict(ladder.states), max(now, ahead)
        off += [(steady, one.rung) for one in ladder.raised]
    return states, off


@pytest.mark.parametrize("back", [60, 24 * 365 * 24 * 60])
def test_a_clock_put_back_by_mistake_delays_no_alarm_and_repeats_none_once_it_is_right(back):
    _, off = along(
        [(-11, -11), *((at - back, at) for at in (-10, -5, 0, 1, 2)), *((at, at) for at in (3, 6))]
    )
    assert off == [(-10, Rung.BANNER), (-5, Rung.TONE), (0, Rung.DUE), (6, Rung.LATE)]


def test_two_times_that_never_agree_are_both_heard_at_the_limit():
    states, off = along([(-70, -10), (-65, -5), (-60, 0), (-59, 1), (-1, 59), (0, 60), (1, 61)])
    assert off == [
        (-10, Rung.BANNER),
        (-5, Rung.TONE),
        (0, Rung.DUE),
        (59, Rung.LATE),
        (60, Rung.LATE),
    ]
    assert states["c"].is_standing


def test_once_the_clock_is_said_to_be_right_its_own_time_holds():
    states, _ = along([(-70, -10), (-65, -5), (-60, 0)])
    states, off = along([(-59, -59), (-10, -10), (-5, -5), (0, 0)], states)
    assert off == [(-10, Rung.BANNER), (-5, Rung.TONE), (0, Rung.DUE)]


def test_it_is_told_when_the_next_rung_begins():
    later = AlarmClock("l", DUE + timedelta(hours=2))
    ladder = climb((CLOCK, later), {}, DUE - timedelta(minutes=7))
    assert ladder.next_at == DUE - timedelta(minutes=5)
    assert climb((CLOCK,), {}, DUE + timedelta(minutes=6)).next_at is None
    assert climb((), {}, DUE).next_at is None
