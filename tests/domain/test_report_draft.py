from datetime import timedelta

from dutydesk.domain.report_draft import (
    ON_THE_DESK,
    WAITING,
    ReportState,
    ReportStep,
    StepKind,
    as_sent,
    asked,
    followed,
    pending,
)
from tests.incident_builders import RECEIVED, report, report_draft

LATER = RECEIVED + timedelta(minutes=5)


def step(kind, report_id="d1"):
    return ReportStep(
        id=f"{report_id}-{kind}",
        report_id=report_id,
        incident_id="i1",
        step=kind,
        person="王某",
        at=LATER,
        recorder="甲某",
        recorded_at=LATER,
    )


def signed(number=1, **changes):
    facts = {"state": ReportState.SIGNED, "signed_at": LATER, "signed_by": "丙某"}
    return report_draft(issue_year=2026, issue_no=number, **(facts | changes))


def test_what_waits_lies_on_the_desk():
    assert WAITING < ON_THE_DESK
    assert ON_THE_DESK.isdisjoint({ReportState.SENT, ReportState.ACKNOWLEDGED, ReportState.VOID})
    assert report_draft().is_on_the_desk
    assert not report_draft(state=ReportState.VOID).is_on_the_desk
    assert signed().is_frozen
    assert not report_draft().is_frozen


def test_reports_recorded_as_made_stand_beside_those_that_were_drafted():
    quick = report("first", "written", RECEIVED, id="q")
    spoken = report("first", "phone", RECEIVED, id="p")
    sent = report("follow_up", "written", LATER, id="d1", recorded_at=LATER)
    draft = report_draft(state=ReportState.SENT, drafted_at=RECEIVED + timedelta(minutes=1))
    found = followed([draft], [spoken, quick, sent], [step(StepKind.SENT)])
    assert [one.id for one in found] == ["q", "d1"]
    assert [one.state for one in found] == [ReportState.SENT, ReportState.SENT]
    assert found[1].face is sent
    assert [one.step for one in found[1].steps] == [StepKind.SENT]
    assert found[1].acknowledged is None
    (one,) = followed([], [quick], [step(StepKind.ACKNOWLEDGED, "q")])
    assert one.state is ReportState.ACKNOWLEDGED
    assert one.acknowledged.person == "王某"


def test_a_correction_knows_what_it_corrects():
    first = report("first", "written", RECEIVED, id="q", issue_no=12)
    (_, one) = followed([report_draft(corrects_report_id="q", drafted_at=LATER)], [first], [])
    assert one.corrected is first


def test_signed_ones_that_wait_stand_in_the_order_of_their_numbers():
    later, first = signed(2, id="b"), signed(1, id="a")
    assert pending([later, report_draft(), first]) == [first, later]


def test_a_signed_draft_reads_as_the_report_it_becomes():
    draft = signed(7, reviewed_by="乙某")
    made = as_sent(draft)
    assert (made.id, made.issue_no, made.sent_at, made.signed_at) == ("d1", 7, LATER, LATER)
    assert (made.reviewed_by, made.signed_by, made.body) == ("乙某", "丙某", draft.body)
    want = asked(draft, LATER)
    assert (want.sent_at, want.report_to, want.signed_by) == (LATER, draft.report_to, "丙某")
    assert asked(report_draft(), LATER).signed_by is None
