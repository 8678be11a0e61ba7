from datetime import date, timedelta

import pytest

from dutydesk.domain import roll_call_plan as domain
from dutydesk.domain.instants import china, from_iso
from dutydesk.domain.roll_call import RollCallCountUnfit, RollCallTitleMissing
from dutydesk.domain.roll_call_plan import DraftRollCallPlan
from tests.reporting_builders import plan

DAY = date(2026, 11, 20)


def test_a_fixed_time_is_the_time_and_a_drawn_one_falls_the_same_again():
    assert domain.time_on(plan(), DAY) == from_iso("2026-11-20T21:00")
    drawn = plan(ends_at_time="23:00")
    days = [DAY + timedelta(days=n) for n in range(60)]
    times = [domain.time_on(drawn, day) for day in days]
    assert times == [domain.time_on(drawn, day) for day in days]
    assert all(21 <= china(one).hour < 23 for one in times)
    assert len({china(one).time() for one in times}) > 30
    assert times != [domain.time_on(plan(ends_at_time="23:00", seed="t"), day) for day in days]


def test_a_span_over_midnight_ends_on_the_next_day():
    night = plan(starts_at_time="23:00", ends_at_time="05:00")
    for n in range(40):
        day = DAY + timedelta(days=n)
        local = china(domain.time_on(night, day))
        assert local.date() in {day, day + timedelta(days=1)}
        assert local.hour >= 23 or local.hour < 5


def test_a_fixed_time_is_told_an_hour_ahead_until_it_is_called():
    at = from_iso("2026-11-20T21:00")
    one = plan()

    def told(now, made=()):
        return [call.at for call in domain.calls_in_hand([one], made, from_iso(now))]

    assert told("2026-11-20T19:59") == []
    assert told("2026-11-20T20:00") == [at]
    assert told("2026-11-21T08:59") == [at]
    assert told("2026-11-21T09:00") == []
    assert told("2026-11-20T21:30", [("plan", at)]) == []


def test_a_drawn_time_is_never_told_in_advance():
    one = plan(ends_at_time="23:59")
    at = domain.time_on(one, DAY)
    assert domain.calls_in_hand([one], [], at - timedelta(minutes=1)) == []
    assert [call.at for call in domain.calls_in_hand([one], [], at)] == [at]


def test_a_plan_holds_on_its_days_while_it_is_used():
    friday, now = plan(weekdays="5"), from_iso("2026-11-20T21:00")
    assert len(domain.calls_in_hand([friday], [], now)) == 1
    assert domain.calls_in_hand([plan(weekdays="1")], [], now) == []
    assert domain.calls_in_hand([plan(is_active=False)], [], now) == []
    assert domain.calls_in_hand([plan(created_at=now + timedelta(minutes=1))], [], now) == []


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " "}, RollCallTitleMissing),
        ({"weekdays": ""}, domain.RollCallDaysUnfit),
        ({"weekdays": "8"}, domain.RollCallDaysUnfit),
        ({"starts_at_time": "9点"}, domain.RollCallTimeUnfit),
        ({"starts_at_time": "25:00"}, domain.RollCallTimeUnfit),
        ({"ends_at_time": "21:00"}, domain.RollCallTimeUnfit),
        ({"unit_count": 0}, RollCallCountUnfit),
    ],
)
def test_what_is_no_plan_is_refused(changes, refusal):
    domain.check_plan(DraftRollCallPlan(id="p", title="夜查"))
    with pytest.raises(refusal):
        domain.check_plan(DraftRollCallPlan(**{"id": "p", "title": "夜查", **changes}))
