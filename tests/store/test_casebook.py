import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.errors import RecordUnknown
from dutydesk.store import casebook
from tests.builders import Staff
from tests.incident_builders import grading, incident


def write_line(room: DutyRoom) -> None:
    now = room.clock.now()
    with room.store.writing(actor="cli", action="test") as work:
        line = casebook.line_about(incident(), "登记突发事件。", now, room.ids)
        casebook.log_line(work.tables, line, Recorder("甲某", None), now, room.ids)


def test_a_line_goes_into_the_running_shift_as_an_automatic_entry(staffed: Staff) -> None:
    write_line(staffed.room)
    shift, entries = staffed.room.duty_log.entries_of_running_shift()
    assert shift == staffed.shift
    assert [one.entry.is_automatic for one in entries] == [True]
    assert entries[0].entry.incident_id == "i1"


def test_without_a_shift_no_line_is_written_and_no_shift_is_made(room: DutyRoom) -> None:
    write_line(room)
    shift, entries = room.duty_log.entries_of_running_shift()
    assert (shift, entries) == (None, [])


def test_a_file_holds_the_incident_with_its_gradings(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        work.tables.incident.add_grading(grading(id="g1"))
    with room.store.reading() as tables:
        found = casebook.incident_file(tables, "2026-001")
        assert found.incident == incident()
        assert [one.id for one in found.gradings] == ["g1"]
        assert found.reports == ()
        with pytest.raises(RecordUnknown):
            casebook.incident_file(tables, "2026-002")


def test_the_unit_chooses_its_rules_and_its_word(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.setting.put("rule_set", "province")
        work.tables.setting.put("first_report_word", "初报")
    with room.store.reading() as tables:
        assert {rule.rule_set for rule in casebook.unit_rules(tables)} == {"province"}
        assert casebook.first_report_word(tables) == "初报"


def test_the_leader_of_the_running_shift_is_named(
    staffed: Staff,
) -> None:
    with staffed.room.store.reading() as tables:
        assert casebook.lead_name(tables) == staffed.lead.name


def test_without_a_shift_nobody_leads(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        assert casebook.lead_name(tables) == ""
