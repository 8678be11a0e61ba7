"""Callers who call again, and entries that go on with one before them."""

from dataclasses import replace
from datetime import timedelta

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_log import Correction, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import DraftIncident, ExitReason, IncidentCategory
from dutydesk.domain.repeat_caller import CallerTyped
from dutydesk.domain.shift import ShiftStatus
from tests.builders import Staff, draft

CALLER = {"phone": "19900007531", "source": "安和三社区", "person": "李某"}


def open_draft(room: DutyRoom) -> DraftIncident:
    return DraftIncident(
        id=room.ids.new(),
        title="安和小区燃气泄漏",
        category=IncidentCategory.ACCIDENT,
        kind="燃气泄漏",
        place="安和小区",
        received_at=room.clock.now(),
    )


def call(staffed: Staff, text: str, **values: object) -> LogEntry:
    made = draft(staffed.room, text, **{**CALLER, **values})
    return staffed.room.duty_log.record(made, by=staffed.by).value


def repeat_no(staffed: Staff, **typed: str) -> int | None:
    found = staffed.room.duty_log.repeat_of(CallerTyped(**{**CALLER, **typed}))
    return found.listed.entry.no if found else None


def test_who_called_before_is_found_by_number_else_by_person_and_unit(staffed: Staff) -> None:
    assert repeat_no(staffed) is None
    call(staffed, "一")
    call(staffed, "二", kind=EntryKind.OUTGOING_CALL)
    call(staffed, "不是电话", kind=EntryKind.FAX)
    find = staffed.room.duty_log.repeat_of
    by_number = find(CallerTyped("199-0000-7531", "", ""))
    assert by_number is not None
    assert (by_number.listed.entry.text, by_number.is_same_number) == ("二", True)
    by_person = find(CallerTyped("", "安和三社区", "李某"))
    assert by_person is not None
    assert not by_person.is_same_number
    assert find(CallerTyped("", "安和三社区", "")) is None


def test_a_caller_of_long_ago_or_none_at_all_when_switched_off(staffed: Staff) -> None:
    room = staffed.room
    call(staffed, "一")
    room.clock.forward(hours=24)
    assert repeat_no(staffed) == 1
    room.clock.forward(minutes=1)
    assert repeat_no(staffed) is None
    call(staffed, "二")
    assert repeat_no(staffed) == 2
    room.settings.put({"repeat_caller_hours": 0}, by=staffed.by)
    assert repeat_no(staffed) is None


def test_a_corrected_call_is_found_as_what_holds_now(staffed: Staff) -> None:
    wrong = call(staffed, "一")
    fixed = Correction(id=staffed.room.duty_log.new_id(), reason="听错", phone="19900000001")
    staffed.room.duty_log.correct(wrong.id, fixed, by=staffed.by)
    assert repeat_no(staffed, person="", source="") is None
    assert repeat_no(staffed, phone="19900000001") == 2


def test_a_caller_of_the_shift_before_is_found_and_an_old_shift_is_not_read(
    staffed: Staff,
) -> None:
    room = staffed.room
    call(staffed, "上一班")
    room.clock.forward(hours=2)
    with room.store.writing(actor="test", action="test.hand_over") as work:
        done = replace(staffed.shift, status=ShiftStatus.HANDED_OVER, ended_at=room.clock.now())
        work.tables.shift.put(done)
        work.tables.shift.put(replace(staffed.shift, id=room.ids.new()))
    assert repeat_no(staffed) == 1
    with room.store.reading() as tables:
        assert len(tables.shift.ended_after(room.clock.now() - timedelta(hours=1))) == 2
        assert len(tables.shift.ended_after(room.clock.now() + timedelta(hours=1))) == 1


def test_a_continuation_belongs_to_the_open_incident_of_what_it_goes_on_with(
    staffed: Staff,
) -> None:
    room = staffed.room
    entry = call(staffed, "3号楼燃气异味")
    opened = room.incident.open(open_draft(room), by=staffed.by).value
    log = next(
        one.entry
        for one in room.duty_log.entries_of_running_shift()[1]
        if one.entry.incident_id == opened.id
    )
    assert call(staffed, "无关", continuation_of=entry.id).incident_id is None
    assert call(staffed, "又来", continuation_of=log.id).incident_id == opened.id
    room.incident.close(opened.id, by=staffed.by, exit_reason=ExitReason.FALSE_ALARM, note="误报")
    assert call(staffed, "再来", continuation_of=log.id).incident_id is None
