from datetime import date, timedelta

from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.incident_masking import DraftMasking, MaskingDecision
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_span import month_of
from tests.builders import Staff, draft
from tests.incident_builders import draft_report
from tests.services.test_incident import CLI, opened, report
from tests.services.test_incident_report import report as full_report

NOVEMBER = month_of(date(2026, 11, 20))


def test_a_month_counts_incidents_and_judges_reports(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room, level=IncidentLevel.ORDINARY)
    report(room, fire, "first", "phone")
    room.clock.forward(hours=3)
    late = draft_report(
        "first",
        "written",
        room.clock.now(),
        id=room.incident.new_id(),
        incident_id=fire.id,
        late_reason="停电",
    )
    room.incident_report.report(late, by=CLI)
    found = room.statistics.of(NOVEMBER).statistics
    assert [(one.kind, one.total) for one in found.kinds] == [("火灾", 1)]
    assert [(one.medium, one.due, one.met) for one in found.on_time] == [
        ("phone", 1, 1),
        ("written", 1, 0),
    ]
    assert [(one.reason, one.sent_at) for one in found.late] == [("停电", room.clock.now())]
    assert found.report_count == 2


def test_what_ran_out_and_was_never_sent_is_on_the_list_until_it_is(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room, level=IncidentLevel.ORDINARY)
    assert room.statistics.of(NOVEMBER).statistics.late == ()
    room.clock.forward(hours=5)
    unsent = room.statistics.of(NOVEMBER).statistics.late
    assert {one.sent_at for one in unsent} == {None}
    assert {one.medium.value for one in unsent} == {"phone", "written"}
    report(room, fire, "first", "phone")
    later = room.statistics.of(NOVEMBER).statistics.late
    assert [(one.medium, one.sent_at is None) for one in later if one.stage == "first"] == [
        ("phone", False),
        ("written", True),
    ]
    october = room.statistics.of(month_of(date(2026, 10, 1))).statistics
    assert october.is_empty


def test_the_sheet_has_the_unit_its_word_and_the_span_asked_for(staffed: Staff) -> None:
    room = staffed.room
    opened(room)
    sheet = room.statistics.sheet(PaperRequest(PaperKind.STATISTICS))
    assert (sheet.unit, sheet.first_word) == (room.settings.room().unit, "首报")
    assert sheet.statistics.span == NOVEMBER
    day = PaperRequest(PaperKind.STATISTICS, duty_date=date(2026, 11, 19))
    assert room.statistics.sheet(day).statistics.incident_count == 0


def test_entries_are_counted_by_the_hour_and_years_from_the_first_receipt(staffed: Staff) -> None:
    room = staffed.room
    assert room.statistics.years() == [2026]
    room.duty_log.record(draft(room, "停电"), by=staffed.by)
    assert sum(map(sum, room.statistics.entry_hours(NOVEMBER))) == 1
    opened(room, received_at=room.clock.now() - timedelta(days=400))
    assert room.statistics.years() == [2026, 2025]


def test_the_title_of_a_masked_incident_stood_on_the_list_of_late_reports(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room, title="李小明家火灾")
    room.clock.forward(hours=9)
    full_report(room, fire, "first", late_reason="李小明的电话占线")
    full_report(room, fire, "final")
    room.incident.close(fire.id, by=CLI)
    hidden = DraftMasking(
        id=room.ids.new(),
        incident_id=fire.id,
        decision=MaskingDecision.MASK,
        words=("李小明",),
    )
    assert "李小明" in repr(room.statistics.of(NOVEMBER).statistics)
    room.incident_masking.decide(hidden, by=staffed.by)
    assert "李小明" not in repr(room.statistics.of(NOVEMBER).statistics)
