from datetime import date

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster_view import RosterDayView
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording.roster import day_words, place

DAY = date(2026, 10, 1)


def day(day_class: DayClass, holiday: str = "", *, is_estimated: bool = False) -> RosterDayView:
    return RosterDayView(DAY, day_class, holiday, is_estimated, (), ())


def test_a_day_says_what_it_is() -> None:
    assert day_words(day(DayClass.WORKDAY)) == ""
    assert day_words(day(DayClass.LEGAL_HOLIDAY, "国庆节")) == "法定节假日 国庆节"
    assert day_words(day(DayClass.WEEKEND, is_estimated=True)) == "周末（推定）"


def test_a_place_on_the_roster() -> None:
    assert place(DAY, ShiftKind.NIGHT, "主班") == "10月1日夜班主班"
