import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.store import casebook
from dutydesk.store.report_chain import content_of, draft_of, followed_one, with_pending
from tests.report_builders import asked_for, save, signed
from tests.services.test_incident_report import opened, report


def test_signed_ones_that_wait_count_for_what_comes_after(staffed):
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first")
    waiting = signed(staffed, incident, "follow_up")
    save(room, incident, "follow_up")
    with room.store.reading() as tables:
        file = casebook.incident_file(tables, incident.id)
        assert [one.id for one in with_pending(tables, file)][-1] == waiting.id
        content = content_of(tables, file, asked_for(room, incident, "follow_up", body=""))
    assert (content.sequence_no, content.title[-5:]) == (2, "续报（二）")
    assert content.body


def test_what_nobody_knows_is_refused(staffed):
    room = staffed.room
    call = report(room, opened(room), "first", "phone")
    with room.store.reading() as tables:
        with pytest.raises(RecordUnknown):
            draft_of(tables, call.id)
        for unknown in (call.id, "nowhere"):
            with pytest.raises(RecordUnknown):
                followed_one(tables, unknown)
