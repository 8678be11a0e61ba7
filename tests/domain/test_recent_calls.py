from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.recent_calls import HALF_LIFE, MOST, CallMade, numbers_called

NOW = datetime(2026, 11, 20, 18, 15, tzinfo=UTC)


def call(phone: str, **ago: float) -> CallMade:
    return CallMade(phone, NOW - timedelta(**ago))


def test_the_newer_of_two_calls_weighs_more() -> None:
    calls = [call("19900000001", days=3), call("19900000002", hours=1)]
    assert numbers_called(calls, NOW) == ["19900000002", "19900000001"]


def test_a_call_counts_half_after_a_week_so_three_old_ones_outweigh_a_new_one() -> None:
    old = [CallMade("0000-6511554", NOW - HALF_LIFE)] * 3
    assert numbers_called([*old, call("19900000002")], NOW)[0] == "00006511554"
    assert numbers_called([*old[:1], call("19900000002")], NOW)[0] == "19900000002"


def test_a_hotline_and_no_number_at_all_lift_nobody() -> None:
    assert numbers_called([call("119"), call("12345"), call("")], NOW) == ["12345"]
    assert numbers_called([call("1234")], NOW) == []


def test_a_clock_that_was_put_back_breaks_nothing() -> None:
    ahead = CallMade("19900000001", NOW + timedelta(days=9000))
    assert numbers_called([ahead, call("19900000002")], NOW) == ["19900000001", "19900000002"]


@given(st.lists(st.tuples(st.integers(10000, 10100), st.integers(0, 10**9)), max_size=80))
def test_never_more_than_the_foremost_and_none_twice(made: list[tuple[int, int]]) -> None:
    calls = [CallMade(str(number), NOW - timedelta(seconds=age)) for number, age in made]
    found = numbers_called(calls, NOW)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert set(found) <= {one.phone for one in calls}
