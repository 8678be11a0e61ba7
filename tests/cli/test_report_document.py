from datetime import timedelta

from dutydesk.cli.report_document import followed_document, followed_line, step_line
from dutydesk.domain.report_draft import FollowedReport, ReportState, ReportStep, StepKind
from tests.incident_builders import RECEIVED, report, report_draft

STEP = ReportStep(
    id="s",
    report_id="d1",
    incident_id="i1",
    step=StepKind.SENT_BACK,
    person="甲某",
    at=RECEIVED,
    reason="地点不准",
    recorder="甲某",
    recorded_at=RECEIVED,
)


def test_a_draft_has_not_been_judged():
    one = FollowedReport(face=report_draft(), state=ReportState.DRAFTING, steps=(STEP,))
    document = followed_document(one)
    assert (document["state"], document["sent_at"], document["met"]) == ("drafting", None, None)
    assert document["steps"][0]["at"] == "2026-11-21T02:15:00+08:00"
    assert followed_line(one, "初报").startswith("初报　拟稿")
    assert followed_line(one, "初报").endswith(" d1")
    assert step_line(STEP, RECEIVED + timedelta(hours=1)) == "  02:15 退回　甲某：地点不准"


def test_a_report_that_left_says_when():
    sent = report("first", "written", RECEIVED, issue_no=12, issue_year=2026)
    document = followed_document(FollowedReport(face=sent, state=ReportState.SENT))
    assert (document["issue_no"], document["sent_at"]) == (12, "2026-11-21T02:15:00+08:00")
