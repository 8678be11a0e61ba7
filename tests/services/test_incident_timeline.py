from datetime import timedelta

import pytest

from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import ExitReason, IncidentChange, IncidentLevel
from dutydesk.domain.report import ReportMedium
from tests.builders import Staff, draft
from tests.services.test_incident import opened, report


def test_what_happened_stands_in_order_and_once(staffed: Staff) -> None:
    room = staffed.room
    now = room.clock.now()
    incident = opened(room, occurred_at=now - timedelta(minutes=5), source="群众来电")
    room.duty_log.record(draft(room, "消防到场。", incident_id=incident.id), by=staffed.by)
    report(room, incident, "first", "phone")
    room.incident.update(
        incident.id, IncidentChange({}, "死亡3人", IncidentLevel.RELATIVELY_SERIOUS), by=staffed.by
    )
    timeline = room.incident_timeline.timeline(incident.incident_no)
    assert [mark.kind for mark in timeline.marks] == [
        "occurred",
        "received",
        "graded",
        "graded",
        "report",
        "entry",
    ]
    assert "群众来电" in timeline.marks[1].words
    assert "等级认定为较大" in timeline.marks[3].words
    assert timeline.marks[4].words == "首报（电话）报区政府总值班室，按时"
    assert timeline.is_running


def test_two_lanes_tell_clocks_met_and_running(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first", "phone")
    timeline = room.incident_timeline.timeline(incident.id)
    phone, written = timeline.lane(ReportMedium.PHONE)[0], timeline.lane(ReportMedium.WRITTEN)[0]
    assert (phone.status, phone.stopped_at) == (ClockStatus.MET, room.clock.now())
    assert (written.status, written.stopped_at) == (ClockStatus.RUNNING, None)
    assert "首报（书面）" in written.words
    assert timeline.ends_at >= written.due_at


def test_a_late_report_is_marked(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room, received_at=room.clock.now() - timedelta(minutes=50))
    report(room, incident, "first", "phone")
    timeline = room.incident_timeline.timeline(incident.id)
    late = next(mark for mark in timeline.marks if mark.kind == "report")
    assert late.is_late
    assert "迟报20分钟" in late.words
    assert "迟报20分" in timeline.lane(ReportMedium.PHONE)[0].words


def test_a_struck_entry_is_left_out_and_the_end_is_told(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    room.incident.close(
        incident.id, exit_reason=ExitReason.FALSE_ALARM, note="试验鸣笛", by=staffed.by
    )
    timeline = room.incident_timeline.timeline(incident.id)
    assert timeline.marks[-1].words == "按误报结束（甲某）：试验鸣笛"
    assert not timeline.is_running
    assert timeline.ends_at == room.clock.now()


def test_an_incident_nobody_knows_is_refused(staffed: Staff) -> None:
    with pytest.raises(RecordUnknown):
        staffed.room.incident_timeline.timeline("2026-999")
