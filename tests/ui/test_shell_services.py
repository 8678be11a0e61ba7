from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.instants import china_instant
from dutydesk.domain.officer import Actor, OfficerRole, PinWrong
from dutydesk.domain.shift import Posts, ShiftStatus
from dutydesk.ui.desk import OnDuty
from dutydesk.ui.shell_services import NOBODY, ShellServices
from tests.builders import PIN, draft


def shell_of(room, *, is_read_only=False):
    return ShellServices(room.shift, room.officer, room.settings, is_read_only)


def end_shift(staffed, status=ShiftStatus.HANDED_OVER):
    now = staffed.room.clock.now()
    with staffed.room.store.writing(actor="test", action="test.end") as work:
        ended = None if status is ShiftStatus.HANDING_OVER else now
        work.tables.shift.put(replace(staffed.shift, status=status, ended_at=ended))


def test_who_is_on_duty_sits_down_without_a_pin(staffed):
    seat = shell_of(staffed.room).seat_on_duty()
    assert (seat.name, seat.actor.officer_id, seat.may_write) == ("甲某", staffed.admin.id, True)


def test_in_a_new_room_nobody_sits_but_calls_may_be_taken(room):
    seat = shell_of(room).seat_on_duty()
    assert (seat.name, seat.actor) == (NOBODY.name, NOBODY.actor)
    assert seat.may_write


def test_after_the_shift_was_handed_over_nobody_sits(staffed):
    end_shift(staffed)
    assert shell_of(staffed.room).seat_on_duty().name == NOBODY.name


@pytest.mark.parametrize("has_shift", [True, False])
def test_in_a_room_open_for_reading_nobody_writes(request, has_shift):
    room = (
        request.getfixturevalue("staffed").room if has_shift else request.getfixturevalue("room")
    )
    shell = shell_of(room, is_read_only=True)
    assert not shell.seat_on_duty().may_write
    assert shell.record_state().trouble == "只读"


def test_the_strip_says_unit_shift_and_who_is_on_duty_with_numbers(staffed):
    facts = shell_of(staffed.room).strip_facts()
    assert facts.unit == "安和街道办事处值班室"
    assert facts.shift == "11月20日 周五 全天班 08:30–次日08:30"
    assert facts.shift_short == "11/20 全天班"
    assert facts.on_duty == (OnDuty("带班", "丙某"), OnDuty("主班", "甲某", "19900000001"))


def test_the_strip_of_a_new_room_says_that_nobody_has_taken_over(room):
    facts = shell_of(room).strip_facts()
    assert (facts.shift, facts.shift_short, facts.on_duty) == ("还没有人接班", "未接班", ())


def test_a_shift_that_is_being_handed_over_says_so(staffed):
    end_shift(staffed, ShiftStatus.HANDING_OVER)
    facts = shell_of(staffed.room).strip_facts()
    assert facts.shift.endswith("待交接")


def test_the_state_tells_when_the_record_was_written_last(staffed):
    room = staffed.room
    room.clock.forward(minutes=5)
    room.duty_log.record(draft(room), by=staffed.by)
    assert shell_of(room).record_state().saved_at == room.clock.now()


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("08:30", "18:00", "08:30–18:00"),
        ("07:30", "17:30", "07:30–17:30"),
        ("17:30", "07:30", "17:30–次日07:30"),
        ("20:00", "08:00", "20:00–次日08:00"),
    ],
)
def test_an_end_on_the_next_day_in_china_says_so(room, start, end, hours):
    by = Actor("cli")
    other = {"kind": "night", "start": end, "end": start, "days": "every"}
    rows = [{"kind": "day", "start": start, "end": end, "days": "every"}, other]
    room.settings.put({"shift_pattern": rows}, by=by)
    hour, minute = start.split(":")
    room.clock.at = china_instant(date(2026, 11, 20), int(hour), int(minute))
    officer = room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=by).value
    room.shift.start(Posts(officer.id), PIN, by=by)
    assert shell_of(room).strip_facts().shift == f"11月20日 周五 白班 {hours}"


def test_every_active_officer_with_a_pin_may_unlock(staffed):
    shell = shell_of(staffed.room)
    assert {one.name for one in shell.unlockers()} == {"甲某", "乙某", "丙某"}
    staffed.room.officer.deactivate(staffed.officer.id, by=staffed.by)
    assert {one.name for one in shell.unlockers()} == {"甲某", "丙某"}


def test_who_unlocks_takes_the_seat_and_a_viewer_may_not_write(staffed):
    room = staffed.room
    shell = shell_of(room)
    assert shell.unlock(staffed.officer.id, PIN).name == "乙某"
    viewer = room.officer.add("看客", OfficerRole.VIEWER, PIN, by=staffed.by).value
    assert not shell.unlock(viewer.id, PIN).may_write
    with pytest.raises(PinWrong):
        shell.unlock(staffed.officer.id, "111111")


def test_the_window_is_given_the_same_answers(staffed):
    shell = shell_of(staffed.room)
    services = shell.as_desk_services(practice=True)
    assert services.practice
    assert services.strip_facts() == shell.strip_facts()
    assert services.unlockers() == shell.unlockers()
