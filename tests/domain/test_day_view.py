from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.day_view import (
    LANE,
    Gap,
    GapReason,
    Mark,
    Sight,
    duty_day,
)
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from dutydesk.domain.settings import FULL_DAY_PATTERN, TWO_SHIFT_PATTERN, shift_pattern
from dutydesk.domain.shift import Shift, ShiftKind, ShiftStatus

DAY = date(2026, 11, 20)
START, END = from_iso("2026-11-20T08:30"), from_iso("2026-11-21T08:30")
PLANNED = shift_pattern(FULL_DAY_PATTERN).slots_of(DAY)
NAMES = {"甲": "甲某", "丙": "丙某"}


def sight(now: str = "2026-11-22T08:30", hours: int = 6) -> Sight:
    return Sight(from_iso(now), timedelta(hours=hours), date(2026, 11, 1), NAMES)


def shift(
    started: str | None = "2026-11-20T08:30", ended: str | None = "2026-11-21T08:30"
) -> Shift:
    return Shift(
        id="班",
        duty_date=DAY,
        kind=ShiftKind.FULL,
        starts_at=START,
        ends_at=END,
        status=ShiftStatus.HANDED_OVER if ended else ShiftStatus.ON_DUTY,
        started_at=from_iso(started) if started else None,
        ended_at=from_iso(ended) if ended else None,
        primary_officer_id="甲" if started else None,
        lead_officer_id="丙",
    )


def mark(at: str, no: int = 1, **facts: object) -> Mark:
    return Mark(f"条{no}", no, from_iso(at), EntryKind.INCOMING_CALL, "", "甲", **facts)  # type: ignore[arg-type]  # facts by name


def every(hours: int) -> list[Mark]:
    return [
        Mark(f"条{at}", at + 1, START + timedelta(hours=at), EntryKind.PATROL, "", "巡查")
        for at in range(0, 25, hours)
    ]


def test_every_kind_has_its_line() -> None:
    assert set(LANE) == set(EntryKind)


def test_a_day_kept_and_written_has_no_gap_and_says_who_kept_it() -> None:
    day = duty_day(DAY, [shift()], PLANNED, every(6), sight())
    assert day.gaps == ()
    assert (day.starts_at, day.ends_at) == (START, END)
    assert (day.lead, day.primary, day.is_kept, day.is_locked) == ("丙某", ("甲某",), True, True)


@pytest.mark.parametrize(("minute", "is_gap"), [("30", False), ("31", True)])
def test_silence_is_a_gap_only_above_the_span_of_the_unit(minute: str, is_gap: bool) -> None:
    marks = [mark(f"2026-11-20T14:{minute}"), *every(6)[2:]]
    day = duty_day(DAY, [shift()], PLANNED, marks, sight())
    reasons = [gap.reason for gap in day.gaps]
    assert reasons == ([GapReason.SILENT] if is_gap else [])


def test_a_day_that_nobody_kept_is_one_gap_up_to_now_and_a_coming_one_is_none() -> None:
    (gap,) = duty_day(DAY, [], PLANNED, [], sight()).gaps
    assert gap == Gap(START, END, GapReason.NOT_KEPT)
    (gap,) = duty_day(DAY, [], PLANNED, [], sight("2026-11-20T10:00")).gaps
    assert (gap.starts_at, gap.ends_at) == (START, from_iso("2026-11-20T10:00"))
    assert duty_day(DAY, [], PLANNED, [], sight("2026-11-20T08:30")).gaps == ()


def test_before_the_first_shift_of_the_room_there_are_no_gaps() -> None:
    early = date(2026, 10, 31)
    planned = shift_pattern(FULL_DAY_PATTERN).slots_of(early)
    assert duty_day(early, [], planned, [], sight()).gaps == ()
    unknown = Sight(from_iso("2026-11-22T08:30"))
    assert duty_day(DAY, [], PLANNED, [], unknown).gaps == ()


def test_the_day_on_which_the_room_began_has_no_gap_before_its_first_officer() -> None:
    first = Sight(from_iso("2026-11-22T08:30"), timedelta(hours=6), DAY, NAMES)
    day = duty_day(DAY, [shift("2026-11-20T14:00")], PLANNED, every(1), first)
    assert day.gaps == ()


@pytest.mark.parametrize(("started", "count"), [("09:00", 0), ("09:01", 1)])
def test_a_late_arrival_of_half_an_hour_is_no_gap(started: str, count: int) -> None:
    late = shift(f"2026-11-20T{started}")
    day = duty_day(DAY, [late], PLANNED, every(1), sight())
    assert len([gap for gap in day.gaps if gap.reason is GapReason.NOT_KEPT]) == count


def test_a_running_shift_is_silent_only_until_now() -> None:
    running = shift(ended=None)
    day = duty_day(DAY, [running], PLANNED, [mark("2026-11-20T09:00")], sight("2026-11-20T15:01"))
    (gap,) = day.gaps
    assert (gap.starts_at, gap.ends_at) == (
        from_iso("2026-11-20T09:00"),
        from_iso("2026-11-20T15:01"),
    )
    earlier = sight("2026-11-20T15:00")
    assert duty_day(DAY, [running], PLANNED, [mark("2026-11-20T09:00")], earlier).gaps == ()


def test_the_missing_half_of_a_day_in_two_shifts_is_a_gap() -> None:
    planned = shift_pattern(TWO_SHIFT_PATTERN).slots_of(DAY)
    half = Shift(
        id="白",
        duty_date=DAY,
        kind=ShiftKind.DAY,
        starts_at=planned[0].starts_at,
        ends_at=planned[0].ends_at,
        status=ShiftStatus.HANDED_OVER,
        started_at=planned[0].starts_at,
        ended_at=planned[0].ends_at,
        primary_officer_id="甲",
    )
    day = duty_day(DAY, [half], planned, every(1), sight())
    assert day.gaps == (Gap(planned[1].starts_at, planned[1].ends_at, GapReason.NOT_KEPT),)


def test_a_day_kept_by_a_pattern_of_earlier_is_not_judged_by_the_present_one() -> None:
    planned = shift_pattern(
        [{"kind": "full", "start": "09:00", "end": "09:00", "days": "every"}]
    ).slots_of(DAY)
    assert duty_day(DAY, [shift()], planned, every(1), sight()).gaps == ()


def test_a_day_that_no_pattern_has_begins_at_midnight() -> None:
    day = duty_day(DAY, [], [], [], sight())
    assert (day.starts_at, day.gaps) == (from_iso("2026-11-20T00:00"), ())
    assert day.ends_at - day.starts_at == timedelta(days=1)


def test_a_shift_that_ran_over_makes_its_day_longer() -> None:
    day = duty_day(DAY, [shift(ended="2026-11-21T10:00")], PLANNED, every(1), sight())
    assert day.ends_at == from_iso("2026-11-21T10:00")


def test_what_was_corrected_counts_once() -> None:
    marks = [mark("2026-11-20T09:00", is_struck=True), mark("2026-11-20T09:00", 2)]
    assert duty_day(DAY, [shift()], PLANNED, marks, sight()).counts == {EntryKind.INCOMING_CALL: 1}


@given(st.lists(st.integers(0, 1440), max_size=30), st.integers(1, 24), st.integers(-60, 3000))
def test_gaps_never_overlap_lie_in_the_past_and_hold_no_entry(
    minutes: list[int], hours: int, now: int
) -> None:
    marks = [
        Mark(str(no), no, START + timedelta(minutes=at), EntryKind.FAX, "", "甲")
        for no, at in enumerate(minutes, 1)
    ]
    seen = Sight(START + timedelta(minutes=now), timedelta(hours=hours), DAY, NAMES)
    running = shift(ended=None)
    day = duty_day(DAY, [running], PLANNED, marks, seen)
    for before, after in zip(day.gaps, day.gaps[1:], strict=False):
        assert before.ends_at <= after.starts_at
    for gap in day.gaps:
        assert gap.starts_at < gap.ends_at <= max(seen.now, START)
        assert not any(gap.starts_at < one.at < gap.ends_at for one in marks)
        assert gap.length > seen.silent_after


def test_a_day_whose_date_lies_far_from_its_shift_is_as_long_as_the_shift() -> None:
    far = Shift(
        id="班",
        duty_date=date(2046, 1, 1),
        kind=ShiftKind.FULL,
        starts_at=START,
        ends_at=END,
        status=ShiftStatus.ON_DUTY,
    )
    day = duty_day(far.duty_date, [far], [], [], sight())
    assert (day.starts_at, day.ends_at) == (START, END)
