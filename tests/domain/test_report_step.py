from datetime import timedelta

import pytest

from dutydesk.domain import report_step as steps
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.officer import Officer, OfficerMayNot, OfficerRole
from dutydesk.domain.report import MAX_BODY
from dutydesk.domain.report_draft import MAX_REASON, ReportState, StepKind
from dutydesk.domain.report_refusals import ReportTextTooLong
from dutydesk.domain.report_step_refusals import (
    PhoneReportHasNoDraft,
    PhoneSignerIsRecorder,
    ReportDraftNotOpen,
    ReportStepInFuture,
    ReportStepPersonMissing,
    ReportStepReasonMissing,
    ReportStepReasonTooLong,
    ReportStepTooEarly,
    ReportStepUnfit,
    ReviewerIsDrafter,
)
from dutydesk.domain.signature_form import SignatureForm
from tests.incident_builders import RECEIVED, draft_report, report_draft

NOW = RECEIVED + timedelta(minutes=10)
CONTENT = steps.Content(
    sequence_no=1, title="题", body="文", figures={}, level=IncidentLevel.ORDINARY
)
SIGNATURE = steps.Signature(
    person="丙某", form=SignatureForm.PHONE, at=NOW, issue_year=2026, issue_no=3
)

TAKE = {
    StepKind.SUBMITTED: lambda draft: steps.submitted(draft, needs_review=True),
    StepKind.REVIEWED: lambda draft: steps.reviewed(draft, "乙某"),
    StepKind.SENT_BACK: lambda draft: steps.sent_back(draft, "重写"),
    StepKind.SIGNED: lambda draft: steps.signed(draft, CONTENT, SIGNATURE),
    StepKind.SENT: lambda draft: steps.sent(draft, "王某"),
    StepKind.ACKNOWLEDGED: steps.acknowledged,
    StepKind.VOIDED: lambda draft: steps.voided(draft, "不报了"),
}


@pytest.mark.parametrize("state", list(ReportState))
@pytest.mark.parametrize("kind", list(TAKE))
def test_a_step_is_taken_from_its_states_and_from_no_other(kind, state):
    draft = report_draft(state=state)
    if state in steps.FOLLOWS[kind]:
        assert TAKE[kind](draft).state is not state
    else:
        with pytest.raises(ReportStepUnfit) as refused:
            TAKE[kind](draft)
        assert (refused.value.step, refused.value.state) == (kind, state)


def test_every_state_that_is_not_the_end_has_its_next_step():
    ends = {ReportState.ACKNOWLEDGED, ReportState.VOID}
    assert set(steps.NEXT_STEP) == set(ReportState) - ends
    for state, kind in steps.NEXT_STEP.items():
        assert state in steps.FOLLOWS[kind]


def test_a_draft_is_begun_and_changed():
    want = draft_report("first", "written", NOW, id="d1", report_to=("甲处", " "), copy_to=("",))
    begun = steps.drafted(want, None, CONTENT, ("甲某", RECEIVED))
    assert (begun.report_to, begun.copy_to) == (("甲处",), ())
    later = steps.drafted(want, begun, CONTENT, ("乙某", NOW))
    assert (later.drafted_by, later.drafted_at, later.changed_at) == ("甲某", RECEIVED, NOW)


def test_what_is_no_draft_is_refused():
    spoken = draft_report("first", "phone", NOW)
    with pytest.raises(PhoneReportHasNoDraft):
        steps.drafted(spoken, None, CONTENT, ("甲某", NOW))
    want = draft_report("first", "written", NOW)
    handed_in = report_draft(state=ReportState.UNDER_REVIEW)
    with pytest.raises(ReportDraftNotOpen):
        steps.drafted(want, handed_in, CONTENT, ("甲某", NOW))
    long = steps.Content(
        sequence_no=1, title="", body="文" * (MAX_BODY + 1), figures={}, level=CONTENT.level
    )
    with pytest.raises(ReportTextTooLong):
        steps.drafted(want, None, long, ("甲某", NOW))


def test_a_signature_takes_the_title_and_figures_but_leaves_the_text():
    draft = report_draft(state=ReportState.AWAITING_SIGNATURE, body="写好的")
    made = steps.signed(draft, CONTENT, SIGNATURE)
    assert (made.body, made.title, made.issue_no, made.signed_at) == ("写好的", "题", 3, NOW)


def test_reasons_names_and_times_are_checked():
    with pytest.raises(ReportStepReasonMissing):
        steps.check_reason(StepKind.SENT_BACK, " ")
    with pytest.raises(ReportStepReasonTooLong):
        steps.check_reason(StepKind.VOIDED, "长" * (MAX_REASON + 1))
    with pytest.raises(ReportStepPersonMissing):
        steps.check_person(StepKind.ACKNOWLEDGED, "　")
    with pytest.raises(ReportStepInFuture):
        steps.check_time(StepKind.SENT, NOW + timedelta(hours=1), NOW, RECEIVED)
    with pytest.raises(ReportStepTooEarly):
        steps.check_time(StepKind.SENT, RECEIVED - timedelta(minutes=1), NOW, RECEIVED)
    steps.check_time(StepKind.SENT, RECEIVED - timedelta(seconds=59), NOW, RECEIVED)


def officer(role, name="乙某"):
    return Officer(id=name, name=name, role=role)


@pytest.mark.parametrize(
    ("role", "refusal"),
    [
        (OfficerRole.VIEWER, OfficerMayNot),
        (OfficerRole.DUTY_OFFICER, ReviewerIsDrafter),
        (OfficerRole.LEAD_OFFICER, None),
        (OfficerRole.ADMIN, None),
    ],
)
def test_who_wrote_it_reviews_it_only_as_a_leader(role, refusal):
    draft = report_draft(drafted_by="乙某", state=ReportState.UNDER_REVIEW)
    if refusal is None:
        steps.check_reviewer(draft, officer(role))
    else:
        with pytest.raises(refusal):
            steps.check_reviewer(draft, officer(role))


def test_only_a_leader_signs():
    steps.check_signer(officer(OfficerRole.LEAD_OFFICER))
    with pytest.raises(OfficerMayNot):
        steps.check_signer(officer(OfficerRole.DUTY_OFFICER))


def test_by_telephone_somebody_else_signs():
    waits = report_draft(state=ReportState.AWAITING_SIGNATURE)
    steps.check_by_phone(waits, "丁副主任", "甲某", None)
    with pytest.raises(PhoneSignerIsRecorder):
        steps.check_by_phone(waits, "甲某", "甲某", None)
    with pytest.raises(OfficerMayNot):
        steps.check_by_phone(waits, "乙某", "甲某", officer(OfficerRole.DUTY_OFFICER))
    reviewed = report_draft(state=ReportState.UNDER_REVIEW, drafted_by="乙某")
    with pytest.raises(ReviewerIsDrafter):
        steps.check_by_phone(reviewed, "乙某", "甲某", officer(OfficerRole.DUTY_OFFICER))
    steps.check_by_phone(reviewed, "戊某", "甲某", officer(OfficerRole.DUTY_OFFICER, "戊某"))
