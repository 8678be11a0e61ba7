"""Which feature of people composes which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.assembly.incident_papers import composed
from dutydesk.domain.instants import to_json
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.paper import Composed, Sources

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def people_sources(room: DutyRoom) -> Sources:
    """Return the functions that compose the papers of people."""

    def roster_sheet(request: PaperRequest) -> Composed:
        value = room.roster_sheet.sheet(request)
        month = value.month.isoformat()[:7]
        return composed(PaperKind.ROSTER_SHEET, month, value, month)

    def nil_report_summary(request: PaperRequest) -> Composed:
        if request.month is not None:
            month = room.nil_report_summary.month_sheet(request.month)
            subject = month.month.isoformat()[:7]
            return composed(PaperKind.NIL_REPORT_SUMMARY, subject, month, subject)
        value = room.nil_report_summary.sheet(request.duty_date)
        day = value.day.isoformat()
        return composed(PaperKind.NIL_REPORT_SUMMARY, day, value, day)

    def roll_call_result(request: PaperRequest) -> Composed:
        roll_call_id, value = room.roll_call_result.sheet(request.roll_call_id)
        name = to_json(value.started_at)[:16].replace("T", "-").replace(":", "")
        return composed(PaperKind.ROLL_CALL_RESULT, roll_call_id, value, name)

    def call_round_sheet(request: PaperRequest) -> Composed:
        round_id, value = room.call_round_sheet.sheet(request)
        return composed(PaperKind.CALL_ROUND_SHEET, round_id, value, value.title)

    def warning_form(request: PaperRequest) -> Composed:
        value = room.warning_form.form(request.warning_id)
        return composed(PaperKind.WARNING_FORM, value.warning_no, value, value.warning_no)

    return {
        PaperKind.ROSTER_SHEET: roster_sheet,
        PaperKind.NIL_REPORT_SUMMARY: nil_report_summary,
        PaperKind.ROLL_CALL_RESULT: roll_call_result,
        PaperKind.CALL_ROUND_SHEET: call_round_sheet,
        PaperKind.WARNING_FORM: warning_form,
    }
