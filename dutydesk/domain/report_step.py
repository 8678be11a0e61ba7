"""The steps of a report, from its draft to its receipt; each is accepted whole or refused.

Rules of this file: 审核 is a gate only where the unit wants it; at each gate the draft may be sent
back with a reason; what was signed is either sent or given up, and keeps its number both ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import AHEAD_ALLOWED
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.officer import Officer, OfficerMayNot
from dutydesk.domain.report import MAX_BODY, DraftReport, ReportMedium
from dutydesk.domain.report_draft import MAX_REASON, ReportDraft, ReportState, StepKind
from dutydesk.domain.report_refusals import ReceiverUnitMissing, ReportTextTooLong
from dutydesk.domain.report_step_refusals import (
    PhoneReportHasNoDraft,
    PhoneSignerIsRecorder,
    ReportDraftNotOpen,
    ReportStepInFuture,
    ReportStepPersonMissing,
    ReportStepReasonMissing,
    ReportStepReasonTooLong,
    ReportStepTooEarly,
    ReportStepUnfit,
    ReviewerIsDrafter,
)
from dutydesk.domain.signature_form import SignatureForm

_MINUTE = timedelta(minutes=1)

_GATES = frozenset({ReportState.UNDER_REVIEW, ReportState.AWAITING_SIGNATURE})
FOLLOWS: Mapping[StepKind, frozenset[ReportState]] = {
    StepKind.SUBMITTED: frozenset({ReportState.DRAFTING}),
    StepKind.REVIEWED: frozenset({ReportState.UNDER_REVIEW}),
    StepKind.SENT_BACK: _GATES,
    StepKind.SIGNED: frozenset({ReportState.AWAITING_SIGNATURE}),
    StepKind.SENT: frozenset({ReportState.SIGNED}),
    StepKind.ACKNOWLEDGED: frozenset({ReportState.SENT}),
    StepKind.VOIDED: _GATES | {ReportState.DRAFTING, ReportState.SIGNED},
}
"""From which states each step may be taken; 拟稿 begins it."""

NEXT_STEP: Mapping[ReportState, StepKind] = {
    ReportState.DRAFTING: StepKind.SUBMITTED,
    ReportState.UNDER_REVIEW: StepKind.REVIEWED,
    ReportState.AWAITING_SIGNATURE: StepKind.SIGNED,
    ReportState.SIGNED: StepKind.SENT,
    ReportState.SENT: StepKind.ACKNOWLEDGED,
}
"""The step that brings a report on."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """What stands on a draft, made from what was asked for and the facts of the moment."""

    sequence_no: int
    title: str
    body: str
    figures: Mapping[str, int | None]
    level: IncidentLevel


@dataclass(frozen=True, kw_only=True)
class Signature:
    """What a signature gives: by whom, how, when, and the number of the year."""

    person: str
    form: SignatureForm
    at: datetime
    issue_year: int
    issue_no: int


def drafted(
    asked: DraftReport,
    before: ReportDraft | None,
    content: Content,
    made: tuple[str, datetime],
) -> ReportDraft:
    """Return a draft as it is begun, or changed while it is drafted.

    Raises PhoneReportHasNoDraft, ReportTextTooLong, ReportDraftNotOpen.
    """
    drafter, now = made
    if asked.medium is not ReportMedium.WRITTEN:
        raise PhoneReportHasNoDraft
    if before is not None and before.state is not ReportState.DRAFTING:
        raise ReportDraftNotOpen(before.state)
    if len(content.body) > MAX_BODY:
        raise ReportTextTooLong(len(content.body), MAX_BODY)
    return ReportDraft(
        id=asked.id,
        incident_id=before.incident_id if before else asked.incident_id,
        stage=asked.stage,
        medium=asked.medium,
        sequence_no=content.sequence_no,
        title=content.title,
        body=content.body,
        figures=content.figures,
        level=content.level,
        report_to=tuple(unit for unit in asked.report_to if unit.strip()),
        copy_to=tuple(unit for unit in asked.copy_to if unit.strip()),
        receiver=asked.receiver,
        state=ReportState.DRAFTING,
        drafted_by=before.drafted_by if before else drafter,
        corrects_report_id=asked.corrects_report_id,
        bypass_reason=asked.bypass_reason,
        drafted_at=before.drafted_at if before else now,
        changed_at=now,
    )


def submitted(draft: ReportDraft, *, needs_review: bool) -> ReportDraft:
    """Return the draft before its next gate; raises ReportStepUnfit, ReceiverUnitMissing."""
    check_follows(StepKind.SUBMITTED, draft.state)
    if not draft.report_to:
        raise ReceiverUnitMissing
    gate = ReportState.UNDER_REVIEW if needs_review else ReportState.AWAITING_SIGNATURE
    return replace(draft, state=gate, reviewed_by="")


def reviewed(draft: ReportDraft, person: str) -> ReportDraft:
    """Return the draft as reviewed; raises ReportStepUnfit."""
    check_follows(StepKind.REVIEWED, draft.state)
    return replace(draft, state=ReportState.AWAITING_SIGNATURE, reviewed_by=person)


def sent_back(draft: ReportDraft, reason: str) -> ReportDraft:
    """Return the draft as it is written again; raises ReportStepUnfit and a reason's refusals."""
    check_follows(StepKind.SENT_BACK, draft.state)
    check_reason(StepKind.SENT_BACK, reason)
    return replace(draft, state=ReportState.DRAFTING, reviewed_by="")


def signed(draft: ReportDraft, content: Content, signature: Signature) -> ReportDraft:
    """Return the draft frozen with its number; raises ReportStepUnfit."""
    check_follows(StepKind.SIGNED, draft.state)
    return replace(
        draft,
        state=ReportState.SIGNED,
        sequence_no=content.sequence_no,
        title=content.title,
        figures=content.figures,
        level=content.level,
        signed_by=signature.person,
        signature_form=signature.form,
        signed_at=signature.at,
        issue_year=signature.issue_year,
        issue_no=signature.issue_no,
    )


def sent(draft: ReportDraft, receiver: str) -> ReportDraft:
    """Return the draft as it left; raises ReportStepUnfit."""
    check_follows(StepKind.SENT, draft.state)
    return replace(draft, state=ReportState.SENT, receiver=receiver or draft.receiver)


def acknowledged(draft: ReportDraft) -> ReportDraft:
    """Return the draft as acknowledged at the other end; raises ReportStepUnfit."""
    check_follows(StepKind.ACKNOWLEDGED, draft.state)
    return replace(draft, state=ReportState.ACKNOWLEDGED)


def voided(draft: ReportDraft, reason: str) -> ReportDraft:
    """Return the draft given up, with the number it had; raises what ``sent_back`` raises."""
    check_follows(StepKind.VOIDED, draft.state)
    check_reason(StepKind.VOIDED, reason)
    return replace(draft, state=ReportState.VOID)


def check_follows(step: StepKind, state: ReportState) -> None:
    """Raise ReportStepUnfit for a step that does not follow."""
    if state not in FOLLOWS[step]:
        raise ReportStepUnfit(step, state)


def check_reason(step: StepKind, reason: str) -> None:
    """Raise ReportStepReasonMissing, ReportStepReasonTooLong."""
    if not reason.strip():
        raise ReportStepReasonMissing(step)
    if len(reason) > MAX_REASON:
        raise ReportStepReasonTooLong(len(reason), MAX_REASON)


def check_person(step: StepKind, person: str) -> None:
    """Raise ReportStepPersonMissing for a name that is blank."""
    if not person.strip():
        raise ReportStepPersonMissing(step)


def check_time(step: StepKind, at: datetime, now: datetime, since: datetime) -> None:
    """Raise ReportStepInFuture, ReportStepTooEarly."""
    if at > now + AHEAD_ALLOWED:
        raise ReportStepInFuture(step, at, now)
    # Typed times know minutes, the clock knows seconds.
    if at + _MINUTE <= since:
        raise ReportStepTooEarly(step, at, since)


def check_reviewer(draft: ReportDraft, officer: Officer) -> None:
    """Raise OfficerMayNot, ReviewerIsDrafter for who may not review this draft with his PIN."""
    if not officer.may_write:
        raise OfficerMayNot(officer.name, "sign")
    if officer.name == draft.drafted_by and not officer.may_lead:
        raise ReviewerIsDrafter(officer.name)


def check_signer(officer: Officer) -> None:
    """Raise OfficerMayNot for who is no leader."""
    if not officer.may_lead:
        raise OfficerMayNot(officer.name, "lead")


def check_by_phone(draft: ReportDraft, person: str, recorder: str, known: Officer | None) -> None:
    """Accept somebody who reviewed or signed by telephone; ``known`` is the officer so named.

    Raises ReportStepPersonMissing, PhoneSignerIsRecorder, ReviewerIsDrafter, and OfficerMayNot
    for an officer of the room who may not do it at the desk either.
    """
    step = NEXT_STEP[draft.state]
    check_person(step, person)
    if person == recorder:
        raise PhoneSignerIsRecorder(person)
    if step is StepKind.SIGNED and known is not None:
        check_signer(known)
    if step is StepKind.REVIEWED and person == draft.drafted_by:
        raise ReviewerIsDrafter(person)
