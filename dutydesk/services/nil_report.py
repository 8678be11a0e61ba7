"""Use cases of zero reports: take one or many, chase, tell the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dutydesk.domain import nil_report as domain
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.nil_report import (
    DraftNilReport,
    DraftNilReportChase,
    NilReport,
    NilReportChase,
    NilReportSummary,
)
from dutydesk.domain.officer import Actor
from dutydesk.domain.reporting_unit import ReachResult, ReportingUnit, check_text
from dutydesk.store import logbook, nil_report_board
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import nil_report as words


class NilReportService:
    """What an officer does with zero reports."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def take(self, draft: DraftNilReport, *, by: Actor) -> Done[NilReport]:
        """Put on record what a unit said; one with content is told by the log as well.

        The same one twice is written once. Raises the refusals of ``check_report`` and
        ``check_standing``, NilReportTimeUnfit, NilReportUnasked, RecordUnknown.
        """
        with self._store.writing(actor=by.name, action="nil_report.take") as work:
            known = work.tables.nil_report.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            made = self._take(work.tables, draft, by)
        return Done(made, work.changes)

    def take_many(
        self, drafts: Sequence[DraftNilReport], *, by: Actor
    ) -> Done[tuple[NilReport, ...]]:
        """Put several on record in one transaction, as read off a group chat; all or none.

        Those on record already under their id are answered as they stand.
        """
        with self._store.writing(actor=by.name, action="nil_report.take") as work:
            tables = work.tables
            made = tuple(
                tables.nil_report.by_id(one.id) or self._take(tables, one, by) for one in drafts
            )
        return Done(made, work.changes)

    def chase(self, draft: DraftNilReportChase, *, by: Actor) -> Done[NilReportChase]:
        """Put a call for a report on record; with ``is_nil`` also the nil report it brought."""
        with self._store.writing(actor=by.name, action="nil_report.chase") as work:
            tables, now = work.tables, self._clock.now()
            known = tables.nil_report.chase(draft.id)
            if known is not None:
                return Done(known, Changes())
            check_text("person", draft.person)
            check_text("answer", draft.answer)
            unit = self._asked(tables, draft.unit_id, draft.due_at)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            chase = NilReportChase(
                id=draft.id,
                unit_id=unit.id,
                due_at=draft.due_at,
                at=now,
                result=draft.result,
                phone=unit.phone,
                person=draft.person.strip(),
                answer=draft.answer.strip(),
                officer_id=recorder.officer_id,
                recorder=recorder.name,
            )
            tables.nil_report.append_chase(chase)
            if draft.is_nil and draft.result is ReachResult.ANSWERED:
                report = DraftNilReport(
                    id=self._ids.new(),
                    unit_id=unit.id,
                    due_at=draft.due_at,
                    reporter=draft.person,
                )
                self._take(tables, report, by)
        return Done(chase, work.changes)

    def summarize(self, due_at: datetime, summary_id: str, *, by: Actor) -> Done[NilReportSummary]:
        """Tell the log how a cut-off stands; told before, the entry goes on with that one.

        Raises NilReportSummaryStands where nothing changed since.
        """
        with self._store.writing(actor=by.name, action="nil_report.summarize") as work:
            tables, now = work.tables, self._clock.now()
            known = tables.nil_report.summary_by_id(summary_id)
            if known is not None:
                return Done(known, Changes())
            times = nil_report_board.times(tables)
            nil_report_board.check_due(tables, times, due_at, now)
            board = nil_report_board.board(tables, times, due_at, now)
            before = tables.nil_report.summary(due_at)
            text = words.log_summary(board, now)
            if before is not None and before.text == text:
                raise domain.NilReportSummaryStands(due_at)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            entry = DraftEntry(
                id=self._ids.new(),
                kind=EntryKind.OTHER,
                text=text,
                at=now,
                continuation_of=before.entry_id if before else None,
            )
            logged = logbook.append(tables, entry, recorder, now, self._ids)
            summary = NilReportSummary(
                id=summary_id,
                due_at=due_at,
                text=text,
                at=now,
                recorder=recorder.name,
                entry_id=logged.id,
            )
            tables.nil_report.append_summary(summary)
        return Done(summary, work.changes)

    def _take(self, tables: Tables, draft: DraftNilReport, by: Actor) -> NilReport:
        now = self._clock.now()
        domain.check_report(draft, now)
        unit = self._asked(tables, draft.unit_id, draft.due_at)
        standing = tables.nil_report.standing(unit.id, draft.due_at)
        domain.check_standing(draft, standing, unit)
        recorder = logbook.recorder_for(tables, by, tables.shift.running())
        reported_at = draft.reported_at or now
        content = draft.content.strip()
        report = NilReport(
            id=draft.id,
            unit_id=unit.id,
            due_at=draft.due_at,
            is_nil=not content,
            content=content,
            reporter=draft.reporter.strip(),
            reported_at=reported_at,
            officer_id=recorder.officer_id,
            recorder=recorder.name,
            recorded_at=now,
            is_late=reported_at > draft.due_at,
            correction_of=standing.id if standing else None,
            correction_reason=draft.correction_reason.strip() if standing else "",
        )
        if content or (standing is not None and not standing.is_nil):
            entry = DraftEntry(
                id=self._ids.new(),
                kind=EntryKind.INCOMING_CALL,
                text=words.content_entry(unit, report, standing),
                at=reported_at,
                source=unit.name,
                person=report.reporter,
                phone=unit.phone,
                continuation_of=standing.entry_id if standing else None,
            )
            logged = logbook.append(tables, entry, recorder, now, self._ids)
            report = replace(report, entry_id=logged.id)
        tables.nil_report.append(report)
        return report

    def _asked(self, tables: Tables, unit_id: str, due_at: datetime) -> ReportingUnit:
        """Return a unit that reports by a cut-off that has come or comes next."""
        unit, now = tables.reporting_unit.by_id(unit_id), self._clock.now()
        if unit is None:
            raise RecordUnknown("reporting_unit", unit_id)
        nil_report_board.check_due(tables, nil_report_board.times(tables), due_at, now)
        if not unit.owes(due_at):
            raise domain.NilReportUnasked(unit.name, due_at)
        return unit
