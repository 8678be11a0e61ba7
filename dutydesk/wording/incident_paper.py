"""What papers of incidents say: the special report, marks of a report, harm in one line."""

from __future__ import annotations

from dutydesk.domain.incident import Incident
from dutydesk.domain.instants import china
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.domain.report import Report, ReportStage
from dutydesk.domain.room import Room
from dutydesk.wording.incident import FIGURE, FIRST_WORD, amount
from dutydesk.wording.report import correction_words, paper_title, stage_line

MASTHEAD = "突发事件信息专报"
CORRECTION = "更正"
BYPASS = "越级上报"


def special_report_paper(  # noqa: PLR0913 -- what stands on the page comes from as many places
    room: Room,
    incident: Incident,
    report: Report,
    *,
    phone: str,
    first_word: str = FIRST_WORD,
    corrected: Report | None = None,
) -> SpecialReport:
    """Return a written report as it is printed in the bulletin layout (domain notes §9.2)."""
    is_first, word = report.stage is ReportStage.FIRST, stage_line(report, first_word)
    marks = report_marks(report, corrected)
    # What it corrects stands under the title, beside the stage.
    correction = [mark for mark in marks if mark.startswith(CORRECTION)]
    return SpecialReport(
        masthead=MASTHEAD,
        issue_no=f"第{report.issue_no}期",
        unit=room.unit,
        issued_on=china(report.signed_at).date(),
        title=paper_title(incident),
        body=tuple(line for line in report.body.splitlines() if line.strip()),
        is_practice=room.is_practice,
        stage="，".join(filter(None, ("" if is_first else word, *correction))),
        # The text is as old as its signature, also when the paper leaves later.
        timed_at=report.signed_at,
        report_to=report.report_to,
        copy_to=report.copy_to,
        drafted_by=report.drafted_by,
        reviewed_by=report.reviewed_by,
        signed_by=report.signed_by,
        phone=phone,
        marks=tuple(mark for mark in marks if mark not in correction),
    )


def report_marks(report: Report, corrected: Report | None = None) -> tuple[str, ...]:
    """Return what stands out of a report: 更正第12期, 越级上报."""
    marks = []
    if report.corrects_report_id is not None:
        marks.append(correction_words(report, corrected) if corrected else CORRECTION)
    if report.bypass_reason.strip():
        marks.append(BYPASS)
    return tuple(marks)


def harm_words(incident: Incident) -> str:
    """Return every figure that was stated, in the order of the record; empty when none was."""
    stated = [
        f"{FIGURE[name]}{amount(name, value)}"
        for name, value in incident.figures().items()
        if value is not None
    ]
    return "，".join(stated)
