from datetime import timedelta

from dutydesk.domain.alarm_clock import AlarmClock, Rung, begins_at, matter, rung_at
from tests.incident_builders import at

DUE = at("2026-11-21 02:40")


def test_every_rung_begins_at_the_instant_it_is_told_to_begin():
    clock = AlarmClock("c", DUE)
    for rung in (Rung.BANNER, Rung.TONE, Rung.DUE, Rung.LATE):
        start = begins_at(clock, rung)
        assert rung_at(clock, start) is rung
        assert rung_at(clock, start - timedelta(seconds=1)) == rung - 1


def test_an_item_has_one_rung_and_that_begins_when_its_time_has_come():
    item = AlarmClock("i", DUE, is_item=True)
    assert begins_at(item, Rung.TONE) == DUE
    assert rung_at(item, DUE + timedelta(hours=1)) is Rung.TONE


def test_another_limit_of_a_matter_is_still_the_same_matter():
    first, second = "incident:i1:follow_up:written@A", "incident:i1:follow_up:written@B"
    assert matter(first) == matter(second) == "incident:i1:follow_up:written"
    assert matter("no-limit") == "no-limit"
