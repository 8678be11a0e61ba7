from datetime import date

from dutydesk.domain.instants import from_iso
from dutydesk.domain.roster import PRIMARY_POST, RosterMonth, RosterPost
from dutydesk.domain.roster_view import (
    DutySource,
    OnDutyPerson,
    OnDutyView,
    RosterShiftView,
    RosterView,
    SeatChange,
    SeatView,
)
from dutydesk.domain.shift import ShiftKind

POST = RosterPost(PRIMARY_POST, "主班")


def test_an_empty_seat_has_nobody() -> None:
    at = from_iso("2026-11-20T08:30")
    seat = SeatView(POST, 1, None, "", SeatChange.FREE)
    row = RosterShiftView(date(2026, 11, 20), ShiftKind.FULL, at, at, (seat,))
    assert (seat.person, row.people_of(PRIMARY_POST)) == ("", ())


def test_a_month_finds_its_posts() -> None:
    view = RosterView(RosterMonth("2026-11"), (POST,), ())
    assert view.post(PRIMARY_POST) == POST
    assert view.post("nothing") is None
    assert view.slots == ()


def test_one_who_really_kept_the_shift_makes_it_actual() -> None:
    at = from_iso("2026-11-20T08:30")
    rostered = OnDutyPerson(POST, "甲某", "", DutySource.ROSTER)
    actual = OnDutyPerson(POST, "乙某", "", DutySource.ACTUAL)
    assert not OnDutyView(at, people=(rostered,)).is_actual
    assert OnDutyView(at, people=(rostered, actual)).is_actual
