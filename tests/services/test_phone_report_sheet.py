import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import IncidentChange
from tests.builders import Staff
from tests.services.test_incident_report import CLI, opened, report


def test_a_sheet_says_what_was_known_when_it_was_told(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    fire = opened(room, source="安和三社区", situation="有浓烟")
    clock.forward(minutes=8)
    told = report(
        room, fire, "first", "phone", receiver="赵某", already_told="119，18:28", body="起火。"
    )
    clock.forward(minutes=30)
    later = {"situation": "明火扑灭", "cause": "电线短路", "deaths": 3}
    room.incident.update(fire.id, IncidentChange(later, "核实"), by=CLI)
    sheet = room.phone_report_sheet.sheet(told.id)
    assert (sheet.situation, sheet.cause, sheet.harm) == ("有浓烟", "", "死亡2人")
    assert (sheet.receiver, sheet.already_told, sheet.body) == ("赵某", "119，18:28", "起火。")
    assert (sheet.stage, sheet.reporter, sheet.approved_by) == ("首报", "甲某", "丙某")
    assert sheet.judged == "按时"
    assert sheet.limit


def test_a_written_report_and_an_unknown_one_have_no_such_sheet(staffed: Staff) -> None:
    room = staffed.room
    written = report(room, opened(room), "first")
    for report_id in (written.id, "没有"):
        with pytest.raises(RecordUnknown):
            room.phone_report_sheet.sheet(report_id)


def test_the_sheet_of_a_call_said_a_place_and_a_time_that_were_found_out_later(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    began = room.clock.now()
    fire = opened(room, place="安和市场", occurred_at=began)
    clock.forward(minutes=8)
    told = report(room, fire, "first", "phone", body="起火。")
    clock.forward(minutes=30)
    later = {"place": "安和路5号", "occurred_at": None, "title": "安和路平房火灾"}
    room.incident.update(fire.id, IncidentChange(later, "核实"), by=CLI)
    sheet = room.phone_report_sheet.sheet(told.id)
    assert (sheet.place, sheet.occurred_at, sheet.title) == ("安和市场", began, fire.title)
