from datetime import date, datetime

import pytest

from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay
from dutydesk.domain.instants import from_iso
from dutydesk.domain.roster import PRIMARY_POST, KeyPeriod, RosterPost, RosterSlot
from dutydesk.domain.roster_day import (
    RosterFrame,
    day_view,
    days_of,
    last_of_month,
    month_id,
    posts_shown,
    seat_change,
)
from dutydesk.domain.roster_view import SeatChange
from dutydesk.domain.settings import (
    FULL_DAY_PATTERN,
    NIGHT_AND_WEEKEND_PATTERN,
    TWO_SHIFT_PATTERN,
)
from dutydesk.domain.shift import ShiftKind, pattern_from_rows

DAY = date(2026, 11, 20)
POST = RosterPost(PRIMARY_POST, "主班")


def frame(pattern: list[object], **changes: object) -> RosterFrame:
    values = {"pattern": pattern_from_rows(pattern), "calendar": DutyCalendar(), "posts": (POST,)}
    return RosterFrame(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def slot(shift: ShiftKind, seat: int = 1, post_id: str = PRIMARY_POST) -> RosterSlot:
    return RosterSlot(f"{shift}{seat}", DAY, shift, post_id, seat, "甲某")


@pytest.mark.parametrize(
    ("now", "is_filled", "is_published", "expected"),
    [
        ("2026-11-21T00:00", False, False, SeatChange.FROZEN),
        ("2026-11-20T08:30", True, False, SeatChange.FROZEN),
        ("2026-11-20T08:29", True, False, SeatChange.SWAP),
        ("2026-11-20T08:30", False, False, SeatChange.FILL),
        ("2026-11-20T08:30", False, True, SeatChange.SWAP),
        ("2026-11-19T23:59", True, False, SeatChange.FREE),
        ("2026-11-19T23:59", False, False, SeatChange.FREE),
        ("2026-11-19T23:59", True, True, SeatChange.SWAP),
    ],
)
def test_what_has_begun_is_frozen_and_today_is_swapped(
    now: str, is_filled: bool, is_published: bool, expected: SeatChange
) -> None:
    hours = frame(FULL_DAY_PATTERN).hours_of(DAY, ShiftKind.FULL)
    change = seat_change(hours, from_iso(now), is_filled=is_filled, is_published=is_published)
    assert change is expected


def test_a_day_shows_the_shifts_of_the_pattern_and_those_somebody_keeps() -> None:
    now = datetime.fromisoformat("2026-11-01T00:00+00:00")
    slots = [slot(ShiftKind.NIGHT), slot(ShiftKind.NIGHT, 2), slot(ShiftKind.DAY)]
    view = day_view(DAY, frame(FULL_DAY_PATTERN), slots, now, lambda _: "1")
    shifts = [(row.shift, [(s.seat, s.person, s.phone) for s in row.seats]) for row in view.shifts]
    assert shifts == [
        (ShiftKind.DAY, [(1, "甲某", "1")]),
        (ShiftKind.FULL, [(1, "", "")]),
        (ShiftKind.NIGHT, [(1, "甲某", "1"), (2, "甲某", "1")]),
    ]
    assert [one.seat for one in view.slots] == [1, 1, 2]


def test_hours_of_a_kind_the_pattern_does_not_have_are_the_usual_ones() -> None:
    night = frame(FULL_DAY_PATTERN).hours_of(DAY, ShiftKind.NIGHT)
    assert night.starts_at == from_iso("2026-11-20T18:00")
    weekend = frame(NIGHT_AND_WEEKEND_PATTERN).hours_of(DAY, ShiftKind.DAY)
    assert weekend.starts_at == from_iso("2026-11-20T09:00")
    full = frame(TWO_SHIFT_PATTERN).hours_of(DAY, ShiftKind.FULL)
    assert full.ends_at == from_iso("2026-11-21T08:30")


def test_a_holiday_has_the_shifts_of_a_rest_day() -> None:
    calendar = DutyCalendar({DAY: HolidayDay(DAY, "节")}, frozenset({2026}))
    rest = frame(NIGHT_AND_WEEKEND_PATTERN, calendar=calendar)
    assert [one.kind for one in rest.shifts_of(DAY)] == [ShiftKind.DAY, ShiftKind.NIGHT]
    at_noon = rest.shift_at(from_iso("2026-11-20T12:00"))
    assert at_noon is not None
    assert at_noon.kind is ShiftKind.DAY
    assert frame(NIGHT_AND_WEEKEND_PATTERN).shift_at(from_iso("2026-11-20T12:00")) is None


def test_key_periods_include_both_ends_and_forget_what_was_taken_back() -> None:
    periods = (
        KeyPeriod("1", "汛期", DAY, DAY),
        KeyPeriod("2", "两会", DAY, DAY, is_active=False),
    )
    told = frame(FULL_DAY_PATTERN, key_periods=periods)
    assert told.periods_of(DAY) == ("汛期",)
    assert told.periods_of(date(2026, 11, 21)) == ()


def test_a_post_out_of_use_is_shown_while_somebody_holds_it() -> None:
    old = RosterPost("old", "老岗", is_active=False)
    assert posts_shown([POST, old], []) == (POST,)
    assert posts_shown([POST, old], [slot(ShiftKind.FULL, post_id="old")]) == (POST, old)
    view = day_view(
        DAY,
        frame(FULL_DAY_PATTERN, posts=(old,)),
        [slot(ShiftKind.FULL, post_id="old")],
        from_iso("2026-11-01T00:00"),
        lambda _: "",
    )
    assert [one.person for one in view.shifts[0].seats] == ["甲某"]


def test_months_and_their_days() -> None:
    assert month_id(DAY) == "2026-11"
    assert last_of_month(date(2028, 2, 1)) == date(2028, 2, 29)
    assert last_of_month(date(2026, 12, 1)) == date(2026, 12, 31)
    assert days_of(date(2026, 2, 27), date(2026, 3, 1))[-1] == date(2026, 3, 1)
    assert frame(FULL_DAY_PATTERN, published=frozenset({"2026-11"})).is_published(DAY)
