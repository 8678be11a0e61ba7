from datetime import date

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, RosterMember, RosterSlot
from dutydesk.domain.roster_count import CompLeave, duty_counts
from dutydesk.domain.shift import ShiftKind
from tests.domain.roster_sample import calendar_of

MEMBERS = (
    RosterMember("m2", "乙某", posts=(PRIMARY_POST,), order_no=2),
    RosterMember("m1", "甲某", posts=(LEAD_POST,), order_no=1),
    RosterMember("m3", "丙某", is_active=False, order_no=3),
)


def slot(day: date, person: str, shift: ShiftKind, post: str = LEAD_POST) -> RosterSlot:
    return RosterSlot(f"{day}{person}", day, shift, post, 1, person)


SLOTS = (
    slot(date(2026, 9, 30), "甲某", ShiftKind.NIGHT),
    slot(date(2026, 10, 1), "甲某", ShiftKind.DAY),
    slot(date(2026, 10, 17), "甲某", ShiftKind.FULL, PRIMARY_POST),
    slot(date(2026, 10, 10), "丁某", ShiftKind.DAY),
)


def test_duties_are_counted_by_class_of_day_and_nights_apart() -> None:
    first, second, stranger = duty_counts(SLOTS, MEMBERS, calendar_of(2026))
    assert (first.person, first.member_id) == ("甲某", "m1")
    assert (first.weekdays, first.weekends, first.holidays, first.nights) == (1, 1, 1, 2)
    assert first.by_class[DayClass.EVE] == 1
    assert first.by_post == {LEAD_POST: 2, PRIMARY_POST: 1}
    assert (second.person, second.total) == ("乙某", 0)
    assert (stranger.person, stranger.member_id, stranger.weekdays) == ("丁某", None, 1)


def test_time_off_is_one_day_for_a_workday_and_two_for_a_rest_day_unless_set() -> None:
    assert duty_counts(SLOTS, MEMBERS, calendar_of(2026))[0].comp_leave_days == 5
    leave = CompLeave(workday_days=0, rest_day_days=1)
    assert duty_counts(SLOTS, MEMBERS, calendar_of(2026), leave)[0].comp_leave_days == 2


def test_who_is_off_the_list_is_counted_where_he_was_on() -> None:
    kept = [slot(date(2026, 10, 12), "丙某", ShiftKind.DAY)]
    assert [one.person for one in duty_counts(kept, MEMBERS, calendar_of(2026))] == [
        "甲某",
        "乙某",
        "丙某",
    ]
