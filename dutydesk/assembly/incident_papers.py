"""Which feature composes which paper of incidents, and the name of any composed paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.services.paper import Composed, PaperValue, Sources
from dutydesk.wording.paper import PAPER_KIND

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def incident_sources(room: DutyRoom) -> Sources:
    """Return the function that composes each paper of incidents."""

    def special_report(request: PaperRequest) -> Composed:
        report = _wanted_report(room, request)
        value = room.incident_report.special_report(report.id)
        return composed(PaperKind.SPECIAL_REPORT, report.id, value, value.issue_no)

    return {PaperKind.SPECIAL_REPORT: special_report}


def composed(kind: PaperKind, subject: str, value: PaperValue, name: str) -> Composed:
    """Return a paper with the name its file is proposed under."""
    return Composed(kind, subject, value, f"{PAPER_KIND[kind]}-{name}")


def _wanted_report(room: DutyRoom, request: PaperRequest) -> Report:
    """Return the report asked for; without one the latest written report."""
    views = (
        [room.incident.incident(request.incident_id)]
        if request.incident_id
        else room.incident.incidents()
    )
    reports = [
        report
        for view in views
        for report in view.reports
        if report.medium is ReportMedium.WRITTEN and request.report_id in {None, report.id}
    ]
    if not reports:
        if request.report_id:
            raise RecordUnknown("report", request.report_id)
        raise NothingToPrint(PaperKind.SPECIAL_REPORT)
    return max(reports, key=lambda report: (report.sent_at, report.id))
