"""Which feature composes which paper of incidents, and the name of any composed paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import Incident
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from dutydesk.domain.paper_value import PaperValue
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.services.paper import Composed, Sources
from dutydesk.wording.paper import PAPER_KIND

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def incident_sources(room: DutyRoom) -> Sources:
    """Return the function that composes each paper of incidents."""

    def special_report(request: PaperRequest) -> Composed:
        report = _wanted_report(room, request, ReportMedium.WRITTEN)
        value = room.incident_report.special_report(report.id)
        return composed(PaperKind.SPECIAL_REPORT, report.id, value, value.issue_no)

    def phone_report_sheet(request: PaperRequest) -> Composed:
        report = _wanted_report(room, request, ReportMedium.PHONE)
        value = room.phone_report_sheet.sheet(report.id)
        return composed(request.kind, report.id, value, f"{value.incident_no}-{value.stage}")

    def incident_ledger(request: PaperRequest) -> Composed:
        value = room.incident_ledger.ledger(request)
        return composed(request.kind, value.span.subject, value, value.span.subject)

    def incident_dossier(request: PaperRequest) -> Composed:
        incident = _wanted_incident(room, request)
        value = room.incident_dossier.dossier(incident.id)
        return composed(request.kind, incident.id, value, value.incident_no)

    def statistics(request: PaperRequest) -> Composed:
        value = room.statistics.sheet(request)
        subject = value.statistics.span.subject
        return composed(request.kind, subject, value, subject)

    return {
        PaperKind.SPECIAL_REPORT: special_report,
        PaperKind.PHONE_REPORT_SHEET: phone_report_sheet,
        PaperKind.INCIDENT_LEDGER: incident_ledger,
        PaperKind.INCIDENT_DOSSIER: incident_dossier,
        PaperKind.STATISTICS: statistics,
    }


def composed(kind: PaperKind, subject: str, value: PaperValue, name: str) -> Composed:
    """Return a paper with the name its file is proposed under."""
    return Composed(kind, subject, value, f"{PAPER_KIND[kind]}-{name}")


def _wanted_report(room: DutyRoom, request: PaperRequest, medium: ReportMedium) -> Report:
    """Return the report asked for; without one the latest by this medium."""
    views = (
        [room.incident.incident(request.incident_id)]
        if request.incident_id
        else room.incident.incidents()
    )
    reports = [
        report
        for view in views
        for report in view.reports
        if report.medium is medium and request.report_id in {None, report.id}
    ]
    if not reports:
        if request.report_id:
            raise RecordUnknown("report", request.report_id)
        raise NothingToPrint(request.kind)
    return max(reports, key=lambda report: (report.sent_at, report.id))


def _wanted_incident(room: DutyRoom, request: PaperRequest) -> Incident:
    """Return the incident asked for; without one that received last."""
    if request.incident_id:
        return room.incident.incident(request.incident_id).incident
    found = [view.incident for view in room.incident.incidents()]
    if not found:
        raise NothingToPrint(request.kind)
    return max(found, key=lambda one: (one.received_at, one.incident_no))
