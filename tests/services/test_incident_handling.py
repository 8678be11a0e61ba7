from dataclasses import replace
from typing import Any

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.changes import Changes
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import Incident, IncidentLevel
from dutydesk.domain.incident_notice import DraftNotice, NoticeHow, NoticeInFuture
from dutydesk.domain.initial_action import DraftActionTaken
from dutydesk.domain.withdrawal import Withdrawal
from tests.builders import Staff
from tests.services.test_incident import opened


def call(room: DutyRoom, incident: Incident, party: str = "119", **changes: Any) -> DraftNotice:
    facts: dict[str, Any] = {
        "id": room.incident_handling.new_id(),
        "incident_id": incident.id,
        "party": party,
        "told_at": room.clock.now(),
    }
    return DraftNotice(**(facts | changes))


def tick(room: DutyRoom, incident: Incident, action: str = "人员疏散") -> DraftActionTaken:
    return DraftActionTaken(
        id=room.incident_handling.new_id(),
        incident_id=incident.id,
        action=action,
        done_at=room.clock.now(),
        done_by="消防救援站",
        note="12户",
    )


def test_a_call_is_one_journal_row_with_an_outgoing_call_of_the_incident(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    with room.store.reading() as tables:
        before = tables.journal.count()
    draft = call(room, incident, person="王某", phone="119", answer="已出动两车。")
    done = room.incident_handling.notify(draft, by=staffed.by)
    with room.store.reading() as tables:
        assert tables.journal.count() == before + 1
    assert set(done.changes.touched) == {"incident_notice", "log_entry"}
    assert done.value.told_by == "甲某"
    entry = room.duty_log.entry(done.value.entry_id).entry
    assert (entry.kind, entry.incident_id) == (EntryKind.OUTGOING_CALL, incident.id)
    assert (entry.source, entry.person, entry.phone) == ("119", "王某", "119")
    assert entry.text == ("通报119王某：安和街道丰收市场火灾（2026-001）。对方答：已出动两车。")
    assert not entry.is_automatic


def test_the_same_call_is_written_once_and_others_are_added(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    draft = call(room, incident, is_reached=False)
    first = room.incident_handling.notify(draft, by=staffed.by).value
    again = room.incident_handling.notify(draft, by=staffed.by)
    assert (again.value, again.changes) == (first, Changes())
    untold = room.incident_handling.sheet(incident.id).untold
    room.incident_handling.notify(call(room, incident), by=staffed.by)
    sheet = room.incident_handling.sheet(incident.incident_no)
    assert sheet.untold == untold - 1
    assert [len(one.notices) for one in sheet.parties if one.party == "119"] == [2]


def test_what_is_told_otherwise_is_no_call(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    done = room.incident_handling.notify(
        call(room, incident, how=NoticeHow.MESSAGE), by=staffed.by
    ).value
    entry = room.duty_log.entry(done.entry_id).entry
    assert entry.kind is EntryKind.INCIDENT
    assert "（短信）" in entry.text


def test_a_refused_call_leaves_nothing(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    before = len(room.duty_log.entries_of_incident(incident.id))
    late = room.clock.now().replace(year=2027)
    with pytest.raises(NoticeInFuture):
        room.incident_handling.notify(call(room, incident, told_at=late), by=staffed.by)
    unknown = replace(call(room, incident), incident_id="none")
    with pytest.raises(RecordUnknown):
        room.incident_handling.notify(unknown, by=staffed.by)
    assert len(room.duty_log.entries_of_incident(incident.id)) == before


def test_withdrawing_the_entry_takes_the_call_back(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    done = room.incident_handling.notify(call(room, incident), by=staffed.by).value
    room.withdrawal.withdraw(
        done.entry_id, Withdrawal(room.duty_log.new_id(), "没有打"), by=staffed.by
    )
    sheet = room.incident_handling.sheet(incident.id)
    assert all(line.told is None for line in sheet.parties)


def test_a_first_action_is_ticked_once_with_its_entry(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    draft = tick(room, incident)
    done = room.incident_handling.note_action(draft, by=staffed.by)
    assert room.incident_handling.note_action(draft, by=staffed.by).changes == Changes()
    assert room.incident_handling.sheet(incident.id).done == 1
    entry = room.duty_log.entry(done.value.entry_id).entry
    assert entry.text.startswith("先期处置：人员疏散（消防救援站），12户。")
    assert entry.incident_id == incident.id


def test_who_commands_follows_the_level(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    sheet = room.incident_handling.sheet(incident.id)
    assert sheet.command is not None
    assert sheet.command.name == "区火灾事故应急指挥部"
    assert sheet.command.name in [line.party for line in sheet.parties]
    at_level = room.incident_handling.commands(incident.id)[IncidentLevel.SERIOUS]
    assert at_level is not None
    assert at_level.name == "市火灾事故应急指挥部"


def test_calls_and_actions_stand_on_the_timeline_once(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    room.incident_handling.notify(call(room, incident, person="王某"), by=staffed.by)
    room.incident_handling.note_action(tick(room, incident), by=staffed.by)
    marks = room.incident_timeline.timeline(incident.id).marks
    assert [mark.kind for mark in marks] == ["received", "graded", "notice", "initial_action"]
    assert [mark.word for mark in marks[2:]] == ["119", "人员疏散"]
    assert marks[2].words == "119 王某"
