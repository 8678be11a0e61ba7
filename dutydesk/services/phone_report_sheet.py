"""Composes the telephone report sheet: what was said, and the facts as they stood then."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import NARRATIVE, Incident, IncidentCategory
from dutydesk.domain.instants import from_text
from dutydesk.domain.paper_phone_report import PhoneReportSheet
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.store import casebook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident import CATEGORY, LEVEL
from dutydesk.wording.incident_paper import harm_words, report_marks
from dutydesk.wording.incident_view import judged_words
from dutydesk.wording.report import stage_line

_TEXTS = (*NARRATIVE, "source", "title", "place", "kind")


class PhoneReportSheetService:
    """Reads what stands on the sheet."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sheet(self, report_id: str) -> PhoneReportSheet:
        """Return a report by telephone as a paper; RecordUnknown also for a written one."""
        with self._store.reading() as tables:
            report = tables.report.by_id(report_id)
            if report is None or report.medium is not ReportMedium.PHONE:
                raise RecordUnknown("report", report_id)
            room = tables.room.get()
            incident = _as_reported(tables, report)
            sheet = PhoneReportSheet(
                unit=room.unit,
                is_practice=room.is_practice,
                incident_no=incident.incident_no,
                title=incident.title,
                stage=stage_line(report, casebook.first_report_word(tables)),
                sent_at=report.sent_at,
                recorded_at=report.recorded_at,
                body=report.body,
                received_at=incident.received_at,
                place=incident.place,
                kind=f"{CATEGORY[incident.category]}　{incident.kind}",
                level=LEVEL[report.level],
                report_to=report.report_to,
                receiver=report.receiver,
                reporter=report.drafted_by,
                approved_by=report.signed_by,
                phone=cast("str", tables.setting.get("duty_phone")),
                occurred_at=incident.occurred_at,
                source=incident.source,
                cause=incident.cause.strip(),
                situation=incident.situation.strip(),
                measures=incident.measures.strip(),
                next_steps=incident.next_steps.strip(),
                harm=harm_words(incident),
                already_told=report.already_told,
                instruction=report.instruction,
                is_read_back=report.is_read_back,
                limit=report.rule_text,
                judged=judged_words(report, with_reason=False),
                late_reason=report.late_reason,
                marks=report_marks(report),
            )
            return tables.incident_masking.shown(incident.id, sheet)


def _as_reported(tables: Tables, report: Report) -> Incident:
    """Return the incident with the figures of the report, and the rest as it stood then.

    A sheet printed later must not say that more was told than was known.
    """
    incident = casebook.incident_file(tables, report.incident_id).incident
    steps = tables.journal.history("incident", incident.id)
    until = [one for one in steps if one.row and one.recorded_at <= report.recorded_at]
    row = until[-1].row if until else None
    known: dict[str, object] = {}
    if row:
        known = {name: str(row[name]) for name in _TEXTS if name in row}
        occurred = row.get("occurred_at")
        known["occurred_at"] = from_text(str(occurred)) if occurred else None
        known["category"] = IncidentCategory(str(row.get("category", incident.category)))
    return replace(incident, **report.figures, **known)  # type: ignore[arg-type] # fields by name
