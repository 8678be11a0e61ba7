from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.errors import BadInput
from dutydesk.domain.instants import CHINA, from_iso
from dutydesk.domain.settings import (
    FULL_DAY_PATTERN,
    NIGHT_AND_WEEKEND_PATTERN,
    SHIFT_PATTERNS,
    TWO_SHIFT_PATTERN,
    check_room_setting,
    shift_pattern,
)
from dutydesk.domain.shift import (
    ShiftKind,
    ShiftPattern,
    ShiftPatternEmpty,
    ShiftsOverlap,
    ShiftStatus,
    awaiting_shift,
    pattern_from_rows,
)

FULL_DAY = shift_pattern(FULL_DAY_PATTERN)
TWO_SHIFTS = shift_pattern(TWO_SHIFT_PATTERN)
NIGHT_AND_WEEKEND = shift_pattern(NIGHT_AND_WEEKEND_PATTERN)

CHINA_INSTANTS = st.integers(
    int(datetime(2020, 1, 1, tzinfo=CHINA).timestamp()),
    int(datetime(2040, 12, 31, 23, 59, 59, tzinfo=CHINA).timestamp()),
).map(lambda second: datetime.fromtimestamp(second, CHINA))


def slot_of(pattern: ShiftPattern, instant: str) -> tuple[str, str] | None:
    slot = pattern.slot_at(from_iso(instant))
    return (slot.duty_date.isoformat(), slot.kind.value) if slot else None


@pytest.mark.parametrize(
    ("instant", "duty_date"),
    [
        ("2026-11-21T02:15", "2026-11-20"),
        ("2026-11-21T08:29", "2026-11-20"),
        ("2026-11-21T08:29:59", "2026-11-20"),
        ("2026-11-21T08:30", "2026-11-21"),
        ("2026-12-01T08:29", "2026-11-30"),
        ("2027-01-01T00:00", "2026-12-31"),
        ("2027-01-01T08:30", "2027-01-01"),
        ("2028-02-29T08:29", "2028-02-28"),
        ("2028-02-29T08:30", "2028-02-29"),
        ("2028-03-01T02:15", "2028-02-29"),
        ("2027-03-01T02:15", "2027-02-28"),
        ("2026-11-21T00:29:59Z", "2026-11-20"),
        ("2026-11-21T00:30Z", "2026-11-21"),
    ],
)
def test_an_instant_before_half_past_eight_belongs_to_yesterdays_duty_day(
    instant: str, duty_date: str
) -> None:
    assert slot_of(FULL_DAY, instant) == (duty_date, "full")


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-11-21T08:29", ("2026-11-20", "night")),
        ("2026-11-21T08:30", ("2026-11-21", "day")),
        ("2026-11-21T17:59:59", ("2026-11-21", "day")),
        ("2026-11-21T18:00", ("2026-11-21", "night")),
        ("2027-01-01T02:15", ("2026-12-31", "night")),
    ],
)
def test_two_shifts_change_at_half_past_eight_and_at_six(
    instant: str, expected: tuple[str, str]
) -> None:
    assert slot_of(TWO_SHIFTS, instant) == expected


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-11-20T08:59", ("2026-11-19", "night")),
        ("2026-11-20T09:00", None),
        ("2026-11-20T17:29", None),
        ("2026-11-20T17:30", ("2026-11-20", "night")),
        ("2026-11-21T08:59", ("2026-11-20", "night")),
        ("2026-11-21T09:00", ("2026-11-21", "day")),
        ("2026-11-22T17:30", ("2026-11-22", "night")),
        ("2026-11-23T08:59", ("2026-11-22", "night")),
        ("2026-11-23T12:00", None),
    ],
)
def test_night_and_weekend_leave_the_office_hours_of_workdays_to_the_office(
    instant: str, expected: tuple[str, str] | None
) -> None:
    assert slot_of(NIGHT_AND_WEEKEND, instant) == expected


def test_a_holiday_table_decides_which_day_rests() -> None:
    friday = date(2026, 11, 20)
    kinds = [slot.kind for slot in NIGHT_AND_WEEKEND.slots_of(friday, lambda day: day == friday)]
    assert kinds == [ShiftKind.DAY, ShiftKind.NIGHT]
    assert [slot.kind for slot in NIGHT_AND_WEEKEND.slots_of(friday)] == [ShiftKind.NIGHT]


@pytest.mark.parametrize(
    ("now", "duty_date"),
    [
        ("2026-11-20T06:29", "2026-11-19"),
        ("2026-11-20T06:29:59", "2026-11-19"),
        ("2026-11-20T06:30", "2026-11-20"),
        ("2026-11-20T08:20", "2026-11-20"),
        ("2026-11-20T08:30", "2026-11-20"),
        ("2026-11-20T11:00", "2026-11-20"),
        ("2027-01-01T06:29", "2026-12-31"),
        ("2027-01-01T06:30", "2027-01-01"),
    ],
)
def test_who_comes_up_to_two_hours_early_keeps_the_coming_shift(now: str, duty_date: str) -> None:
    assert FULL_DAY.slot_for_relief(from_iso(now)).duty_date.isoformat() == duty_date


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        # Monday 23 November: the night from Sunday ends at 9, the next begins at half past five.
        ("2026-11-23T06:59:59", ("2026-11-22", "night")),
        ("2026-11-23T07:00", ("2026-11-23", "night")),
        ("2026-11-23T08:50", ("2026-11-23", "night")),
        ("2026-11-23T09:05", ("2026-11-23", "night")),
        ("2026-11-23T17:30", ("2026-11-23", "night")),
        ("2026-11-24T03:00", ("2026-11-23", "night")),
        # Saturday: the day shift follows at once.
        ("2026-11-21T06:59:59", ("2026-11-20", "night")),
        ("2026-11-21T07:00", ("2026-11-21", "day")),
        ("2026-11-21T08:50", ("2026-11-21", "day")),
        ("2026-11-22T15:29:59", ("2026-11-22", "day")),
        ("2026-11-22T17:20", ("2026-11-22", "night")),
    ],
)
def test_a_relief_at_the_end_of_a_night_does_not_open_that_night_again(
    now: str, expected: tuple[str, str]
) -> None:
    slot = NIGHT_AND_WEEKEND.slot_for_relief(from_iso(now))
    assert (slot.duty_date.isoformat(), slot.kind.value) == expected


def test_who_comes_in_a_gap_keeps_the_next_shift() -> None:
    slot = NIGHT_AND_WEEKEND.slot_for_relief(from_iso("2026-11-20T12:00"))
    assert (slot.duty_date, slot.kind) == (date(2026, 11, 20), ShiftKind.NIGHT)


def test_the_shift_after_the_last_of_a_day_begins_tomorrow() -> None:
    assert TWO_SHIFTS.slot_after(from_iso("2026-11-20T18:00")).duty_date == date(2026, 11, 21)
    assert TWO_SHIFTS.slot_after(from_iso("2026-11-20T17:59:59")).kind is ShiftKind.NIGHT


def test_a_pattern_that_never_begins_says_so() -> None:
    workdays = pattern_from_rows(
        [{"kind": "day", "start": "09:00", "end": "17:30", "days": "workday"}]
    )
    with pytest.raises(ShiftPatternEmpty):
        workdays.slot_after(from_iso("2026-11-20T09:00"), lambda _: True)


@given(CHINA_INSTANTS, st.sampled_from([FULL_DAY_PATTERN, TWO_SHIFT_PATTERN]))
def test_exactly_one_shift_of_a_round_pattern_covers_any_instant(
    instant: datetime, rows: list[object]
) -> None:
    pattern = shift_pattern(rows)
    near = [
        slot
        for offset in (-2, -1, 0, 1)
        for slot in pattern.slots_of(instant.date() + timedelta(days=offset))
    ]
    assert sum(slot.starts_at <= instant < slot.ends_at for slot in near) == 1


@given(CHINA_INSTANTS, st.sampled_from(sorted(SHIFT_PATTERNS)))
def test_shifts_of_a_pattern_follow_each_other_without_overlap(
    instant: datetime, name: str
) -> None:
    pattern = shift_pattern(SHIFT_PATTERNS[name])
    slots = [
        slot
        for offset in range(9)
        for slot in pattern.slots_of(instant.date() + timedelta(days=offset))
    ]
    gaps = [after.starts_at - before.ends_at for before, after in pairwise(slots)]
    assert min(gaps) >= timedelta(0)
    if name != "night_and_weekend":
        assert set(gaps) == {timedelta(0)}


@given(CHINA_INSTANTS, st.sampled_from(sorted(SHIFT_PATTERNS)))
def test_the_shift_of_an_instant_and_the_one_after_it_enclose_the_instant(
    instant: datetime, name: str
) -> None:
    pattern = shift_pattern(SHIFT_PATTERNS[name])
    slot, after = pattern.slot_at(instant), pattern.slot_after(instant)
    assert after.starts_at > instant
    if slot is not None:
        assert slot.starts_at <= instant < slot.ends_at <= after.starts_at
        assert (instant.date() - slot.duty_date).days in (0, 1)


GOOD = {"kind": "day", "start": "08:30", "end": "18:00", "days": "every"}


@pytest.mark.parametrize(
    "rows",
    [
        [],
        None,
        "full_day",
        {"kind": "day"},
        ["day"],
        [None],
        [{**GOOD, "kind": "evening"}],
        [{**GOOD, "days": "sunday"}],
        [{**GOOD, "start": "25:00"}],
        [{**GOOD, "start": "8:30"}],
        [{**GOOD, "start": "08:30:15"}],
        [{**GOOD, "end": "18:00+08:00"}],
        [{**GOOD, "end": 18}],
        [GOOD, {"kind": "night", "start": "18:00"}],
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused(rows: object) -> None:
    with pytest.raises(BadInput) as refusal:
        pattern_from_rows(rows)  # type: ignore[arg-type]  # what a settings file may hold
    assert refusal.value.field == "shift_pattern"


def test_a_row_without_days_holds_every_day() -> None:
    row = {"kind": "full", "start": "08:30", "end": "08:30"}
    assert pattern_from_rows([row]) == FULL_DAY


@pytest.mark.parametrize(
    ("status", "is_locked"),
    [
        (ShiftStatus.AWAITING, False),
        (ShiftStatus.ON_DUTY, False),
        (ShiftStatus.HANDING_OVER, False),
        (ShiftStatus.HANDED_OVER, True),
        (ShiftStatus.REVIEWED, True),
    ],
)
def test_only_a_handed_over_shift_is_locked(status: ShiftStatus, is_locked: bool) -> None:
    shift = awaiting_shift("班", FULL_DAY.slot_for_relief(from_iso("2026-11-20T08:30")))
    assert replace(shift, status=status).is_locked is is_locked
    assert shift.status is ShiftStatus.AWAITING
    assert shift.officer_ids == frozenset()
    posts = replace(shift, primary_officer_id="甲", lead_officer_id="乙", standby_officer_id="甲")
    assert posts.officer_ids == {"甲", "乙"}


@pytest.mark.parametrize(
    "rows",
    [
        [
            {"kind": "day", "start": "08:00", "end": "18:00"},
            {"kind": "night", "start": "17:00", "end": "08:00"},
        ],
        [
            {"kind": "day", "start": "08:00", "end": "18:00"},
            {"kind": "night", "start": "18:00", "end": "08:30"},
        ],
        [{"kind": "full", "start": "08:30", "end": "08:30"}] * 2,
        [
            {"kind": "day", "start": "08:00", "end": "18:00", "days": "rest_day"},
            {"kind": "night", "start": "18:00", "end": "09:00", "days": "workday"},
        ],
    ],
)
def test_shifts_that_overlap_are_refused_with_their_hours(rows: list[object]) -> None:
    with pytest.raises(ShiftsOverlap) as refusal:
        check_room_setting("shift_pattern", rows)
    assert "–" in refusal.value.first
    pattern_from_rows(rows)


@pytest.mark.parametrize("name", SHIFT_PATTERNS)
def test_the_patterns_that_come_with_the_desk_do_not_overlap(name: str) -> None:
    check_room_setting("shift_pattern", SHIFT_PATTERNS[name])
    odd = [
        {"kind": "day", "start": "08:00", "end": "18:00", "days": "workday"},
        {"kind": "full", "start": "08:00", "end": "08:00", "days": "rest_day"},
    ]
    check_room_setting("shift_pattern", odd)
