"""Putting a report on record as it left, for every use case that lets one leave.

Rules of this file: a report is judged by the rule in force when it was sent; a correction has no
clock; the first report moves the incident to 处置中; each leaves its line in the duty log and
keeps where its sentences came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from dutydesk.domain.clock import Ids
from dutydesk.domain.deadline_limit import IncidentFile, late_by, limit_for
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.incident import IncidentStatus
from dutydesk.domain.report import DraftReport, Report
from dutydesk.store import casebook, report_writing
from dutydesk.store.tables import Tables
from dutydesk.wording.deadline_rule import rule_text
from dutydesk.wording.incident_entry import reported_entry
from dutydesk.wording.report_text.facts import ReportFacts

_NOT_YET_HANDLED = frozenset({IncidentStatus.RECEIVED, IncidentStatus.VERIFYING})


def facts_of(
    tables: Tables, file: IncidentFile, draft: DraftReport, earlier: Sequence[Report]
) -> ReportFacts:
    """Return what the text of a report is made from; ``earlier`` are those it follows."""
    return report_writing.report_facts(tables, file, draft, earlier)


def newest(reports: Sequence[Report]) -> Report | None:
    """Return the report sent last; of equal times the one recorded last."""
    return max(reports, key=lambda one: (one.sent_at, one.recorded_at, one.id), default=None)


def corrected_by(reports: Iterable[Report], report: Report) -> Report | None:
    """Return what a report corrects, None for one that corrects nothing."""
    return next((one for one in reports if one.id == report.corrects_report_id), None)


def judged(tables: Tables, file: IncidentFile, report: Report, late_reason: str) -> Report:
    """Return the report with the rule that applied, met or late."""
    if report.corrects_report_id is not None:
        return report
    rules, key = casebook.unit_rules(tables), (report.stage, report.medium)
    limit = limit_for(file, rules, key, report.sent_at)
    if limit is None:
        return report
    minutes, word = late_by(limit, report.sent_at), casebook.first_report_word(tables)
    return replace(
        report,
        rule_id=limit.due.rule.id,
        rule_text=rule_text(limit.due.rule, word, report.level, file.ungraded_as),
        starts_at=limit.due.starts_at,
        due_at=limit.due.due_at,
        is_met=minutes == 0,
        late_by_minutes=minutes,
        late_reason=late_reason if minutes else "",
        is_after_upgrade=limit.upgraded_at is not None,
    )


def let_leave(
    tables: Tables,
    file: IncidentFile,
    report: Report,
    made: tuple[Recorder, datetime],
    ids: Ids,
) -> None:
    """Append a report that was checked and judged, with all it brings about."""
    recorder, now = made
    tables.report.append(report)
    report_writing.keep_sources(tables, file, report, ids)
    incident = file.incident
    if incident.status in _NOT_YET_HANDLED:
        tables.incident.put(replace(incident, status=IncidentStatus.HANDLING))
    word = casebook.first_report_word(tables)
    text = reported_entry(incident, report, word, corrected_by(file.reports, report))
    line = casebook.line_about(incident, text, report.sent_at, ids)
    casebook.log_line(tables, line, recorder, now, ids)
