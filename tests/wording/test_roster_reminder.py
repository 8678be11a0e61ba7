from datetime import UTC, date, datetime

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import RosterPost, RosterSlot
from dutydesk.domain.roster_view import (
    OnDutyView,
    RosterDayView,
    RosterReminder,
    RosterShiftView,
    SeatChange,
    SeatView,
)
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording import roster_reminder as words

NOW = datetime(2026, 11, 21, tzinfo=UTC)
LEAD, PRIMARY = RosterPost("lead_officer", "带班领导"), RosterPost("primary_officer", "主班", 2)
STANDBY = RosterPost("standby_officer", "备勤", is_needed=False)


def seat(post: RosterPost, person: str = "", phone: str = "", at: int = 1) -> SeatView:
    slot = RosterSlot("s", NOW.date(), ShiftKind.FULL, post.id, at, person) if person else None
    return SeatView(post, at, slot, phone, SeatChange.FREE)


def day(at: int, *seats: SeatView, shift: ShiftKind = ShiftKind.FULL) -> RosterDayView:
    rows = (RosterShiftView(date(2026, 11, at), shift, NOW, NOW, seats),)
    return RosterDayView(date(2026, 11, at), DayClass.WEEKEND, "", False, ("两会",), rows)


KEPT = (seat(PRIMARY, "甲某", "19900000001"), seat(PRIMARY, "乙某", at=2), seat(STANDBY))


def test_a_day_is_told_with_numbers_and_with_whoever_is_missing() -> None:
    found = RosterReminder(OnDutyView(NOW), day(21, seat(LEAD), *KEPT), day(22))
    assert words.as_text(found).splitlines() == [
        "【今日值班】11月21日 周六　周末　两会",
        "带班领导 缺人，主班 甲某 19900000001、乙某",
        "【明日值班】11月22日 周日　周末　两会",
        words.NOT_ROSTERED,
    ]


def test_a_gap_is_told_with_its_shift_where_there_are_two() -> None:
    night = day(22, seat(LEAD), *KEPT, shift=ShiftKind.NIGHT)
    assert words.gap_notice(night) == "明日（11月22日 周日）值班表夜班缺带班领导。请尽快安排。"
    nobody = day(22, seat(LEAD))
    assert words.gap_notice(nobody) == "明日（11月22日 周日）值班表还没有排班。请尽快安排。"
