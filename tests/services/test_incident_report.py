from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.changes import Changes
from dutydesk.domain.deadline import ClockStatus
from dutydesk.domain.errors import RecordUnknown, TextBroken
from dutydesk.domain.incident import (
    DraftIncident,
    Incident,
    IncidentCategory,
    IncidentChange,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import (
    DraftReport,
    FirstReportMissing,
    Report,
    ReportMedium,
    ReportStage,
)
from dutydesk.domain.report_check import FindingsUnanswered
from dutydesk.domain.report_refusals import ReportInFuture, ReportSignerMissing
from tests.builders import Staff

CLI = Actor("cli")


def opened(room: DutyRoom, **changes: Any) -> Incident:
    facts: dict[str, Any] = {
        "id": room.incident.new_id(),
        "title": "安和街道丰收市场火灾",
        "category": IncidentCategory.ACCIDENT,
        "kind": "火灾",
        "place": "安和街道丰收市场",
        "received_at": room.clock.now(),
        "deaths": 2,
    }
    return room.incident.open(DraftIncident(**(facts | changes)), by=CLI).value


def report(
    room: DutyRoom, incident: Incident, stage: str, medium: str = "written", **changes: Any
) -> Report:
    facts: dict[str, Any] = {
        "id": room.incident_report.new_id(),
        "incident_id": incident.id,
        "stage": ReportStage(stage),
        "medium": ReportMedium(medium),
        "sent_at": room.clock.now(),
        "report_to": ("区政府总值班室",),
    }
    if medium == "written" and room.shift.view().shift is None:
        facts["signed_by"] = "丁某"
    return room.incident_report.report(DraftReport(**(facts | changes)), by=CLI).value


def texts(room: DutyRoom) -> list[str]:
    return [listed.entry.text for listed in room.duty_log.entries_of_running_shift()[1]]


def test_a_report_is_made_signed_and_sent_in_one_journal_row(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room)
    clock.forward(minutes=20)
    with room.store.reading() as tables:
        before = tables.journal.count()
    made = report(room, incident, "first", receiver="王某")
    with room.store.reading() as tables:
        assert tables.journal.count() == before + 1
        assert tables.report.by_id(made.id) == made
    assert (made.issue_year, made.issue_no, made.sequence_no) == (2026, 1, 1)
    assert made.figures["deaths"] == 2
    assert made.title == "关于安和街道丰收市场火灾情况的报告"
    assert (made.drafted_by, made.signed_by) == ("甲某", "丙某")
    assert texts(room)[-1] == (
        "书面报送区政府总值班室（首报）：安和街道丰收市场火灾（2026-001），第1期，接收人王某，签发丙某。"
    )
    assert room.incident.incident(incident.id).incident.status is IncidentStatus.HANDLING


def test_a_paper_signed_with_a_blank_is_refused_and_a_call_needs_no_signer(room: DutyRoom) -> None:
    for signer in ("", " "):
        with pytest.raises(ReportSignerMissing):
            report(room, opened(room), "first", signed_by=signer)
    made = report(room, opened(room), "first", signed_by="丁某")
    assert (made.drafted_by, made.signed_by) == ("", "丁某")
    assert report(room, opened(room), "first", "phone").signed_by == ""


def test_before_any_shift_a_script_reports_on_paper_and_the_sheet_is_signed_by_hand(
    room: DutyRoom,
) -> None:
    incident = opened(room)
    made = report(room, incident, "first", signed_by=None)
    assert made.signed_by == ""
    sheet = room.incident_report.special_report(made.id)
    assert sheet.signed_by == ""


def test_the_rule_that_applied_is_kept_with_the_report(room: DutyRoom, clock: FixedClock) -> None:
    incident = opened(room, level=IncidentLevel.SERIOUS)
    clock.forward(minutes=30)
    phone = report(room, incident, "first", "phone")
    assert (phone.due_at, phone.is_met, phone.late_by_minutes) == (clock.now(), True, 0)
    assert "30分钟内" in phone.rule_text
    clock.forward(minutes=30, seconds=1)
    paper = report(room, incident, "first", late_reason="传真故障")
    assert (paper.is_met, paper.late_by_minutes, paper.late_reason) == (False, 1, "传真故障")
    room.settings.put({"rule_set": "statute"}, by=CLI)
    clocks = room.incident.incident(incident.id).clocks
    assert {one.status for one in clocks if one.stage} == {ClockStatus.MET, ClockStatus.MET_LATE}


def test_a_reason_for_being_late_is_kept_only_when_late(room: DutyRoom) -> None:
    assert report(room, opened(room), "first", late_reason="无").late_reason == ""


def test_an_ungraded_incident_says_that_the_strictest_rule_applied(room: DutyRoom) -> None:
    made = report(room, opened(room), "first", "phone")
    assert made.rule_text.startswith("未定级，按最严一档")


def test_an_ungraded_incident_says_which_level_the_unit_chose(room: DutyRoom) -> None:
    room.settings.put({"ungraded_level": "relatively_serious"}, by=CLI)
    made = report(room, opened(room), "first", "phone")
    assert made.rule_text.startswith("未定级，按较大一档：较大首报（电话）接报后1小时内")


def test_an_upgrade_report_is_marked_and_not_late(room: DutyRoom, clock: FixedClock) -> None:
    incident = opened(room, level=IncidentLevel.ORDINARY)
    clock.forward(minutes=50)
    change = IncidentChange({"deaths": 10}, "搜救发现", IncidentLevel.SERIOUS)
    room.incident.update(incident.id, change, by=CLI)
    clock.forward(minutes=5)
    made = report(room, incident, "first", "phone")
    assert (made.is_met, made.late_by_minutes, made.is_after_upgrade) == (True, 0, True)


def test_issue_numbers_run_over_incidents_and_stages_but_not_telephones(room: DutyRoom) -> None:
    one, other = opened(room), opened(room)
    report(room, one, "first", "phone")
    numbers = [
        report(room, one, "first").issue_no,
        report(room, other, "first").issue_no,
        report(room, one, "follow_up").issue_no,
        report(room, one, "final").issue_no,
    ]
    assert numbers == [1, 2, 3, 4]


def test_issue_numbers_begin_anew_with_the_china_year(room: DutyRoom, clock: FixedClock) -> None:
    incident = opened(room)
    report(room, incident, "first")
    clock.forward(days=41, hours=7, minutes=29)
    last = report(room, incident, "follow_up")
    clock.forward(minutes=1, hours=8)
    first = report(room, incident, "follow_up")
    assert (last.issue_year, last.issue_no) == (2026, 2)
    assert (first.issue_year, first.issue_no) == (2027, 1)


def test_a_refused_report_leaves_no_number_behind(room: DutyRoom, clock: FixedClock) -> None:
    incident = opened(room)
    with pytest.raises(FirstReportMissing):
        report(room, incident, "follow_up")
    with pytest.raises(ReportInFuture):
        report(room, incident, "first", sent_at=clock.now() + timedelta(hours=1))
    assert report(room, incident, "first").issue_no == 1


def test_the_same_draft_is_sent_once(room: DutyRoom) -> None:
    incident = opened(room)
    draft = room.incident_report.proposal(
        incident.incident_no, ReportStage.FIRST, ReportMedium.WRITTEN
    )
    draft = replace(draft, signed_by="丁某")
    first = room.incident_report.report(draft, by=CLI)
    second = room.incident_report.report(draft, by=CLI)
    assert second.value == first.value
    assert second.changes == Changes()


def test_follow_ups_compare_with_the_report_sent_last(room: DutyRoom, clock: FixedClock) -> None:
    incident = opened(room)
    report(room, incident, "first")
    room.incident.update(incident.id, IncidentChange({"deaths": 3}, "医院核实"), by=CLI)
    clock.forward(hours=1)
    one = report(room, incident, "follow_up")
    two = report(room, incident, "follow_up")
    assert "死亡3人（上次报告2人）" in one.body
    assert "与上次报告相同" in two.body
    assert (one.title, two.title) == (
        "关于安和街道丰收市场火灾情况的续报（一）",
        "关于安和街道丰收市场火灾情况的续报（二）",
    )


def test_a_text_of_ones_own_is_kept_as_typed(room: DutyRoom) -> None:
    body = "  <b>明火已扑灭\n\t第二段 "
    assert report(room, opened(room), "first", body=body).body == body


def test_a_proposal_names_receivers_and_signer_from_the_unit(staffed: Staff) -> None:
    room = staffed.room
    room.settings.put({"report_to": ["区委值班室", "区政府总值班室"]}, by=CLI)
    draft = room.incident_report.proposal(opened(room).id, ReportStage.FIRST, ReportMedium.PHONE)
    assert draft.report_to == ("区委值班室", "区政府总值班室")
    assert draft.signed_by == "丙某"
    assert draft.sent_at == room.clock.now()
    assert draft.body.endswith("有关情况将续报。")


def test_a_written_report_becomes_a_paper(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    room.settings.put({"duty_phone": "0000-0000001"}, by=CLI)
    incident = opened(room)
    first = report(room, incident, "first", copy_to=("区防汛办",))
    clock.forward(hours=1)
    second = report(room, incident, "follow_up")
    paper = room.incident_report.special_report(first.id)
    assert (paper.masthead, paper.issue_no, paper.unit) == (
        "突发事件信息专报",
        "第1期",
        "安和街道办事处值班室",
    )
    assert (paper.stage, paper.signed_by, paper.phone) == ("", "丙某", "0000-0000001")
    assert paper.copy_to == ("区防汛办",)
    assert paper.body[1] == "一、基本情况"
    assert paper.is_practice
    latest = room.incident_report.latest_special_report(incident.incident_no)
    assert (latest.stage, latest.timed_at) == ("续报一", second.sent_at)
    assert latest.title == "关于安和街道丰收市场火灾情况的报告"


def test_a_telephone_report_is_no_paper(room: DutyRoom) -> None:
    incident = opened(room)
    phone = report(room, incident, "first", "phone")
    with pytest.raises(RecordUnknown):
        room.incident_report.special_report(phone.id)
    with pytest.raises(RecordUnknown):
        room.incident_report.latest_special_report(incident.id)


def test_a_late_report_says_so_in_the_log(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    incident = opened(room)
    clock.forward(minutes=45)
    report(room, incident, "first", "phone")
    assert texts(room)[-1].startswith("电话报告区政府总值班室（首报）：")
    assert "超时15分钟" in texts(room)[-1]


_STEPS = st.lists(
    st.tuples(st.sampled_from(ReportStage), st.sampled_from(ReportMedium), st.integers(0, 600)),
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=_STEPS)
def test_whatever_is_reported_the_year_has_no_gap_in_its_numbers(
    room: DutyRoom, clock: FixedClock, steps: list[tuple[ReportStage, ReportMedium, int]]
) -> None:
    from dutydesk.domain.errors import Refusal

    incident = opened(room)
    for stage, medium, minutes in steps:
        clock.forward(minutes=minutes)
        try:
            made = report(room, incident, stage, medium)
        except Refusal:
            continue
        assert made.due_at is None or made.is_met == (made.late_by_minutes == 0)
    with room.store.reading() as tables:
        numbers = [(one.issue_year, one.issue_no) for one in tables.report.all() if one.issue_no]
    for year in {year for year, _ in numbers}:
        of_year = [no for found, no in numbers if found == year]
        assert of_year == list(range(1, len(of_year) + 1))


def test_from_the_desk_a_finding_holds_the_report_until_it_has_its_reason(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    draft = DraftReport(
        id=room.incident_report.new_id(),
        incident_id=incident.id,
        stage=ReportStage.FIRST,
        medium=ReportMedium.WRITTEN,
        sent_at=room.clock.now(),
        report_to=("区政府总值班室",),
        body="三人死亡。",
    )
    with pytest.raises(FindingsUnanswered) as held:
        room.incident_report.report(draft, by=staffed.by, reasons={})
    (asked,) = held.value.findings
    assert room.incident.incident(incident.id).reports == ()
    sent = room.incident_report.report(
        draft, by=staffed.by, reasons={asked.key: " 医院刚报，随后更新 "}
    ).value
    (kept,) = room.incident_report.trace(sent.id).findings
    assert (kept.subject, kept.expected, kept.found) == ("deaths", "2", "3")
    assert (kept.reason, kept.answered_by) == ("医院刚报，随后更新", "甲某")
    again = room.incident_report.report(draft, by=staffed.by, reasons={})
    assert again.value == sent, "the same draft again is answered with what stands there"


def test_a_report_from_a_script_is_recorded_as_made_with_what_was_found(staffed: Staff) -> None:
    room = staffed.room
    sent = report(room, opened(room), "first", body="三人死亡。")
    (kept,) = room.incident_report.trace(sent.id).findings
    assert (kept.found, kept.reason) == ("3", "")


@pytest.mark.parametrize("odd", ["<b>火</b>&", "长" * 10_000, "火\x01灾", "😀🚒", "甲\n\n乙"])
def test_odd_texts_are_kept_to_the_sign(staffed: Staff, odd: str) -> None:
    room = staffed.room
    sent = report(room, opened(room), "first", body=odd, already_told=odd, receiver=odd)
    with room.store.reading() as tables:
        assert tables.report.by_id(sent.id) == sent
    assert (sent.body, sent.already_told, sent.receiver) == (odd, odd, odd)


def test_half_a_sign_is_refused_and_nothing_is_on_record(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    with pytest.raises(TextBroken):
        report(room, incident, "first", body="火\ud800灾")
    assert room.incident.incident(incident.id).reports == ()
