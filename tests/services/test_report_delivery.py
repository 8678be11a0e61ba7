from datetime import timedelta

import pytest

from dutydesk.domain.changes import Changes
from dutydesk.domain.due_line import DueKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.report_draft import Acknowledgement, ReportState, Sending
from dutydesk.domain.report_step_refusals import (
    ReportStepInFuture,
    ReportStepPersonMissing,
    ReportStepTooEarly,
    ReportStepUnfit,
)
from tests.report_builders import CLI, ref, save, send, signed
from tests.services.test_incident_report import opened, report


def receipt(room, person="王某", at=None):
    return Acknowledgement(person=person, at=at or room.clock.now())


def test_a_report_is_judged_by_when_it_left_not_by_when_it_was_signed(staffed, clock):
    room = staffed.room
    draft = signed(staffed, opened(room))
    clock.forward(hours=2)
    sent = send(room, draft, late_reason="线路不通")
    assert sent.late_by_minutes == 60
    assert (sent.is_met, sent.late_reason) == (False, "线路不通")


def test_a_report_leaves_after_its_signature_and_not_ahead(staffed, clock):
    room = staffed.room
    draft = signed(staffed, opened(room))
    with pytest.raises(ReportStepTooEarly):
        send(room, draft, at=clock.now() - timedelta(minutes=1))
    with pytest.raises(ReportStepInFuture):
        send(room, draft, at=clock.now() + timedelta(hours=1))
    where = ref(room, draft)
    done = room.report_delivery.send(where, Sending(at=clock.now()), by=CLI)
    assert room.report_delivery.send(where, Sending(at=clock.now()), by=CLI).changes == Changes()
    assert done.value.id == draft.id


def test_a_draft_that_nobody_signed_does_not_leave(staffed):
    room = staffed.room
    draft = save(room, opened(room))
    with pytest.raises(ReportStepUnfit):
        send(room, draft)


def test_a_receipt_is_a_step_of_any_written_report(staffed, clock):
    room, service = staffed.room, staffed.room.report_delivery
    incident = opened(room)
    quick = report(room, incident, "first")
    drafted = send(room, signed(staffed, incident, "follow_up"))
    clock.forward(minutes=3)
    for one in (quick, drafted):
        with pytest.raises(ReportStepPersonMissing):
            service.acknowledge(ref(room, one), receipt(room, " "), by=CLI)
        early = one.sent_at - timedelta(minutes=2)
        with pytest.raises(ReportStepTooEarly):
            service.acknowledge(ref(room, one), receipt(room, at=early), by=CLI)
        where = ref(room, one)
        service.acknowledge(where, receipt(room), by=CLI)
        assert service.acknowledge(where, receipt(room), by=CLI).changes == Changes()
        found = service.one(one.id)
        assert (found.state, found.acknowledged.person) == (ReportState.ACKNOWLEDGED, "王某")
        with pytest.raises(ReportStepUnfit):
            service.acknowledge(ref(room, one), receipt(room), by=CLI)
    assert room.report_draft.draft(drafted.id).state is ReportState.ACKNOWLEDGED


def test_a_call_has_no_receipt(staffed):
    room = staffed.room
    call = report(room, opened(room), "first", "phone")
    with pytest.raises(RecordUnknown):
        room.report_delivery.acknowledge(ref(room, call), receipt(room), by=CLI)
    with pytest.raises(RecordUnknown):
        room.report_delivery.one("nowhere")


def test_a_missing_receipt_is_told_after_a_while_and_once_for_each_incident(staffed, clock):
    room, service = staffed.room, staffed.room.report_delivery
    incident = opened(room)
    first = report(room, incident, "first")
    report(room, incident, "follow_up", receiver="王某")
    later = report(room, incident, "follow_up")
    clock.forward(minutes=29)
    assert service.due() == []
    clock.forward(minutes=1)
    (line,) = service.due()
    assert (line.kind, line.record_id, line.due_at) == (DueKind.RECEIPT, incident.id, None)
    assert (line.target, line.is_quiet, line.is_clock) == ("区政府总值班室", True, False)
    service.acknowledge(ref(room, first), receipt(room), by=CLI)
    assert len(service.due()) == 1
    service.acknowledge(ref(room, later), receipt(room), by=CLI)
    assert service.due() == []


def test_a_unit_may_not_want_receipts_and_an_ended_incident_asks_for_none(staffed, clock):
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first")
    report(room, incident, "final")
    clock.forward(hours=2)
    assert len(room.report_delivery.due()) == 1
    room.settings.put({"receipt_missing_minutes": 0}, by=staffed.by)
    assert room.report_delivery.due() == []
    room.settings.put({"receipt_missing_minutes": 1}, by=staffed.by)
    room.incident.close(incident.id, by=CLI)
    assert room.report_delivery.due() == []


def test_the_ledger_holds_every_number_also_of_what_was_given_up(staffed, clock):
    room = staffed.room
    one, other = opened(room), opened(room)
    report(room, one, "first")
    gone = signed(staffed, other)
    room.report_draft.void(ref(room, gone), "改由电话报", by=CLI)
    clock.forward(minutes=1)
    last = report(room, other, "first")
    lines = room.report_delivery.all()
    assert [line.face.issue_no for line in lines] == [1, 2, 3]
    assert [line.state for line in lines] == [
        ReportState.SENT,
        ReportState.VOID,
        ReportState.SENT,
    ]
    assert [line.id for line in room.report_delivery.of_incident(other.id)] == [gone.id, last.id]
