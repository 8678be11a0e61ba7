from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain import cut_off
from dutydesk.domain.instants import CHINA, china, from_iso
from tests.reporting_builders import DUE

TIMES = ("17:00",)
instants = st.datetimes(
    from_iso("2004-01-01T00:00").replace(tzinfo=None),
    from_iso("2035-12-31T00:00").replace(tzinfo=None),
    timezones=st.just(CHINA),
)
clocks = st.lists(
    st.times().map(lambda one: one.strftime("%H:%M")), min_size=1, max_size=4, unique=True
)


@pytest.mark.parametrize(
    ("now", "last", "ahead"),
    [
        ("2026-11-30T17:01", "2026-11-30T17:00", "2026-12-01T17:00"),
        ("2028-02-29T08:00", "2028-02-28T17:00", "2028-02-29T17:00"),
        ("2028-03-01T08:00", "2028-02-29T17:00", "2028-03-01T17:00"),
        ("2027-02-28T23:59", "2027-02-28T17:00", "2027-03-01T17:00"),
        ("2026-12-31T18:00", "2026-12-31T17:00", "2027-01-01T17:00"),
        # The very minute belongs to the day that ends.
        ("2026-11-20T17:00", "2026-11-20T17:00", "2026-11-20T17:00"),
    ],
)
def test_a_report_day_runs_from_cut_off_to_cut_off(now, last, ahead):
    at = from_iso(now)
    assert cut_off.last_cut_off(TIMES, at) == from_iso(last)
    assert cut_off.next_cut_off(TIMES, at) == from_iso(ahead)


@given(instants, clocks)
def test_every_instant_lies_in_one_report_day(at, times):
    at = at.replace(microsecond=0)
    ahead = cut_off.next_cut_off(times, at)
    begin = cut_off.starts_at(times, ahead)
    assert begin < at <= ahead
    assert cut_off.is_cut_off(times, ahead)
    assert cut_off.is_cut_off(times, begin)
    days = {china(begin).date() + timedelta(days=n) for n in range(3)}
    between = [one for one in cut_off.cut_offs_of(times, sorted(days)) if begin < one < ahead]
    assert between == []


def test_several_cut_offs_a_day_each_have_their_day():
    times = ("08:00", "17:00")
    at = from_iso("2026-11-20T12:00")
    assert cut_off.next_cut_off(times, at) == DUE
    assert cut_off.starts_at(times, DUE) == from_iso("2026-11-20T08:00")
    assert not cut_off.is_cut_off(times, from_iso("2026-11-20T09:00"))
    assert not cut_off.is_cut_off(times, from_iso("2026-11-20T17:00:30"))


def test_the_cut_off_before_is_worked_at_until_the_next_is_nearer():
    late, night = from_iso("2026-11-20T20:00"), from_iso("2026-11-21T06:00")
    ahead = from_iso("2026-11-21T17:00")
    assert cut_off.cut_off_in_hand(TIMES, late, is_last_open=True) == DUE
    assert cut_off.cut_off_in_hand(TIMES, late, is_last_open=False) == ahead
    assert cut_off.cut_off_in_hand(TIMES, night, is_last_open=True) == ahead


@given(instants)
def test_a_cut_off_comes_back_from_the_id_of_its_line(at):
    due = at.replace(microsecond=0)
    key = cut_off.due_key(due)
    assert ":" not in key
    assert cut_off.due_of_key(key) == due
