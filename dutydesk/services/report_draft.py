"""Use cases of drafts: written, submitted, reviewed, sent back, signed, given up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from dutydesk.domain import report_step as steps
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.report import DraftReport, check_report, corrected_report
from dutydesk.domain.report_check import Finding
from dutydesk.domain.report_draft import ReportDraft, ReportStep, Signoff, StepKind, as_sent, asked
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.store import casebook
from dutydesk.store.pin import PinGate
from dutydesk.store.report_chain import (
    Given,
    StepRef,
    content_of,
    draft_of,
    given_by,
    step_of,
    with_pending,
)
from dutydesk.store.report_writing import findings, keep_findings
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

_Move = Callable[[Given, ReportDraft], tuple[ReportDraft, ReportStep]]


class ReportDraftService:
    """What an officer does with a written report until it is signed or given up.

    Each step bears an id that its form makes, so that a step that was written but not
    acknowledged is not written twice.
    """

    def __init__(self, store: Store, clock: Clock, ids: Ids, pins: PinGate) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._pins = pins

    def new_id(self) -> str:
        """Return an id for a form to put on its draft or step."""
        return self._ids.new()

    def save(self, draft: DraftReport, *, by: Actor) -> Done[ReportDraft]:
        """Begin a draft, or change one that is being drafted; without a body it is proposed.

        Raises RecordUnknown, CorrectedReportUnfit and what ``drafted`` raises.
        """
        with self._store.writing(actor=by.name, action="report_draft.save") as work:
            made = self._saved(given_by(work.tables, by, self._clock.now()), draft)
        return Done(made, work.changes)

    def hand_in(self, draft: DraftReport, step_id: str, *, by: Actor) -> Done[ReportDraft]:
        """Save a draft and hand it in at once; raises what ``save`` and ``submit`` raise."""
        with self._store.writing(actor=by.name, action="report_draft.submit") as work:
            tables = work.tables
            known = tables.report_draft.step_by_id(step_id)
            if known is not None:
                return Done(draft_of(tables, known.report_id), Changes())
            given = given_by(tables, by, self._clock.now())
            after = self._submitted(given, self._saved(given, draft))
            tables.report_draft.put(after)
            step = step_of(given, after, StepKind.SUBMITTED, (step_id, given.recorder.name))
            tables.report_draft.add_step(step)
        return Done(after, work.changes)

    def submit(self, ref: StepRef, *, by: Actor) -> Done[ReportDraft]:
        """Hand it in: to review where the unit wants one, else to the signature.

        Raises what ``submitted`` raises.
        """

        def move(given: Given, draft: ReportDraft) -> tuple[ReportDraft, ReportStep]:
            step = step_of(given, draft, StepKind.SUBMITTED, (ref[1], given.recorder.name))
            return self._submitted(given, draft), step

        return self._move(ref, move, by=by, action="report_draft.submit")

    def review(self, ref: StepRef, signoff: Signoff, *, by: Actor) -> Done[ReportDraft]:
        """Review it, in person with a PIN or by telephone.

        Raises the PIN's refusals, ReviewerIsDrafter, OfficerMayNot and what every step raises.
        """
        officer = self._in_person(signoff, by)

        def move(given: Given, draft: ReportDraft) -> tuple[ReportDraft, ReportStep]:
            steps.check_follows(StepKind.REVIEWED, draft.state)
            if officer is not None:
                steps.check_reviewer(draft, officer)
            person, at = self._signed_off(given, draft, signoff, officer)
            step = step_of(given, draft, StepKind.REVIEWED, (ref[1], person))
            return steps.reviewed(draft, person), replace(step, at=at, form=signoff.form)

        return self._move(ref, move, by=by, action="report_draft.review")

    def send_back(self, ref: StepRef, reason: str, *, by: Actor) -> Done[ReportDraft]:
        """Send it back to be written again, with the reason; raises what ``sent_back`` raises."""

        def move(given: Given, draft: ReportDraft) -> tuple[ReportDraft, ReportStep]:
            after = steps.sent_back(draft, reason)
            step = step_of(given, draft, StepKind.SENT_BACK, (ref[1], given.recorder.name))
            return after, replace(step, reason=reason.strip())

        return self._move(ref, move, by=by, action="report_draft.send_back")

    def sign(
        self,
        ref: StepRef,
        signoff: Signoff,
        *,
        by: Actor,
        reasons: Mapping[str, str] | None = None,
    ) -> Done[ReportDraft]:
        """Sign it: the text is final from here on and has its number of the year.

        A leader signs in person with his PIN, or by telephone as the recorder says. With
        ``reasons`` (by ``Finding.key``) every finding must have one; without, they are only kept.
        Raises the PIN's refusals, OfficerMayNot, FindingsUnanswered and what ``check_report``
        raises.
        """
        officer = self._in_person(signoff, by)

        def move(given: Given, draft: ReportDraft) -> tuple[ReportDraft, ReportStep]:
            steps.check_follows(StepKind.SIGNED, draft.state)
            if officer is not None:
                steps.check_signer(officer)
            person, at = self._signed_off(given, draft, signoff, officer)
            after = self._signed(given, draft, (person, signoff.form, at))
            found = _findings(given.tables, after)
            answered = (given.recorder.name, given.now, self._ids)
            keep_findings(given.tables, draft.id, found, reasons, answered)
            step = step_of(given, draft, StepKind.SIGNED, (ref[1], person))
            return after, replace(step, at=at, form=signoff.form)

        return self._move(ref, move, by=by, action="report_draft.sign")

    def void(self, ref: StepRef, reason: str, *, by: Actor) -> Done[ReportDraft]:
        """Give it up with the reason; one that was signed keeps its number on the ledger.

        Raises what ``voided`` raises.
        """

        def move(given: Given, draft: ReportDraft) -> tuple[ReportDraft, ReportStep]:
            after = steps.voided(draft, reason)
            step = step_of(given, draft, StepKind.VOIDED, (ref[1], given.recorder.name))
            return after, replace(step, reason=reason.strip())

        return self._move(ref, move, by=by, action="report_draft.void")

    def findings(self, draft_id: str) -> tuple[Finding, ...]:
        """Return what is asked before this draft is signed; raises RecordUnknown."""
        with self._store.reading() as tables:
            return _findings(tables, draft_of(tables, draft_id))

    def draft(self, draft_id: str) -> ReportDraft:
        """Return one draft; raises RecordUnknown."""
        with self._store.reading() as tables:
            return draft_of(tables, draft_id)

    def waiting(self) -> list[ReportDraft]:
        """Return what is neither sent nor given up, in the order it was begun."""
        with self._store.reading() as tables:
            return list(tables.report_draft.on_the_desk())

    def proposal_of(self, draft_id: str) -> DraftReport:
        """Return a draft as a form shows it to be written on; raises RecordUnknown."""
        with self._store.reading() as tables:
            return asked(draft_of(tables, draft_id), self._clock.now())

    def correction_of(self, report_id: str) -> DraftReport:
        """Return a draft that corrects a report that has left, in its words as they left.

        Also where it is shown masked: a correction must not send out what masking made of them.
        Raises RecordUnknown.
        """
        with self._store.reading() as tables:
            report = tables.report.by_id(report_id)
        if report is None:
            raise RecordUnknown("report", report_id)
        return DraftReport(
            id=self._ids.new(),
            incident_id=report.incident_id,
            stage=report.stage,
            medium=report.medium,
            sent_at=self._clock.now(),
            report_to=report.report_to,
            copy_to=report.copy_to,
            body=report.body,
            corrects_report_id=report.id,
        )

    def _saved(self, given: Given, draft: DraftReport) -> ReportDraft:
        table = given.tables.report_draft
        before = table.by_id(draft.id)
        made = self._drafted(given, draft, before)
        if before is not None and replace(made, changed_at=before.changed_at) == before:
            return before
        table.put(made)
        if before is None:
            drafted = (self._ids.new(), made.drafted_by)
            table.add_step(step_of(given, made, StepKind.DRAFTED, drafted))
        return made

    @staticmethod
    def _submitted(given: Given, draft: ReportDraft) -> ReportDraft:
        needs_review = bool(given.tables.setting.get("is_review_needed"))
        return steps.submitted(draft, needs_review=needs_review)

    def _drafted(
        self, given: Given, draft: DraftReport, before: ReportDraft | None
    ) -> ReportDraft:
        tables = given.tables
        file = casebook.incident_file(tables, before.incident_id if before else draft.incident_id)
        draft = replace(draft, incident_id=file.incident.id)
        corrected_report(draft, file.reports)
        content = content_of(tables, file, draft)
        # A command that names no officer leaves room to sign by hand.
        drafter = given.recorder.name if given.recorder.officer_id else ""
        return steps.drafted(draft, before, content, (drafter, given.now))

    def _signed(
        self, given: Given, draft: ReportDraft, signature: tuple[str, SignatureForm, datetime]
    ) -> ReportDraft:
        tables, (person, form, at) = given.tables, signature
        file = casebook.incident_file(tables, draft.incident_id)
        want = asked(draft, given.now)
        earlier = with_pending(tables, file)
        check_report(want, file.incident, earlier, given.now)
        year = china(at).year
        made = steps.Signature(
            person=person,
            form=form,
            at=at,
            issue_year=year,
            issue_no=tables.report.next_issue_no(year),
        )
        return steps.signed(draft, content_of(tables, file, want), made)

    def _in_person(self, signoff: Signoff, by: Actor) -> Officer | None:
        if signoff.form is SignatureForm.PHONE:
            return None
        return self._pins.check(signoff.officer_id or "", signoff.pin, by=by)

    def _signed_off(
        self, given: Given, draft: ReportDraft, signoff: Signoff, officer: Officer | None
    ) -> tuple[str, datetime]:
        """Return who gave it and when; raises what ``check_by_phone`` and ``check_time`` raise."""
        if officer is not None:
            return officer.name, given.now
        person = signoff.person.strip()
        officers = {one.name: one for one in given.tables.officer.all()}
        steps.check_by_phone(draft, person, given.recorder.name, officers.get(person))
        at = signoff.at or given.now
        steps.check_time(steps.NEXT_STEP[draft.state], at, given.now, draft.changed_at)
        return person, at

    def _move(self, ref: StepRef, move: _Move, *, by: Actor, action: str) -> Done[ReportDraft]:
        draft_id, step_id = ref
        with self._store.writing(actor=by.name, action=action) as work:
            draft = draft_of(work.tables, draft_id)
            if work.tables.report_draft.step_by_id(step_id) is not None:
                return Done(draft, Changes())
            after, step = move(given_by(work.tables, by, self._clock.now()), draft)
            work.tables.report_draft.put(after)
            work.tables.report_draft.add_step(step)
        return Done(after, work.changes)


def _findings(tables: Tables, draft: ReportDraft) -> tuple[Finding, ...]:
    file = casebook.incident_file(tables, draft.incident_id)
    return findings(file, as_sent(draft), with_pending(tables, file))
