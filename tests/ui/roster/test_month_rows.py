from datetime import UTC, date, datetime

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import (
    FindingKind,
    RosterFinding,
    RosterMonth,
    RosterPost,
    RosterSlot,
    SlotSource,
)
from dutydesk.domain.roster_view import (
    RosterDayView,
    RosterShiftView,
    RosterView,
    SeatChange,
    SeatView,
)
from dutydesk.domain.shift import ShiftKind
from dutydesk.ui.roster.month_rows import (
    columns_of,
    day_text,
    finding_text,
    has_shifts,
    rows_of,
    seat_hint,
    seat_text,
)

DAY = date(2026, 10, 1)
AT = datetime(2026, 10, 1, tzinfo=UTC)
LEAD, STANDBY = RosterPost("lead_officer", "带班领导"), RosterPost("standby_officer", "备勤", 2)


def seat(post: RosterPost, number: int, person: str = "", **facts: object) -> SeatView:
    if not person:
        return SeatView(post, number, None, "", SeatChange.FROZEN)
    slot = RosterSlot("s", DAY, ShiftKind.FULL, post.id, number, person, **facts)
    return SeatView(post, number, slot, "19900000001", SeatChange.FROZEN)


def view(*seats: SeatView, findings=(), kinds=(ShiftKind.FULL,)) -> RosterView:
    shifts = tuple(RosterShiftView(DAY, kind, AT, AT, seats) for kind in kinds)
    day = RosterDayView(DAY, DayClass.LEGAL_HOLIDAY, "国庆节", True, ("国庆安保",), shifts)
    return RosterView(RosterMonth("2026-10"), (LEAD, STANDBY), (day,), findings)


def test_every_seat_is_a_column_and_a_post_of_several_is_numbered() -> None:
    found = columns_of(view(seat(LEAD, 1), seat(STANDBY, 1), seat(STANDBY, 2)))
    assert [column.head for column in found] == ["带班领导", "备勤1", "备勤2"]


def test_the_day_is_told_by_words_and_only_in_its_first_row() -> None:
    two = view(seat(LEAD, 1), kinds=(ShiftKind.DAY, ShiftKind.NIGHT))
    rows = rows_of(two, columns_of(two))
    assert [day_text(row, DAY) for row in rows] == ["● 1日 周四 国庆节（推定） 国庆安保", ""]
    assert has_shifts(rows)
    assert rows[0].is_rest_day


def test_what_is_wrong_is_marked_at_the_seat_it_concerns_and_swaps_have_a_sign() -> None:
    findings = (
        RosterFinding(FindingKind.GAP, DAY, ShiftKind.FULL, STANDBY.id),
        RosterFinding(FindingKind.REST, DAY, ShiftKind.FULL, LEAD.id, "丙某"),
    )
    shown = view(
        seat(LEAD, 1, "丙某", source=SlotSource.SWAPPED),
        seat(STANDBY, 1, "丁某"),
        seat(STANDBY, 2),
        findings=findings,
    )
    (row,) = rows_of(shown, columns_of(shown))
    assert [seat_text(row, one) for one in row.seats if one] == ["▲ 丙某 ⇄", "丁某", "▲ —"]
    assert finding_text(row) == "▲ 缺岗、休息不足"
    assert seat_hint(row, row.seats[0]) == (
        "10月1日 周四　全天班　带班领导：丙某　19900000001　已过，不能再改"
    )
