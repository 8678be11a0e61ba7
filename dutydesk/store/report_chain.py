"""What the use cases of reports on their way share inside a transaction.

Rules of this file: a signed report that waits counts as sent for those that come after it, so that
a follow-up may be signed while its first report is still on its way.
"""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import DraftReport, Report
from dutydesk.domain.report_draft import (
    CarriedDraft,
    FollowedReport,
    ReportDraft,
    ReportStep,
    StepKind,
    as_sent,
    carried_draft,
    followed,
    pending,
)
from dutydesk.domain.report_step import Content
from dutydesk.store import casebook, logbook, report_filing
from dutydesk.store.tables import Tables
from dutydesk.wording.report import report_body, report_title

StepRef = tuple[str, str]
"""A report and the id that a form made for its step."""


@dataclass(frozen=True, slots=True)
class Given:
    """Who writes, and when: the same for a whole step."""

    tables: Tables
    recorder: Recorder
    now: datetime


def given_by(tables: Tables, by: Actor, now: datetime) -> Given:
    """Return who writes at this moment; raises what ``recorder_for`` raises."""
    return Given(tables, logbook.recorder_for(tables, by, tables.shift.running()), now)


def draft_of(tables: Tables, draft_id: str) -> ReportDraft:
    """Return one draft; raises RecordUnknown."""
    draft = tables.report_draft.by_id(draft_id)
    if draft is None:
        raise RecordUnknown("report_draft", draft_id)
    return draft


def reports_of(tables: Tables, file: IncidentFile) -> list[FollowedReport]:
    """Return drafts and written reports of an incident with their steps."""
    incident_id = file.incident.id
    return followed(
        tables.report_draft.of_incident(incident_id),
        file.reports,
        tables.report_draft.steps_of_incident(incident_id),
    )


def carried_drafts(tables: Tables) -> tuple[CarriedDraft, ...]:
    """Return what is neither sent nor given up, as a handover passes it on."""
    found = []
    for draft in tables.report_draft.on_the_desk():
        incident = tables.incident.by_id(draft.incident_id)
        told = carried_draft(draft, incident.title if incident else "")
        found.append(tables.incident_masking.shown(draft.incident_id, told))
    return tuple(found)


def with_pending(tables: Tables, file: IncidentFile) -> tuple[Report, ...]:
    """Return what has left and what was signed and is about to."""
    waiting = pending(tables.report_draft.of_incident(file.incident.id))
    return (*file.reports, *(as_sent(one) for one in waiting))


def content_of(tables: Tables, file: IncidentFile, draft: DraftReport) -> Content:
    """Return what stands on a report, made from what was asked for and the facts as they are."""
    earlier = with_pending(tables, file)
    facts = report_filing.facts_of(tables, file, draft, earlier)
    return Content(
        sequence_no=facts.sequence_no,
        title=report_title(facts),
        body=draft.body if draft.body.strip() else report_body(facts),
        figures=file.incident.figures(),
        level=file.incident.level,
    )


def step_of(
    given: Given, face: ReportDraft | Report, step: StepKind, taken: tuple[str, str]
) -> ReportStep:
    """Return the record of a step taken now; ``taken`` are its id and who took it."""
    step_id, person = taken
    return ReportStep(
        id=step_id,
        report_id=face.id,
        incident_id=face.incident_id,
        step=step,
        person=person,
        at=given.now,
        recorder=given.recorder.name,
        recorded_at=given.now,
    )


def followed_one(tables: Tables, report_id: str) -> FollowedReport:
    """Return one draft or written report with its steps; raises RecordUnknown."""
    either = tables.report_draft.by_id(report_id) or tables.report.by_id(report_id)
    file = casebook.incident_file(tables, either.incident_id) if either else None
    for one in reports_of(tables, file) if file else ():
        if one.id == report_id:
            return one
    raise RecordUnknown("report", report_id)
