from dataclasses import replace
from datetime import date

from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.roster_task import RosterTask, has_night
from dutydesk.domain.shift import ShiftKind
from tests.domain.roster_sample import NIGHT_AND_WEEKEND, POSTS, calendar_of

OCTOBER = RosterTask(
    first=date(2026, 9, 30),
    last=date(2026, 10, 1),
    pattern=NIGHT_AND_WEEKEND,
    calendar=calendar_of(2026),
    posts=(replace(POSTS[1], is_active=False), POSTS[2], POSTS[0]),
    members=(),
)


def test_the_shifts_of_a_span_follow_the_calendar() -> None:
    assert [(one.duty_date.day, one.kind) for one in OCTOBER.shifts] == [
        (30, ShiftKind.NIGHT),
        (1, ShiftKind.DAY),
        (1, ShiftKind.NIGHT),
    ]
    without = replace(OCTOBER, calendar=DutyCalendar())
    assert len(without.shifts) == 2, "a Wednesday and a Thursday"


def test_posts_out_of_use_are_not_rostered() -> None:
    assert OCTOBER.active_posts == (POSTS[0], POSTS[2])


def test_a_full_day_lasts_through_the_night() -> None:
    assert [kind for kind in ShiftKind if has_night(kind)] == [ShiftKind.NIGHT, ShiftKind.FULL]
