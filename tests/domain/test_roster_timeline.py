from dataclasses import replace
from datetime import date

from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.roster import LEAD_POST, RosterMember, RosterSlot
from dutydesk.domain.roster_task import RosterTask
from dutydesk.domain.roster_timeline import Timeline, member_of, people_of
from dutydesk.domain.shift import ShiftKind
from tests.domain.roster_sample import FULL_DAY, POSTS, TWO_SHIFTS

TASK = RosterTask(
    first=date(2026, 11, 20),
    last=date(2026, 11, 22),
    pattern=FULL_DAY,
    calendar=DutyCalendar(),
    posts=POSTS[:1],
    members=(),
)


def excluded(task: RosterTask, day: int, kind: ShiftKind) -> list[tuple[int, ShiftKind]]:
    timeline = Timeline(task)
    place = timeline.at(date(2026, 11, day), kind)
    assert place is not None
    first, last = timeline.windows[place]
    return [(one.duty_date.day, one.kind) for one in timeline.shifts[first : last + 1]]


def test_a_full_day_excludes_the_days_beside_it_whatever_the_rest() -> None:
    full = ShiftKind.FULL
    assert excluded(replace(TASK, rest_hours=0), 21, full) == [(d, full) for d in (20, 21, 22)]
    assert excluded(replace(TASK, rest_hours=24), 21, full) == [(d, full) for d in (20, 21, 22)]
    assert excluded(replace(TASK, rest_hours=25), 21, full)[0] == (19, full)


def test_rest_after_a_night_reaches_over_the_day_after_next() -> None:
    task = replace(TASK, pattern=TWO_SHIFTS, rest_hours=24)
    assert excluded(task, 20, ShiftKind.NIGHT) == [
        (19, ShiftKind.NIGHT),
        (20, ShiftKind.DAY),
        (20, ShiftKind.NIGHT),
        (21, ShiftKind.DAY),
        (21, ShiftKind.NIGHT),
    ]


def test_what_stands_by_an_older_pattern_has_its_place() -> None:
    old = RosterSlot("s1", date(2026, 11, 19), ShiftKind.NIGHT, LEAD_POST, 1, "甲某")
    timeline = Timeline(replace(TASK, standing=(old,)))
    assert timeline.at(date(2026, 11, 19), ShiftKind.NIGHT) is not None
    assert timeline.at(date(2025, 11, 19), ShiftKind.FULL) is None
    assert len(timeline.in_span()) == 3


def test_a_slot_is_a_members_by_name_unless_two_have_it() -> None:
    slot = RosterSlot("s1", date(2026, 11, 19), ShiftKind.FULL, LEAD_POST, 1, "甲某")
    one = RosterMember("m1", "甲某")
    assert member_of(slot, people_of([one])) == "m1"
    assert member_of(slot, people_of([one, replace(one, id="m2")])) is None
    assert member_of(replace(slot, member_id="m2"), people_of([one])) == "m2"
