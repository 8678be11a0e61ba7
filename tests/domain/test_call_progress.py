from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.call_progress import (
    OPEN,
    counting,
    counts,
    has_number,
    next_call,
    next_target,
    settled,
    timing,
)
from dutydesk.domain.call_round import CallParty, CallResult, TargetState
from tests.call_builders import NOW, attempt, call_round, target

A, B, UP = CallParty.A, CallParty.B, CallParty.SUPERIOR
R = CallResult
FAILED = st.sampled_from([R.NO_ANSWER, R.BUSY, R.UNREACHABLE])


def failed(count: int, party: CallParty = A, first: int = 1):
    return [attempt(first + one, R.NO_ANSWER, party) for one in range(count)]


@pytest.mark.parametrize(
    ("tries", "party", "try_no"),
    [
        ([], A, 1),
        (failed(2), A, 3),
        (failed(3), B, 1),
        ([*failed(3), *failed(2, B, 4)], B, 3),
        ([*failed(3), *failed(3, B, 4)], UP, 1),
        ([*failed(3), *failed(3, B, 4), *failed(1, UP, 7)], UP, 2),
    ],
)
def test_a_three_times_then_b_three_times_then_the_superior(tries, party, try_no):
    call = next_call(call_round(), target(), tries)
    assert (call.party, call.try_no) == (party, try_no)


def test_a_busy_line_is_a_try():
    tries = [attempt(n, R.BUSY) for n in (1, 2, 3)]
    assert next_call(call_round(), target(), tries).party is B


def test_whoever_has_no_number_is_passed_over():
    one = target(phone="")
    assert next_call(call_round(), one, []).name == "王某1"
    alone = target(b_name="", b_phone="")
    assert next_call(call_round(), alone, failed(3)).party is UP
    nobody = target(phone="", b_phone="")
    assert next_call(call_round(), nobody, []).phone == "19900000003"
    assert next_call(call_round(superior="", superior_phone=""), nobody, []).party is A


def test_without_a_superior_the_last_is_rung_until_answered():
    bare = call_round(superior="", superior_phone="")
    call = next_call(bare, target(), [*failed(3), *failed(5, B, 4)])
    assert (call.party, call.try_no) == (B, 6)


def test_the_target_knows_its_own_superior_better_than_the_round():
    one = target(superior="张某", superior_phone="19900000099", party=UP)
    assert next_call(call_round(), one, []).name == "张某"
    assert has_number(call_round(superior_phone=""), target(), UP)


def test_an_answer_settles_whenever_it_comes():
    one = target()
    assert settled(one, []).state is TargetState.WAITING
    assert settled(one, failed(1)).state is TargetState.TRYING
    told = [*failed(1), attempt(2, R.ANSWERED, UP)]
    assert settled(one, told).state is TargetState.ESCALATED
    late = [*told, attempt(3, R.ANSWERED, A)]
    assert settled(one, late).state is TargetState.ANSWERED
    assert settled(one, late).reached_at == late[-1].at
    b = settled(one, [attempt(1, R.ANSWERED, B)])
    assert (b.state, b.reached_at) == (TargetState.ANSWERED_BY_B, NOW + timedelta(minutes=1))


def test_a_slip_counts_as_what_it_was_put_right_to():
    slip = attempt(1, R.ANSWERED)
    right = attempt(2, R.NO_ANSWER, corrects=slip.id)
    assert counting([slip, right]) == [right]
    assert settled(target(), [slip, right]).state is TargetState.TRYING
    void = attempt(2, R.VOID, corrects=slip.id)
    assert counting([slip, void]) == []
    assert settled(target(), [slip, void]).state is TargetState.WAITING


def test_the_untried_come_first_then_whoever_failed_longest_ago():
    tried = [target(n, state=TargetState.TRYING) for n in (1, 2)]
    fresh = target(3)
    attempts = {"t1": [attempt(5)], "t2": [attempt(4)]}
    later = NOW + timedelta(minutes=9)
    assert next_target(call_round(), [*tried, fresh], attempts, later) == fresh
    assert next_target(call_round(), tried, attempts, later) == tried[1]
    assert next_target(call_round(), tried, attempts, later, apart_from="t2") == tried[0]
    assert next_target(call_round(), tried[:1], attempts, later, apart_from="t1") == tried[0]
    assert next_target(call_round(), [], {}, later) is None


def test_a_number_that_was_just_rung_gets_its_pause_but_another_party_needs_none():
    first, second = (target(n, state=TargetState.TRYING) for n in (1, 2))
    attempts = {"t1": [attempt(4)], "t2": failed(3, first=2)}
    # Both were rung at minute 4; the B of the second was not rung yet.
    at = NOW + timedelta(minutes=4, seconds=10)
    assert next_target(call_round(), [first, second], attempts, at) == second


@given(
    steps=st.lists(st.tuples(st.integers(1, 6), st.sampled_from(list(R)[:4])), max_size=60),
    has_b=st.booleans(),
    max_tries=st.integers(1, 4),
)
def test_whatever_is_pressed_the_round_stays_true(steps, has_b, max_tries):
    the_round = call_round(max_tries=max_tries)
    b = {} if has_b else {"b_name": "", "b_phone": ""}
    targets = {f"t{n}": target(n, **b) for n in range(1, 7)}
    attempts: dict[str, list] = {key: [] for key in targets}
    for place, (number, result) in enumerate(steps, 1):
        key = f"t{number}"
        call = next_call(the_round, targets[key], attempts[key])
        tried = sum(one.party is call.party for one in counting(attempts[key]))
        assert call.party is UP or tried < max_tries
        assert call.party is not B or has_b
        attempts[key].append(attempt(place, result, call.party, target_id=key))
        targets[key] = settled(targets[key], attempts[key])
        counted = counts(the_round, targets.values())
        assert counted.total == counted.reached + counted.escalated + counted.open == 6
        assert counted.in_time <= counted.reached
    now = NOW + timedelta(hours=1)
    chosen = next_target(the_round, list(targets.values()), attempts, now)
    assert (chosen is None) == all(one.state not in OPEN for one in targets.values())
    waiting = [one for one in targets.values() if one.state is TargetState.WAITING]
    assert not waiting or chosen == waiting[0]


@given(results=st.lists(FAILED, min_size=0, max_size=9))
def test_nobody_unanswered_is_ever_done_before_the_superior_knows(results):
    tries: list = []
    for number, result in enumerate(results, 1):
        call = next_call(call_round(), target(), tries)
        tries.append(attempt(number, result, call.party))
    assert settled(target(), tries).state in OPEN
    assert (next_call(call_round(), target(), tries).party is UP) == (len(tries) >= 6)


def test_counts_and_times_tell_how_far_it_is():
    targets = [
        target(1, state=TargetState.ANSWERED, reached_at=NOW + timedelta(minutes=5)),
        target(2, state=TargetState.ANSWERED_BY_B, reached_at=NOW + timedelta(minutes=6)),
        target(3, state=TargetState.ESCALATED),
        target(4, state=TargetState.SKIPPED),
        target(5, state=TargetState.TRYING),
        target(6),
    ]
    found = counts(call_round(), targets)
    assert (found.asked, found.reached, found.in_time, found.open, found.unreached) == (
        5,
        2,
        1,
        2,
        3,
    )
    attempts = {"t5": [attempt(3)]}
    times = timing(call_round(), targets, attempts, NOW + timedelta(minutes=7))
    assert (times.elapsed, times.longest, times.is_over) == (
        timedelta(minutes=7),
        timedelta(minutes=7),
        True,
    )
    early = timing(call_round(), targets, attempts, NOW + timedelta(minutes=5))
    assert not early.is_over
    ended = call_round(ended_at=NOW + timedelta(minutes=3))
    assert timing(ended, targets, {}, NOW + timedelta(hours=2)).elapsed == timedelta(minutes=3)
    assert not timing(call_round(), targets[:4], {}, NOW + timedelta(hours=2)).is_over
