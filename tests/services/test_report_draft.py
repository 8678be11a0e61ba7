from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutydesk.domain.changes import Changes
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import IncidentChange
from dutydesk.domain.incident_refusals import IncidentEnded
from dutydesk.domain.officer import Actor, OfficerMayNot, PinWrong
from dutydesk.domain.report import (
    CorrectedReportUnfit,
    FirstReportMissing,
    ReportMedium,
    ReportStage,
)
from dutydesk.domain.report_check import FindingKind, FindingsUnanswered
from dutydesk.domain.report_draft import ReportState, Sending, Signoff, StepKind
from dutydesk.domain.report_refusals import FirstReportExists, ReceiverUnitMissing
from dutydesk.domain.report_step_refusals import (
    PhoneReportHasNoDraft,
    PhoneSignerIsRecorder,
    ReportDraftNotOpen,
    ReportStepReasonMissing,
    ReportStepTooEarly,
    ReportStepUnfit,
    ReviewerIsDrafter,
)
from dutydesk.domain.signature_form import SignatureForm
from tests.report_builders import (
    BY_PHONE,
    CLI,
    asked_for,
    in_person,
    ref,
    save,
    send,
    signed,
    submitted,
)
from tests.services.test_incident_report import opened, report, texts


def steps(room, draft):
    return room.report_delivery.one(draft.id).steps


def kinds(room, draft):
    return [one.step for one in steps(room, draft)]


def test_a_draft_goes_through_every_gate_and_the_report_bears_its_id(staffed, clock):
    room, service = staffed.room, staffed.room.report_draft
    incident = opened(room)
    draft = service.save(asked_for(room, incident), by=staffed.by).value
    assert (draft.state, draft.drafted_by, draft.issue_no) == (ReportState.DRAFTING, "甲某", None)
    assert draft.title == "关于安和街道丰收市场火灾情况的报告"
    clock.forward(minutes=2)
    assert service.submit(ref(room, draft), by=staffed.by).value.state is ReportState.UNDER_REVIEW
    after = service.review(ref(room, draft), in_person(staffed.officer.id), by=staffed.by).value
    assert (after.state, after.reviewed_by) == (ReportState.AWAITING_SIGNATURE, "乙某")
    clock.forward(minutes=3)
    made = service.sign(ref(room, draft), in_person(staffed.lead.id), by=staffed.by).value
    assert (made.state, made.issue_year, made.issue_no) == (ReportState.SIGNED, 2026, 1)
    assert (made.signed_by, made.signature_form) == ("丙某", SignatureForm.IN_PERSON)
    assert room.incident.incident(incident.id).reports == ()
    clock.forward(minutes=4)
    sent = room.report_delivery.send(
        ref(room, draft), Sending(at=clock.now(), receiver="王某"), by=staffed.by
    ).value
    assert (sent.id, sent.issue_no, sent.receiver) == (draft.id, 1, "王某")
    assert (sent.drafted_by, sent.reviewed_by, sent.signed_by) == ("甲某", "乙某", "丙某")
    assert sent.signed_at == clock.now() - timedelta(minutes=4)
    assert sent.is_met is True
    assert room.incident.incident(incident.id).reports == (sent,)
    assert texts(room)[-1].startswith("书面报送区政府总值班室（首报）")
    assert kinds(room, draft) == [
        StepKind.DRAFTED,
        StepKind.SUBMITTED,
        StepKind.REVIEWED,
        StepKind.SIGNED,
        StepKind.SENT,
    ]


def test_where_the_unit_wants_no_review_it_goes_straight_to_the_signature(staffed):
    room = staffed.room
    room.settings.put({"is_review_needed": False}, by=staffed.by)
    draft = save(room, opened(room))
    after = room.report_draft.submit(ref(room, draft), by=CLI).value
    assert after.state is ReportState.AWAITING_SIGNATURE


def running(room):
    return [(due.clock.stage, due.clock.medium, due.clock.due_at) for due in room.incident.due()]


def test_a_draft_never_stops_its_clock(staffed):
    room = staffed.room
    incident = opened(room)
    before = running(room)
    draft = signed(staffed, incident)
    assert running(room) == before
    paper = next(one for one in before if one[:2] == ("first", "written"))
    send(room, draft)
    assert paper not in running(room)


def test_a_leader_signs_by_telephone_and_the_officer_at_the_desk_puts_it_on_record(staffed, clock):
    room = staffed.room
    draft = submitted(room, save(room, opened(room)))
    clock.forward(minutes=9)
    at = clock.now() - timedelta(minutes=5)
    made = room.report_draft.sign(ref(room, draft), replace(BY_PHONE, at=at), by=staffed.by).value
    assert (made.signed_by, made.signed_at, made.signature_form.value) == ("丁副主任", at, "phone")
    step = steps(room, draft)[-1]
    assert (step.person, step.recorder, step.at) == ("丁副主任", "甲某", at)


def test_nobody_signs_by_telephone_from_his_own_desk_or_above_his_rank(staffed, clock):
    room, service = staffed.room, staffed.room.report_draft
    draft = submitted(room, save(room, opened(room)))
    by_phone = Signoff(form=SignatureForm.PHONE, person="甲某")
    with pytest.raises(PhoneSignerIsRecorder):
        service.sign(ref(room, draft), by_phone, by=staffed.by)
    with pytest.raises(OfficerMayNot):
        service.sign(ref(room, draft), replace(by_phone, person="乙某"), by=staffed.by)
    with pytest.raises(OfficerMayNot):
        service.sign(ref(room, draft), in_person(staffed.officer.id), by=staffed.by)
    with pytest.raises(PinWrong):
        service.sign(ref(room, draft), in_person(staffed.lead.id, "135791"), by=staffed.by)
    early = replace(BY_PHONE, at=draft.changed_at - timedelta(minutes=1))
    with pytest.raises(ReportStepTooEarly):
        service.sign(ref(room, draft), early, by=staffed.by)
    assert service.draft(draft.id).state is ReportState.AWAITING_SIGNATURE


def test_nobody_but_a_leader_reviews_what_he_wrote(staffed):
    room, service = staffed.room, staffed.room.report_draft
    by = Actor(staffed.officer.id, staffed.officer.id)
    draft = service.save(asked_for(room, opened(room)), by=by).value
    service.submit(ref(room, draft), by=by)
    with pytest.raises(ReviewerIsDrafter):
        service.review(ref(room, draft), in_person(staffed.officer.id), by=by)
    by_phone = Signoff(form=SignatureForm.PHONE, person="乙某")
    with pytest.raises(ReviewerIsDrafter):
        service.review(ref(room, draft), by_phone, by=staffed.by)
    assert service.review(ref(room, draft), in_person(staffed.lead.id), by=by).value


def test_each_gate_sends_back_with_a_reason_and_it_is_written_again(staffed, clock):
    room, service = staffed.room, staffed.room.report_draft
    incident = opened(room)
    draft = save(room, incident)
    service.submit(ref(room, draft), by=CLI)
    with pytest.raises(ReportStepReasonMissing):
        service.send_back(ref(room, draft), " ", by=CLI)
    with pytest.raises(ReportDraftNotOpen):
        service.save(asked_for(room, incident, id=draft.id, body="改"), by=CLI)
    assert service.send_back(ref(room, draft), "地点不准", by=CLI).value.state.value == "drafting"
    service.save(asked_for(room, incident, id=draft.id, body="改好了"), by=CLI)
    submitted(room, draft)
    back = service.send_back(ref(room, draft), "措辞", by=CLI).value
    assert (back.state, back.reviewed_by) == (ReportState.DRAFTING, "")
    reasons = [one.reason for one in steps(room, draft) if one.step is StepKind.SENT_BACK]
    assert reasons == ["地点不准", "措辞"]
    with pytest.raises(ReportStepUnfit):
        service.send_back(ref(room, draft), "再来", by=CLI)


def test_what_is_signed_is_final_and_given_up_with_its_number(staffed):
    room, service = staffed.room, staffed.room.report_draft
    incident = opened(room)
    draft = signed(staffed, incident)
    with pytest.raises(ReportDraftNotOpen):
        service.save(asked_for(room, incident, id=draft.id, body="改"), by=CLI)
    with pytest.raises(ReportStepUnfit):
        service.send_back(ref(room, draft), "改", by=CLI)
    assert service.void(ref(room, draft), "改由电话报", by=CLI).value.issue_no == 1
    with pytest.raises(ReportStepUnfit):
        send(room, draft)
    assert signed(staffed, incident).issue_no == 2


def test_a_step_written_but_not_answered_is_not_written_twice(staffed):
    room, service = staffed.room, staffed.room.report_draft
    draft = save(room, opened(room))
    where = ref(room, draft)
    service.submit(where, by=CLI)
    assert service.submit(where, by=CLI).changes == Changes()
    assert kinds(room, draft) == [StepKind.DRAFTED, StepKind.SUBMITTED]


def test_saving_the_same_again_writes_nothing(staffed, clock):
    room = staffed.room
    want = asked_for(room, opened(room))
    room.report_draft.save(want, by=CLI)
    clock.forward(minutes=1)
    assert room.report_draft.save(want, by=CLI).changes == Changes()


def test_figures_and_title_are_those_of_the_signature(staffed):
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first")
    draft = save(room, incident, "follow_up")
    report(room, incident, "follow_up")
    room.incident.update(incident.id, IncidentChange({"deaths": 3}, "医院通报"), by=CLI)
    submitted(room, draft)
    made = room.report_draft.sign(ref(room, draft), BY_PHONE, by=CLI).value
    assert (made.sequence_no, made.figures["deaths"]) == (2, 3)
    assert made.title.endswith("续报（二）")
    assert made.issue_no == 3


def test_the_chain_holds_for_what_is_signed_and_waits(staffed):
    room = staffed.room
    incident = opened(room)
    late = submitted(room, save(room, incident, "follow_up"))
    with pytest.raises(FirstReportMissing):
        room.report_draft.sign(ref(room, late), BY_PHONE, by=CLI)
    first = signed(staffed, incident)
    again = submitted(room, save(room, incident))
    with pytest.raises(FirstReportExists):
        room.report_draft.sign(ref(room, again), BY_PHONE, by=CLI)
    made = room.report_draft.sign(ref(room, late), BY_PHONE, by=CLI).value
    assert made.issue_no == 2
    with pytest.raises(FirstReportMissing):
        send(room, made)
    send(room, first)
    assert send(room, made).sequence_no == 1


def test_a_report_made_quickly_counts_after_one_that_was_signed(staffed):
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first")
    made = signed(staffed, incident, "follow_up")
    quick = report(room, incident, "follow_up")
    assert (made.sequence_no, quick.sequence_no) == (1, 2)
    assert (made.issue_no, quick.issue_no) == (2, 3)


def test_what_has_no_draft_is_refused(staffed):
    room, service = staffed.room, staffed.room.report_draft
    incident = opened(room)
    with pytest.raises(PhoneReportHasNoDraft):
        service.save(asked_for(room, incident, medium=ReportMedium.PHONE), by=CLI)
    with pytest.raises(RecordUnknown):
        service.save(asked_for(room, incident, incident_id="nowhere"), by=CLI)
    with pytest.raises(RecordUnknown):
        service.submit(("nowhere", "s"), by=CLI)
    draft = save(room, incident, report_to=(" ",))
    with pytest.raises(ReceiverUnitMissing):
        service.submit(ref(room, draft), by=CLI)


def test_without_a_text_the_program_proposes_one(staffed):
    room = staffed.room
    draft = save(room, opened(room), body=" ")
    assert "一、基本情况" in draft.body


def test_a_correction_has_its_number_keeps_the_words_and_moves_no_clock(staffed, clock):
    room = staffed.room
    incident = opened(room)
    first = report(room, incident, "first")
    before = [one.clock for one in room.incident.due()]
    clock.forward(minutes=5)
    made = signed(staffed, incident, corrects_report_id=first.id)
    sent = send(room, made)
    assert (sent.issue_no, sent.sequence_no, sent.corrects_report_id) == (2, 1, first.id)
    assert (sent.due_at, sent.is_met) == (None, None)
    assert sent.title == first.title
    assert [one.clock.due_at for one in room.incident.due()] == [one.due_at for one in before]
    assert "，更正第1期，" in texts(room)[-1]
    paper = room.incident_report.special_report(sent.id)
    assert (paper.stage, paper.marks) == ("更正第1期", ())
    assert report(room, incident, "follow_up").sequence_no == 1
    with pytest.raises(CorrectedReportUnfit):
        save(room, incident, "follow_up", corrects_report_id=first.id)


def test_a_final_report_can_be_corrected_after_the_end(staffed, clock):
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first")
    final = report(room, incident, "final")
    room.incident.close(incident.id, by=CLI)
    late = submitted(room, save(room, incident, "follow_up"))
    with pytest.raises(IncidentEnded):
        room.report_draft.sign(ref(room, late), BY_PHONE, by=CLI)
    made = signed(staffed, incident, "final", corrects_report_id=final.id)
    assert send(room, made).issue_no == 3


def test_a_signed_report_is_printed_before_it_leaves_and_reads_the_same_after(staffed, clock):
    room = staffed.room
    draft = save(room, opened(room))
    with pytest.raises(RecordUnknown):
        room.incident_report.special_report(draft.id)
    submitted(room, draft)
    made = room.report_draft.sign(ref(room, draft), BY_PHONE, by=CLI).value
    before = room.incident_report.special_report(made.id)
    clock.forward(minutes=7)
    send(room, made)
    assert room.incident_report.special_report(made.id) == before
    assert (before.reviewed_by, before.signed_by) == ("戊主任", "丁副主任")


ORDERS = st.lists(
    st.tuples(
        st.sampled_from(["draft", "sign", "send", "return", "void", "quick"]), st.integers(0, 3)
    ),
    min_size=8,
    max_size=24,
)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(order=ORDERS)
def test_numbers_have_neither_gaps_nor_repeats_in_any_order(staffed, clock, order):
    room = staffed.room
    room.settings.put({"is_review_needed": False}, by=staffed.by)
    incident = opened(room)
    if not incident_has_first(room, incident):
        report(room, incident, "first")
    drafts = []
    for deed, which in order:
        clock.forward(minutes=1)
        chosen = drafts[which % len(drafts)] if drafts else None
        if deed == "quick":
            report(room, incident, "follow_up")
        elif deed == "draft" or chosen is None:
            drafts.append(save(room, incident, "follow_up").id)
        else:
            take(room, deed, chosen)
    lines = [one.face for one in room.report_delivery.all() if one.face.issue_no is not None]
    assert sorted(one.issue_no for one in lines) == list(range(1, len(lines) + 1))


def incident_has_first(room, incident):
    return bool(room.incident.incident(incident.id).reports)


def take(room, deed, draft_id):
    """Take one deed on a draft; what does not follow is refused and changes nothing."""
    service, where = room.report_draft, (draft_id, room.report_draft.new_id())
    state = service.draft(draft_id).state
    try:
        if deed == "sign":
            if state is ReportState.DRAFTING:
                service.submit(where, by=CLI)
            service.sign((draft_id, service.new_id()), BY_PHONE, by=CLI)
        elif deed == "send":
            room.report_delivery.send(where, Sending(at=room.clock.now()), by=CLI)
        elif deed == "return":
            service.send_back(where, "重写", by=CLI)
        else:
            service.void(where, "不报了", by=CLI)
    except ReportStepUnfit:
        assert service.draft(draft_id).state is state


def test_a_figure_below_the_one_just_signed_is_asked_about_before_that_one_has_left(staffed):
    room = staffed.room
    incident = opened(room, deaths=3)
    signed(staffed, incident)
    room.incident.update(incident.id, IncidentChange({"deaths": 2}, "核实"), by=CLI)
    follow = save(room, incident, "follow_up", body="死亡2人。")
    fallen = [one for one in room.report_draft.findings(follow.id) if one.subject == "deaths"]
    assert [(one.kind, one.expected, one.found) for one in fallen] == [
        (FindingKind.FIGURE_FELL, "3", "2")
    ]
    after = submitted(room, follow)
    with pytest.raises(FindingsUnanswered):
        room.report_draft.sign(ref(room, after), BY_PHONE, by=CLI, reasons={})
    form = room.incident_report.writing(incident.id, ReportStage.FOLLOW_UP, ReportMedium.WRITTEN)
    assert form.before["deaths"] == 3
    assert "3" in "".join(form.changes)


def test_a_draft_that_was_handed_in_is_not_sent_past_its_signature_under_the_same_id(staffed):
    room = staffed.room
    incident = opened(room)
    draft = asked_for(room, incident)
    room.report_draft.hand_in(draft, room.report_draft.new_id(), by=CLI)
    with pytest.raises(ReportDraftNotOpen):
        room.incident_report.report(draft, by=CLI)
    assert room.incident.incident(incident.id).reports == ()
