"""Use cases of signed reports: sent, acknowledged, and what is still to be acknowledged."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dutydesk.domain import report_step as steps
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.incident_masking import masked
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import Report, check_report
from dutydesk.domain.report_draft import (
    Acknowledgement,
    FollowedReport,
    ReportDraft,
    ReportStep,
    Sending,
    StepKind,
    as_sent,
    asked,
)
from dutydesk.store import casebook, report_filing
from dutydesk.store.report_chain import (
    Given,
    StepRef,
    draft_of,
    followed_one,
    given_by,
    reports_of,
    step_of,
)
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


class ReportDeliveryService:
    """What an officer does with a report once it is signed."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its step."""
        return self._ids.new()

    def send(self, ref: StepRef, sending: Sending, *, by: Actor) -> Done[Report]:
        """Put on record that the signed report left; it is judged by the rule of that moment.

        Raises what ``sent`` and ``check_report`` raise.
        """
        with self._store.writing(actor=by.name, action="report_draft.send") as work:
            tables = work.tables
            known = tables.report.by_id(ref[0])
            if known is not None:
                return Done(known, Changes())
            draft, given = draft_of(tables, ref[0]), given_by(tables, by, self._clock.now())
            after = steps.sent(draft, sending.receiver.strip())
            report = self._left(given, after, sending)
            tables.report_draft.put(after)
            step = step_of(given, draft, StepKind.SENT, (ref[1], given.recorder.name))
            tables.report_draft.add_step(replace(step, at=sending.at))
        return Done(report, work.changes)

    def acknowledge(
        self, ref: StepRef, receipt: Acknowledgement, *, by: Actor
    ) -> Done[ReportStep]:
        """Put on record who acknowledged a report that left, also one recorded as made.

        Raises RecordUnknown, ReportStepUnfit and what every step raises.
        """
        with self._store.writing(actor=by.name, action="report_draft.acknowledge") as work:
            tables, given = work.tables, given_by(work.tables, by, self._clock.now())
            known = tables.report_draft.step_by_id(ref[1])
            if known is not None:
                return Done(known, Changes())
            one, person = followed_one(tables, ref[0]), receipt.person.strip()
            kind = StepKind.ACKNOWLEDGED
            steps.check_follows(kind, one.state)
            steps.check_person(kind, person)
            since = one.face.sent_at if isinstance(one.face, Report) else one.face.changed_at
            steps.check_time(kind, receipt.at, given.now, since)
            step = replace(step_of(given, one.face, kind, (ref[1], person)), at=receipt.at)
            draft = tables.report_draft.by_id(ref[0])
            if draft is not None:
                tables.report_draft.put(steps.acknowledged(draft))
            tables.report_draft.add_step(step)
        return Done(step, work.changes)

    def one(self, report_id: str) -> FollowedReport:
        """Return one draft or written report with its steps; raises RecordUnknown."""
        with self._store.reading() as tables:
            one = followed_one(tables, report_id)
            return tables.incident_masking.shown(one.face.incident_id, one)

    def of_incident(self, incident_id: str) -> list[FollowedReport]:
        """Return drafts and written reports of an incident with their steps; RecordUnknown."""
        with self._store.reading() as tables:
            return _shown(tables, casebook.incident_file(tables, incident_id))

    def all(self) -> list[FollowedReport]:
        """Return every draft and written report, in the order they were begun."""
        with self._store.reading() as tables:
            files = casebook.files_of(tables, tables.incident.all())
            return sorted(
                (one for file in files for one in _shown(tables, file)),
                key=lambda one: one.begun_at,
            )

    def due(self) -> list[DueLine]:
        """Return a quiet line for each running incident with a report nobody acknowledged yet.

        Who received it at the other end may have been named when it left: then nothing is missing.
        """
        with self._store.reading() as tables:
            after = tables.setting.span("receipt_missing_minutes")
            if after == timedelta():
                return []
            oldest: dict[str, Report] = {}
            for report in tables.report.unreceived(self._clock.now() - after):
                oldest.setdefault(report.incident_id, report)
            titles = {one.id: one.title for one in tables.incident.running()} if oldest else {}
        return [
            DueLine(
                DueKind.RECEIPT,
                "incident",
                incident_id,
                titles[incident_id],
                target="、".join(report.report_to),
            )
            for incident_id, report in oldest.items()
        ]

    def _left(self, given: Given, draft: ReportDraft, sending: Sending) -> Report:
        tables, now = given.tables, given.now
        signed = as_sent(draft)
        steps.check_time(StepKind.SENT, sending.at, now, signed.signed_at)
        file = casebook.incident_file(tables, draft.incident_id)
        check_report(asked(draft, sending.at), file.incident, file.reports, now)
        made = replace(signed, sent_at=sending.at, recorded_at=now)
        report = report_filing.judged(tables, file, made, sending.late_reason.strip())
        report_filing.let_leave(tables, file, report, (given.recorder, now), self._ids)
        return report


def _shown(tables: Tables, file: IncidentFile) -> list[FollowedReport]:
    """Return the reports of an incident as they may be shown."""
    masker = tables.incident_masking.masker(file.incident.id)
    return [masked(one, masker) for one in reports_of(tables, file)]
