from datetime import UTC, date, datetime

from dutydesk.domain.duty_calendar import DayClass, DutyCalendar, HolidayDay
from dutydesk.domain.roster import RosterPost, RosterSlot
from dutydesk.domain.roster_reminder import gaps, has_gap, next_holiday
from dutydesk.domain.roster_view import RosterDayView, RosterShiftView, SeatChange, SeatView
from dutydesk.domain.shift import ShiftKind

HOLIDAYS = DutyCalendar(
    {date(2026, 10, at): HolidayDay(date(2026, 10, at), "国庆节") for at in (1, 2, 3)},
    frozenset({2026}),
)
DAY = date(2026, 9, 29)
AT = datetime(2026, 9, 29, tzinfo=UTC)


def shift(*seats: tuple[str, bool, str]) -> RosterShiftView:
    views = []
    for name, is_needed, person in seats:
        post = RosterPost(name, name, is_needed=is_needed)
        slot = RosterSlot(name, DAY, ShiftKind.FULL, name, 1, person) if person else None
        views.append(SeatView(post, 1, slot, "", SeatChange.FREE))
    return RosterShiftView(DAY, ShiftKind.FULL, AT, AT, tuple(views))


def test_a_needed_seat_without_anybody_is_a_gap_told_once() -> None:
    lacking = shift(
        ("主班", True, ""), ("主班", True, ""), ("副班", True, "乙某"), ("备勤", False, "")
    )
    assert gaps(lacking) == ("主班",)
    whole = shift(("主班", True, "甲某"), ("备勤", False, ""))
    days = [RosterDayView(DAY, DayClass.EVE, "", False, (), (one,)) for one in (lacking, whole)]
    assert [has_gap(day) for day in days] == [True, False]


def test_the_next_holiday_is_told_whole_and_of_a_running_one_the_rest() -> None:
    assert [day.day for day in next_holiday(HOLIDAYS, date(2026, 9, 30))] == [1, 2, 3]
    assert next_holiday(HOLIDAYS, date(2026, 10, 1)) == (date(2026, 10, 2), date(2026, 10, 3))
    assert next_holiday(HOLIDAYS, date(2026, 10, 3)) == ()
    assert next_holiday(HOLIDAYS, date(2026, 8, 1)) == ()
