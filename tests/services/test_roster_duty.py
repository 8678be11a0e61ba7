from datetime import timedelta

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.instants import from_iso
from dutydesk.domain.roster import LEAD_POST, SECONDARY_POST
from dutydesk.domain.roster_view import DutySource
from dutydesk.domain.shift import Posts, Presence, ShiftKind
from tests.builders import Staff
from tests.roster_builders import nov, put


def people(room: DutyRoom, at: str) -> list[tuple[str, str, DutySource]]:
    view = room.roster_duty.on_duty(from_iso(at))
    return [(one.post.name, one.person, one.source) for one in view.people]


def test_who_really_keeps_the_shift_comes_before_the_roster(staffed: Staff) -> None:
    room = staffed.room
    put(room, nov(20), "己某")
    put(room, nov(20), "丁某", SECONDARY_POST)
    put(room, nov(21), "己某")
    assert people(room, "2026-11-20T10:00") == [
        ("带班领导", "丙某", DutySource.ACTUAL),
        ("主班", "甲某", DutySource.ACTUAL),
        ("副班", "丁某", DutySource.ROSTER),
    ]
    # Nobody kept the night before, and tomorrow is only planned.
    assert people(room, "2026-11-20T08:29") == []
    assert people(room, "2026-11-21T08:30") == [("主班", "己某", DutySource.ROSTER)]


def test_a_shift_is_kept_until_somebody_relieves(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    clock.at += timedelta(hours=26)
    view = room.roster_duty.on_duty()
    assert (view.duty_date, view.is_actual) == (nov(20), True)


def test_the_night_belongs_to_the_day_before(room: DutyRoom) -> None:
    put(room, nov(25), "甲某")
    view = room.roster_duty.on_duty(from_iso("2026-11-26T02:15"))
    assert (view.duty_date, view.shift) == (nov(25), ShiftKind.FULL)
    assert [one.person for one in view.people] == ["甲某"]


def test_the_reminder_tells_today_and_tomorrow(staffed: Staff) -> None:
    room = staffed.room
    put(room, nov(21), "丙某", LEAD_POST)
    reminder = room.roster_duty.reminder()
    assert (reminder.today.day, reminder.tomorrow.day) == (nov(20), nov(21))
    assert reminder.now.is_actual
    assert [one.person for one in reminder.tomorrow.slots] == ["丙某"]


def test_a_leader_who_changed_in_the_middle_led_until_then(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    clock.at += timedelta(hours=4)
    posts = Posts(staffed.admin.id, lead_officer_id=staffed.admin.id)
    room.shift.change_posts(posts, Presence.ON_SITE, by=staffed.by)
    clock.at += timedelta(hours=1)
    leads = [people(room, at)[0][1] for at in ("2026-11-20T12:29", "2026-11-20T12:30")]
    assert leads == ["丙某", "甲某"]
