import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from dutydesk.domain.shift import ShiftStatus
from dutydesk.store import logbook
from tests.builders import PIN, Staff, draft


def test_before_the_first_shift_one_waits_and_only_one(room: DutyRoom) -> None:
    now = room.clock.now()
    with room.store.writing(actor="test", action="test.wait") as work:
        waiting = logbook.running_shift(work.tables, now, room.ids)
        assert logbook.running_shift(work.tables, now, room.ids) == waiting
        assert work.tables.shift.newest() == waiting
    assert (waiting.status, waiting.primary_officer_id) == (ShiftStatus.AWAITING, None)


def test_the_recorder_is_the_named_officer_else_the_primary_else_the_actor(
    staffed: Staff,
) -> None:
    with staffed.room.store.reading() as tables:
        shift = tables.shift.running()
        assert logbook.recorder_for(tables, Actor("cli", staffed.officer.id), shift) == Recorder(
            "乙某", staffed.officer.id
        )
        assert logbook.recorder_for(tables, Actor("cli"), shift) == Recorder(
            "甲某", staffed.admin.id
        )
        assert logbook.recorder_for(tables, Actor("cli"), None) == Recorder("cli", None)
        with pytest.raises(RecordUnknown):
            logbook.recorder_for(tables, Actor("cli", "没有"), shift)


def test_who_may_only_look_records_nothing(staffed: Staff) -> None:
    viewer = staffed.room.officer.add("查阅者", OfficerRole.VIEWER, PIN, by=staffed.by).value
    with staffed.room.store.reading() as tables, pytest.raises(OfficerMayNot):
        logbook.recorder_for(tables, Actor(viewer.id, viewer.id), None)


def test_an_appended_entry_takes_the_next_number_of_the_running_shift(staffed: Staff) -> None:
    room = staffed.room
    with room.store.writing(actor="test", action="test.append") as work:
        made = [
            logbook.append(
                work.tables, draft(room), Recorder("程序", None, True), room.clock.now(), room.ids
            )
            for _ in range(2)
        ]
    assert [entry.no for entry in made] == [1, 2]
    assert all(entry.is_automatic for entry in made)
