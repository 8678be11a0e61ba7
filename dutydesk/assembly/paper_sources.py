"""Which feature composes which paper; the only place where papers meet the features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import to_json
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.services.paper import Composed, PaperValue, Sources
from dutydesk.wording.paper import PAPER_KIND

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def paper_sources(room: DutyRoom) -> Sources:
    """Return the function that composes each kind of paper."""

    def log_sheet(request: PaperRequest) -> Composed:
        day, sheets = room.log_sheet.sheets(request.duty_date)
        return _composed(PaperKind.LOG_SHEET, day.isoformat(), sheets, day.isoformat())

    def directory(request: PaperRequest) -> Composed:
        value = room.directory.directory(is_masked=request.is_masked)
        dated = value.as_of.isoformat() if value.as_of else ""
        return _composed(PaperKind.DIRECTORY, dated, value, dated)

    def handover_record(request: PaperRequest) -> Composed:
        handover_id = request.handover_id or _last_handover(room)
        value = room.handover.record(handover_id)
        return _composed(PaperKind.HANDOVER_RECORD, handover_id, value, value.no)

    def special_report(request: PaperRequest) -> Composed:
        report = _wanted_report(room, request)
        value = room.incident_report.special_report(report.id)
        return _composed(PaperKind.SPECIAL_REPORT, report.id, value, value.issue_no)

    def entry_register(request: PaperRequest) -> Composed:
        value = room.entry_register.register(request)
        subject = value.span.subject
        return _composed(request.kind, subject, value, subject)

    def month_volume(request: PaperRequest) -> Composed:
        value = room.month_volume.volume(request.month)
        month = value.month.isoformat()[:7]
        return _composed(PaperKind.MONTH_VOLUME, month, value, month)

    return {
        **_list_sources(room),
        **_ledger_sources(room),
        PaperKind.LOG_SHEET: log_sheet,
        PaperKind.DIRECTORY: directory,
        PaperKind.HANDOVER_RECORD: handover_record,
        PaperKind.SPECIAL_REPORT: special_report,
        PaperKind.MONTH_VOLUME: month_volume,
        **dict.fromkeys(REGISTER_KINDS, entry_register),
    }


def _list_sources(room: DutyRoom) -> Sources:
    """Return the functions of the lists beside the log, each of a span of days."""

    def absence_list(request: PaperRequest) -> Composed:
        value = room.absence_list.absences(request)
        return _composed(request.kind, value.span.subject, value, value.span.subject)

    def equipment_list(request: PaperRequest) -> Composed:
        value = room.equipment_list.equipment(request)
        return _composed(request.kind, value.span.subject, value, value.span.subject)

    return {PaperKind.ABSENCE_LIST: absence_list, PaperKind.EQUIPMENT_LIST: equipment_list}


def _ledger_sources(room: DutyRoom) -> Sources:
    """Return how the papers of what is followed until it is closed are composed."""

    def directive_ledger(request: PaperRequest) -> Composed:
        value = room.directive_ledger.ledger(request)
        subject = value.span.subject
        return _composed(PaperKind.DIRECTIVE_LEDGER, subject, value, subject)

    def open_item_list(_request: PaperRequest) -> Composed:
        value = room.directive_ledger.open_items()
        subject = to_json(value.as_of)[:16]
        name = subject.replace("T", "-").replace(":", "")
        return _composed(PaperKind.OPEN_ITEM_LIST, subject, value, name)

    return {
        PaperKind.DIRECTIVE_LEDGER: directive_ledger,
        PaperKind.OPEN_ITEM_LIST: open_item_list,
    }


def _last_handover(room: DutyRoom) -> str:
    last = room.handover.last_completed()
    if last is None:
        raise NothingToPrint(PaperKind.HANDOVER_RECORD)
    return last.handover.id


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


def _composed(kind: PaperKind, subject: str, value: PaperValue, name: str) -> Composed:
    return Composed(kind, subject, value, f"{PAPER_KIND[kind]}-{name}")
