from dataclasses import replace

import pytest

from dutydesk.domain.report_draft import ReportState, ReportStep, StepKind
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.store import driver
from tests.incident_builders import RECEIVED, incident, report_draft

SIGNED = {
    "state": ReportState.SIGNED,
    "signed_by": "丙某",
    "signed_at": RECEIVED,
    "signature_form": SignatureForm.PHONE,
    "issue_year": 2026,
    "issue_no": 1,
}


def step(**changes):
    facts = {
        "id": "s1",
        "report_id": "d1",
        "incident_id": "i1",
        "step": StepKind.SENT_BACK,
        "person": "丙某",
        "at": RECEIVED,
        "reason": "数字不符",
        "recorder": "甲某",
        "recorded_at": RECEIVED,
    }
    return ReportStep(**(facts | changes))


@pytest.fixture
def filed(room):
    with room.store.writing(actor="cli", action="incident.open") as work:
        work.tables.incident.put(incident())
        work.tables.report_draft.put(report_draft())
    return room


def put(room, draft):
    with room.store.writing(actor="cli", action="incident.open") as work:
        work.tables.report_draft.put(draft)


def test_drafts_and_steps_come_back_as_they_were_written(filed):
    with filed.store.writing(actor="cli", action="incident.open") as work:
        work.tables.report_draft.add_step(step())
        work.tables.report_draft.add_step(
            step(id="s2", step=StepKind.ACKNOWLEDGED, report_id="r9", reason="")
        )
    with filed.store.reading() as tables:
        table = tables.report_draft
        assert table.by_id("d1") == report_draft()
        assert table.of_incident("i1") == table.all() == table.on_the_desk() == (report_draft(),)
        assert table.step_by_id("s1") == step()
        assert [one.id for one in table.steps_of_incident("i1")] == ["s1", "s2"]


@pytest.mark.parametrize("change", [{"body": "改过"}, {"issue_no": 2}, {"signed_by": "丁某"}])
def test_what_was_signed_cannot_be_changed_even_past_the_program(filed, change):
    signed = replace(report_draft(), **SIGNED)
    put(filed, signed)
    with pytest.raises(Exception, match="frozen once signed"):
        put(filed, replace(signed, **change))
    put(filed, replace(signed, state=ReportState.VOID))
    with filed.store.reading() as tables:
        assert tables.report_draft.by_id("d1") == replace(signed, state=ReportState.VOID)
        assert tables.report_draft.on_the_desk() == ()


def test_a_draft_is_never_deleted(filed):
    connection = driver.connect(str(filed.store.path))
    with pytest.raises(driver.Error, match="report_draft is kept"):
        connection.execute("DELETE FROM report_draft")
    connection.close()


def test_the_number_after_the_last_counts_reports_and_signed_drafts(filed):
    with filed.store.reading() as tables:
        assert tables.report.next_issue_no(2026) == 1
    put(filed, replace(report_draft(), **SIGNED))
    with filed.store.reading() as tables:
        assert tables.report.next_issue_no(2026) == 2
        assert tables.report.next_issue_no(2027) == 1
