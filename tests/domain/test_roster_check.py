"""Each thing the check finds, and a sound roster in which it finds nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    FindingKind,
    KeyPeriod,
    RosterFinding,
    RosterMember,
    RosterPost,
    RosterSlot,
    RosterTurn,
    RosterWish,
    WishKind,
)
from dutydesk.domain.roster_check import check
from dutydesk.domain.roster_task import MemberAbsence, RosterTask
from dutydesk.domain.shift import ShiftKind
from tests.domain.roster_sample import FULL_DAY, TWO_SHIFTS, at, calendar_of

DAY = date(2026, 11, 20)
LEAD = RosterPost(LEAD_POST, "带班领导", order_no=1)
PRIMARY = RosterPost(PRIMARY_POST, "主班", order_no=2)
JIA = RosterMember("m1", "甲某", posts=(LEAD_POST,))
YI = RosterMember("m2", "乙某", posts=(PRIMARY_POST,))
TASK = RosterTask(
    first=DAY,
    last=DAY,
    pattern=FULL_DAY,
    calendar=DutyCalendar(),
    posts=(LEAD, PRIMARY),
    members=(JIA, YI),
)


def slot(
    person: str,
    post: str = LEAD_POST,
    day: date = DAY,
    shift: ShiftKind = ShiftKind.FULL,
    member_id: str | None = None,
) -> RosterSlot:
    return RosterSlot(f"{day}{post}{shift}", day, shift, post, 1, person, member_id)


SOUND = (slot("甲某", LEAD_POST, member_id="m1"), slot("乙某", PRIMARY_POST, member_id="m2"))


def found(task: RosterTask, *standing: RosterSlot) -> list[RosterFinding]:
    return check(replace(task, standing=standing))


def kinds(task: RosterTask, *standing: RosterSlot) -> list[FindingKind]:
    return [one.kind for one in found(task, *standing)]


def test_nothing_is_found_in_a_sound_roster() -> None:
    assert kinds(TASK, *SOUND) == []


def test_an_empty_seat_is_a_gap_where_the_post_is_needed() -> None:
    assert found(TASK, SOUND[0]) == [
        RosterFinding(FindingKind.GAP, DAY, ShiftKind.FULL, PRIMARY_POST)
    ]
    spare = replace(TASK, posts=(LEAD, replace(PRIMARY, is_needed=False)))
    assert kinds(spare, SOUND[0]) == []


def test_a_key_period_and_a_legal_holiday_need_a_leader() -> None:
    period = KeyPeriod("k1", "两会期间", DAY, DAY)
    [one] = found(replace(TASK, key_periods=(period,)), SOUND[1])
    assert (one.kind, one.detail) == (FindingKind.NO_LEADER, "两会期间")
    holiday = replace(
        TASK, first=date(2026, 10, 1), last=date(2026, 10, 1), calendar=calendar_of(2026)
    )
    assert FindingKind.NO_LEADER in kinds(holiday)
    assert kinds(replace(TASK, key_periods=(period,)), *SOUND) == []


def test_one_person_in_two_posts_of_a_shift_is_a_double_also_by_name() -> None:
    [double] = [
        one
        for one in found(TASK, slot("丁某"), slot("丁某", PRIMARY_POST))
        if one.kind is FindingKind.DOUBLE
    ]
    assert {double.post_id, double.other_post_id} == {LEAD_POST, PRIMARY_POST}


@pytest.mark.parametrize(("hours", "expected"), [(14, []), (15, [FindingKind.REST])])
def test_rest_is_the_time_between_two_duties(hours: int, expected: list[FindingKind]) -> None:
    task = replace(TASK, pattern=TWO_SHIFTS, posts=(replace(LEAD, is_needed=False),))
    days = [slot("甲某", day=DAY - timedelta(days=n), shift=ShiftKind.DAY) for n in (1, 0)]
    assert kinds(replace(task, rest_hours=hours), *days) == expected


def test_two_shifts_in_a_row_are_told_with_the_other_one() -> None:
    tomorrow = slot("甲某", day=DAY + timedelta(days=1))
    [rest] = found(TASK, *SOUND, tomorrow)
    assert (rest.kind, rest.duty_date, rest.other_date) == (
        FindingKind.REST,
        DAY,
        DAY + timedelta(days=1),
    )


def test_a_week_of_a_weekly_post_is_no_short_rest() -> None:
    weekly = replace(TASK, posts=(replace(LEAD, turn=RosterTurn.WEEK),), last=date(2026, 11, 23))
    days = [slot("甲某", day=DAY + timedelta(days=n)) for n in range(4)]
    assert [one.duty_date.day for one in found(weekly, *days)] == [23], "the next week's Monday"


def test_who_is_away_by_an_absence_notice_is_found_with_the_place() -> None:
    away = MemberAbsence("m1", at(DAY, 12), at(DAY, 20), "北京")
    [one] = found(replace(TASK, absences=(away,)), *SOUND)
    assert (one.kind, one.person, one.detail) == (FindingKind.ON_ABSENCE, "甲某", "北京")


def test_a_wish_that_the_roster_does_not_keep_is_found() -> None:
    def wishing(kind: WishKind, **facts: object) -> RosterTask:
        wish = RosterWish("w1", "m1", kind, DAY, DAY, reason="培训", **facts)  # type: ignore[arg-type]
        return replace(TASK, wishes=(wish,))

    [one] = found(wishing(WishKind.UNAVAILABLE), *SOUND)
    assert (one.kind, one.detail) == (FindingKind.UNAVAILABLE, "培训")
    assert kinds(wishing(WishKind.UNAVAILABLE, post_id=PRIMARY_POST), *SOUND) == []
    other = slot("丙某", LEAD_POST)
    assert FindingKind.WISH_BROKEN in kinds(wishing(WishKind.FIXED), other, SOUND[1])
    assert kinds(wishing(WishKind.FIXED), *SOUND) == []
    assert kinds(wishing(WishKind.FIXED, is_active=False), *SOUND) == []


def test_people_who_should_not_be_on_are_found() -> None:
    assert kinds(TASK, slot("丙某"), SOUND[1]) == [FindingKind.NOT_ON_FILE]
    on_file = replace(slot("丙某"), contact_id="c1")
    assert kinds(TASK, on_file, SOUND[1]) == []
    gone = replace(TASK, members=(replace(JIA, ends_on=DAY - timedelta(days=1)), YI))
    assert kinds(gone, *SOUND) == [FindingKind.OUT_OF_SERVICE]
    assert kinds(TASK, slot("乙某"), SOUND[1]).count(FindingKind.WRONG_POST) == 1
    no_nights = replace(TASK, members=(replace(JIA, is_night_free=True), YI))
    assert kinds(no_nights, *SOUND) == [FindingKind.NIGHT]


def test_uneven_classes_are_told_with_both_counts() -> None:
    bing = RosterMember("m3", "丙某", posts=(LEAD_POST,))
    task = replace(
        TASK, posts=(LEAD,), members=(JIA, bing), first=date(2026, 11, 2), last=date(2026, 11, 6)
    )
    week = [slot("甲某", day=date(2026, 11, day)) for day in (2, 4, 6)]
    others = [slot("丙某", day=date(2026, 11, day)) for day in (3, 5)]
    assert kinds(task, *week, *others) == [], "three and two"
    [one] = [f for f in found(task, *week, others[0]) if f.kind is FindingKind.UNEVEN]
    assert (one.person, one.count, one.other_person, one.other_count) == ("甲某", 3, "丙某", 1)
    before = [slot("丙某", day=date(2026, 10, day)) for day in (26, 28)]
    assert FindingKind.UNEVEN not in kinds(task, *week, others[0], *before), "it was made up for"


def test_findings_come_by_day() -> None:
    task = replace(TASK, first=DAY, last=DAY + timedelta(days=2))
    days = [one.duty_date for one in found(task)]
    assert days == sorted(days)
    assert len(days) == 6
