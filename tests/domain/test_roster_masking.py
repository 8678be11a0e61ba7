from datetime import UTC, date, datetime

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import RosterMonth, RosterPost, RosterSlot
from dutydesk.domain.roster_masking import masked_month, masked_reminder
from dutydesk.domain.roster_view import (
    OnDutyView,
    RosterDayView,
    RosterReminder,
    RosterShiftView,
    RosterView,
    SeatChange,
    SeatView,
)
from dutydesk.domain.shift import ShiftKind

DAY, AT = date(2026, 11, 21), datetime(2026, 11, 21, tzinfo=UTC)
POST = RosterPost("primary_officer", "主班")
SLOT = RosterSlot("s", DAY, ShiftKind.FULL, POST.id, 1, "甲某", phone="19900000001")
SEATS = (
    SeatView(POST, 1, SLOT, "19900000001", SeatChange.FREE),
    SeatView(POST, 2, None, "", SeatChange.FREE),
)
SHIFT = RosterShiftView(DAY, ShiftKind.FULL, AT, AT, SEATS)
DAYS = (RosterDayView(DAY, DayClass.WEEKEND, "", False, (), (SHIFT,)),)


def phones(days) -> list[str]:
    seats = [seat for day in days for shift in day.shifts for seat in shift.seats]
    return [seat.phone for seat in seats] + [seat.slot.phone for seat in seats if seat.slot]


def test_mobiles_lose_their_middle_wherever_they_stand() -> None:
    month = masked_month(RosterView(RosterMonth("2026-11"), (POST,), DAYS))
    assert phones(month.days) == ["199****0001", "", "199****0001"]
    found = masked_reminder(RosterReminder(OnDutyView(AT), DAYS[0], DAYS[0], DAYS))
    assert set(phones((found.today, found.tomorrow, *found.holiday))) == {"199****0001", ""}
