from datetime import timedelta

import pytest

from dutydesk.domain import report_step_refusals as refusals
from dutydesk.domain.errors import Refusal
from dutydesk.domain.report import ReportStage
from dutydesk.domain.report_draft import (
    FollowedReport,
    ReportState,
    ReportStep,
    StepKind,
    carried_draft,
)
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.wording import report_draft as words
from tests.incident_builders import RECEIVED, report, report_draft

NOW = RECEIVED + timedelta(minutes=30)


def test_every_state_step_and_form_has_its_word():
    assert set(words.REPORT_STATE) == set(ReportState)
    assert set(words.STEP) == set(StepKind)
    assert set(words.SIGNATURE_FORM) == set(SignatureForm)


def test_every_refusal_has_its_sentence():
    classes = {
        one
        for one in vars(refusals).values()
        if isinstance(one, type) and issubclass(one, Refusal) and one is not Refusal
    }
    assert classes == set(words.SENTENCES)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (refusals.PhoneReportHasNoDraft(), "电话报告"),
        (refusals.ReportDraftNotOpen(ReportState.UNDER_REVIEW), "请先退回"),
        (refusals.ReportDraftNotOpen(ReportState.SENT), "请发更正"),
        (refusals.ReportDraftNotOpen(ReportState.VOID), "另拟一份"),
        (refusals.ReportDraftNotOpen(ReportState.DRAFTING), "签发后再报送"),
        (refusals.ReportStepUnfit(StepKind.SENT, ReportState.DRAFTING), "“拟稿”，不能报送"),
        (refusals.ReportStepUnfit(StepKind.SENT, ReportState.VOID), "已经作废，不能报送"),
        (refusals.ReportStepReasonMissing(StepKind.SENT_BACK), "退回要写明原因"),
        (refusals.ReportStepReasonTooLong(501, 500), "501字"),
        (refusals.ReportStepPersonMissing(StepKind.ACKNOWLEDGED), "谁签收的"),
        (refusals.ReportStepInFuture(StepKind.SENT, NOW, RECEIVED), "晚于现在"),
        (refusals.ReportStepTooEarly(StepKind.SENT, RECEIVED, NOW), "早于上一步"),
        (refusals.ReviewerIsDrafter("乙某"), "不能自己审核"),
        (refusals.PhoneSignerIsRecorder("甲某"), "本人口令"),
    ],
)
def test_a_refusal_says_what_to_do(error, said):
    assert said in words.SENTENCES[type(error)](error)


def test_a_report_is_named_by_stage_number_and_correction():
    assert words.face_word(report_draft()) == "首报"
    assert words.face_word(report_draft(), "初报") == "初报"
    second = report("follow_up", "written", RECEIVED, sequence_no=2)
    assert words.face_word(second) == "续报二"
    assert words.face_word(report_draft(corrects_report_id="r")) == "首报更正"


def test_a_report_in_a_line():
    one = FollowedReport(face=report_draft(), state=ReportState.DRAFTING)
    assert words.followed_words(one) == "首报　拟稿　拟稿甲某"
    sent = report("first", "written", RECEIVED, issue_no=12)
    made = report_draft(corrects_report_id=sent.id, issue_no=13, signed_by="丙某")
    two = FollowedReport(face=made, state=ReportState.SIGNED, corrected=sent)
    assert words.followed_words(two) == "首报更正　第13期　更正第12期　已签发未报送　签发丙某"


def test_a_step_in_a_line():
    facts = {
        "id": "s",
        "report_id": "d1",
        "incident_id": "i1",
        "at": RECEIVED,
        "recorder": "甲某",
        "recorded_at": RECEIVED,
    }
    signed = ReportStep(step=StepKind.SIGNED, person="丙某", form=SignatureForm.PHONE, **facts)
    assert words.step_words(signed, NOW) == "02:15 签发　丙某（电话授权，甲某记）"
    back = ReportStep(step=StepKind.SENT_BACK, person="甲某", reason="地点不准", **facts)
    assert words.step_words(back, NOW) == "02:15 退回　甲某：地点不准"
    nobody = ReportStep(step=StepKind.DRAFTED, person="", **facts)
    assert "未署名" in words.step_words(nobody, NOW)


def test_what_waits_is_counted_by_what_is_to_be_done():
    drafts = [
        report_draft(),
        report_draft(state=ReportState.SIGNED),
        report_draft(state=ReportState.SIGNED),
        report_draft(state=ReportState.UNDER_REVIEW),
    ]
    assert words.waiting_words(drafts) == "稿件：待审核1、待报送2"
    assert words.waiting_words([report_draft()]) == ""


def test_every_state_has_its_next_word_and_colour():
    said = {state: words.next_words(state) for state in ReportState}
    assert said[ReportState.SIGNED] == "报送"
    assert said[ReportState.SENT] == "记签收"
    assert said[ReportState.ACKNOWLEDGED] == said[ReportState.VOID] == ""
    assert words.state_tone(ReportState.SIGNED) == "soon"
    assert words.state_tone(ReportState.SENT) == ""
    assert words.state_tone(ReportState.VOID) == "muted"


def test_what_became_of_a_report_says_that_its_clock_runs_on():
    assert "存为稿件，时限照样计时" in words.kept_words(report_draft())
    handed_in = report_draft(state=ReportState.UNDER_REVIEW)
    assert "已送审，待审核" in words.kept_words(handed_in)
    assert words.corrected_mark(report("first", "written", RECEIVED, issue_no=3)) == "第3期"
    assert words.corrected_mark(report("first", "phone", RECEIVED)) == "已报送的报告"


def test_a_report_on_its_way_is_told_at_a_handover():
    second = report_draft(
        stage=ReportStage.FOLLOW_UP, sequence_no=2, state=ReportState.SIGNED, issue_no=8
    )
    said = words.carried_words(carried_draft(second, "丰收市场火灾"))
    assert said == "丰收市场火灾续报二，第8期，已签发未报送"
    mending = report_draft(corrects_report_id="r")
    assert words.carried_words(carried_draft(mending, "火灾"), "初报") == "火灾初报更正，拟稿"
