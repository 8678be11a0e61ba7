"""Use cases of reports: made, signed and sent in one step; the text; the paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident_masking import masked
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.domain.report import (
    DraftReport,
    Report,
    ReportMedium,
    ReportStage,
    check_report,
    check_report_signer,
    latest_written,
)
from dutydesk.domain.report_draft import as_sent
from dutydesk.domain.report_step_refusals import ReportDraftNotOpen
from dutydesk.domain.report_writing import ReportTrace, ReportWriting
from dutydesk.store import casebook, logbook, report_filing, report_writing
from dutydesk.store.report_chain import with_pending
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident_paper import special_report_paper
from dutydesk.wording.report import report_body, report_title


class IncidentReportService:
    """What an officer does with the reports of an incident."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def report(
        self, draft: DraftReport, *, by: Actor, reasons: Mapping[str, str] | None = None
    ) -> Done[Report]:
        """Record a report as made, signed and sent, judged by the rule of the moment.

        Without a body the program writes the text; without a signer it is the leader of the shift
        on duty. A draft whose id is on record already is returned as it stands. The first report
        moves the incident to 处置中. With ``reasons`` (by ``Finding.key``) every finding must have
        one; without, findings are only kept. Raises RecordUnknown, ReportSignerMissing,
        FindingsUnanswered, ReportDraftNotOpen for one handed in, and the refusals of
        ``check_report``.
        """
        with self._store.writing(actor=by.name, action="incident.report") as work:
            tables = work.tables
            known = tables.report.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            handed_in = tables.report_draft.by_id(draft.id)
            if handed_in is not None:
                raise ReportDraftNotOpen(handed_in.state)
            file = casebook.incident_file(tables, draft.incident_id)
            now = self._clock.now()
            check_report(draft, file.incident, file.reports, now)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            report = self._made(tables, file, draft, (recorder, now))
            found = report_writing.findings(file, report, with_pending(tables, file))
            report_writing.keep_findings(
                tables, report.id, found, reasons, (recorder.name, now, self._ids)
            )
            report_filing.let_leave(tables, file, report, (recorder, now), self._ids)
        return Done(report, work.changes)

    def proposal(self, incident_id: str, stage: ReportStage, medium: ReportMedium) -> DraftReport:
        """Return a draft for now: text made from the facts, receivers from the settings.

        Raises RecordUnknown; the chain is checked when it is sent.
        """
        return self.writing(incident_id, stage, medium).draft

    def writing(self, incident_id: str, stage: ReportStage, medium: ReportMedium) -> ReportWriting:
        """Return the same draft with its sources, the entries it may tell, the changed figures."""
        with self._store.reading() as tables:
            file = casebook.incident_file(tables, incident_id)
            draft = DraftReport(
                id=self._ids.new(),
                incident_id=file.incident.id,
                stage=stage,
                medium=medium,
                sent_at=self._clock.now(),
                report_to=_names(tables, "report_to"),
                copy_to=_names(tables, "copy_to"),
                signed_by=casebook.lead_name(tables),
            )
            return report_writing.writing(tables, file, draft, with_pending(tables, file))

    def trace(self, report_id: str) -> ReportTrace:
        """Return where the sentences of a report came from, and what was asked of it.

        Raises RecordUnknown.
        """
        return self.traced(report_id)[1]

    def traced(self, report_id: str) -> tuple[Report, ReportTrace]:
        """Return a report with the same, also a signed one on its way; raises RecordUnknown."""
        with self._store.reading() as tables:
            report = tables.report.by_id(report_id) or _signed(tables, report_id)
            if report is None:
                raise RecordUnknown("report", report_id)
            return _traced(tables, report)

    def traces(self, incident_id: str) -> list[tuple[Report, ReportTrace]]:
        """Return the reports of an incident with what was kept beside each, oldest first."""
        with self._store.reading() as tables:
            incident = casebook.incident_file(tables, incident_id).incident
            return [_traced(tables, one) for one in tables.report.of_incident(incident.id)]

    def special_report(self, report_id: str) -> SpecialReport:
        """Return a written report as a paper, also a signed one that has not left.

        Raises RecordUnknown, also for one by telephone and for a draft nobody has signed.
        """
        with self._store.reading() as tables:
            report = tables.report.by_id(report_id) or _signed(tables, report_id)
            if report is None or report.medium is not ReportMedium.WRITTEN:
                raise RecordUnknown("report", report_id)
            return _paper(tables, report)

    def latest_special_report(self, incident_id: str) -> SpecialReport:
        """Return the latest written report of an incident as a paper; raises RecordUnknown."""
        with self._store.reading() as tables:
            file = casebook.incident_file(tables, incident_id)
            report = latest_written(file.reports)
            if report is None:
                raise RecordUnknown("report", incident_id)
            return _paper(tables, report)

    def _made(
        self,
        tables: Tables,
        file: IncidentFile,
        draft: DraftReport,
        made: tuple[Recorder, datetime],
    ) -> Report:
        recorder, now = made
        incident = file.incident
        facts = report_filing.facts_of(tables, file, draft, with_pending(tables, file))
        if draft.signed_by is None:
            # A script may report before any shift runs: the paper leaves room to sign by hand.
            signer = casebook.lead_name(tables)
        else:
            signer = draft.signed_by
            check_report_signer(draft.medium, signer)
        is_written = draft.medium is ReportMedium.WRITTEN
        year = china(draft.sent_at).year
        report = Report(
            id=draft.id,
            incident_id=incident.id,
            stage=draft.stage,
            medium=draft.medium,
            sequence_no=facts.sequence_no,
            issue_year=year if is_written else None,
            issue_no=tables.report.next_issue_no(year) if is_written else None,
            title=report_title(facts),
            body=draft.body if draft.body.strip() else report_body(facts),
            figures=incident.figures(),
            level=incident.level,
            report_to=tuple(unit for unit in draft.report_to if unit.strip()),
            copy_to=draft.copy_to,
            receiver=draft.receiver,
            # A command that names no officer leaves room to sign by hand.
            drafted_by=recorder.name if recorder.officer_id else "",
            signed_by=signer,
            signed_at=draft.sent_at,
            sent_at=draft.sent_at,
            recorded_at=now,
            corrects_report_id=draft.corrects_report_id,
            bypass_reason=draft.bypass_reason,
            already_told=draft.already_told,
            instruction=draft.instruction,
            is_read_back=draft.is_read_back,
        )
        return report_filing.judged(tables, file, report, draft.late_reason)


def _names(tables: Tables, setting: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", tables.setting.get(setting)))


def _signed(tables: Tables, draft_id: str) -> Report | None:
    draft = tables.report_draft.by_id(draft_id)
    return as_sent(draft) if draft is not None and draft.is_frozen else None


def _traced(tables: Tables, report: Report) -> tuple[Report, ReportTrace]:
    masker = tables.incident_masking.masker(report.incident_id)
    return masked(report, masker), tables.report_trace.of_report(report, masker)


def _paper(tables: Tables, report: Report) -> SpecialReport:
    file = casebook.incident_file(tables, report.incident_id)
    paper = special_report_paper(
        tables.room.get(),
        file.incident,
        report,
        phone=cast("str", tables.setting.get("duty_phone")),
        first_word=casebook.first_report_word(tables),
        corrected=report_filing.corrected_by(file.reports, report),
    )
    return tables.incident_masking.shown(file.incident.id, paper)
