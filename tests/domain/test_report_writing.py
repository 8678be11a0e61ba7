from dutydesk.domain.report import ReportStage
from dutydesk.domain.report_check import FindingKind
from dutydesk.domain.report_writing import ReportWriting, tells_all
from tests.incident_builders import RECEIVED, draft_report, incident


def writing(stage: str) -> ReportWriting:
    draft = draft_report(stage, "written", RECEIVED)
    return ReportWriting(draft, incident(deaths=2), (), (), (), {"deaths": 2})


def test_a_final_names_every_figure_and_a_follow_up_the_new_ones() -> None:
    (asked,) = writing("final").findings("处置完毕。")
    assert asked.kind is FindingKind.FIGURE_UNSAID
    assert writing("follow_up").findings("仍在处置。") == ()
    assert [stage for stage in ReportStage if tells_all(stage)] == [
        ReportStage.FIRST,
        ReportStage.FINAL,
    ]
