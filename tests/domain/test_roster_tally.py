from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.duty_calendar import DayClass, DutyCalendar
from dutydesk.domain.roster import LEAD_POST, RosterMember, RosterPost, RosterSlot, RosterTurn
from dutydesk.domain.roster_tally import WEEKS, counts_before
from dutydesk.domain.roster_task import MemberAbsence, RosterTask
from dutydesk.domain.shift import ShiftKind
from tests.domain.roster_sample import FULL_DAY, at

POST = RosterPost(LEAD_POST, "带班领导")
JIA, YI, BING = (
    RosterMember(f"m{number}", name, posts=(LEAD_POST,))
    for number, name in enumerate(("甲某", "乙某", "丙某"))
)
TASK = RosterTask(
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    pattern=FULL_DAY,
    calendar=DutyCalendar(),
    posts=(POST,),
    members=(JIA, YI, BING),
)
WORKDAY = (LEAD_POST, DayClass.WORKDAY.value)


def slot(day: int, person: str) -> RosterSlot:
    one = date(2026, 10, day)
    return RosterSlot(f"s{day}", one, ShiftKind.FULL, LEAD_POST, 1, person)


def test_duties_before_the_room_and_duties_that_stand_are_one_account() -> None:
    jia = replace(JIA, past={LEAD_POST: {"workday": 3}, "unknown": {"workday": 9}})
    task = replace(TASK, members=(jia, YI), standing=(slot(12, "甲某"), slot(17, "甲某")))
    counts = counts_before(task)
    assert counts[WORKDAY] == {"m0": 4}
    assert counts[LEAD_POST, DayClass.WEEKEND.value] == {"m0": 1}


def test_who_was_not_there_is_credited_with_the_mean_of_the_others() -> None:
    late = replace(BING, starts_on=date(2026, 10, 14))
    away = MemberAbsence("m1", at(date(2026, 10, 12), 9), at(date(2026, 10, 12), 18))
    task = replace(
        TASK,
        members=(JIA, YI, late),
        absences=(away,),
        standing=tuple(slot(day, "甲某") for day in (12, 13, 14)),
    )
    assert counts_before(task)[WORKDAY] == pytest.approx({"m0": 3, "m1": 1, "m2": 1 + 1 / 2})


def test_a_name_that_two_members_have_is_nobodys() -> None:
    twins = replace(TASK, members=(JIA, replace(YI, name="甲某")), standing=(slot(12, "甲某"),))
    assert counts_before(twins)[WORKDAY] == {}


def test_a_weekly_post_is_counted_by_weeks() -> None:
    weekly = replace(
        TASK,
        posts=(replace(POST, turn=RosterTurn.WEEK),),
        members=(replace(JIA, past={LEAD_POST: {"workday": 10, "weekend": 4}}), YI),
        standing=tuple(slot(day, "甲某") for day in range(12, 20)),
    )
    assert counts_before(weekly)[LEAD_POST, WEEKS] == {"m0": 4}
