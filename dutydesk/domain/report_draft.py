"""稿件: a written report on its way: 拟稿 → 待审核 → 待签发 → 已签发 → 已报送 → 已签收 (§6).

Rules of this file: a draft is changed only while it is drafted; what was signed never is, a change
is a new report that corrects it (更正); the issue number is given with the signature and stays on
the ledger even when the report is never sent; every step is kept with who, when and how.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.report import DraftReport, Report, ReportMedium, ReportStage
from dutydesk.domain.signature_form import SignatureForm

MAX_REASON = 500


class ReportState(StrEnum):
    """拟稿, 待审核, 待签发, 已签发, 已报送, 已签收; 作废 leaves the chain."""

    DRAFTING = "drafting"
    UNDER_REVIEW = "under_review"
    AWAITING_SIGNATURE = "awaiting_signature"
    SIGNED = "signed"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    VOID = "void"


WAITING = frozenset({ReportState.UNDER_REVIEW, ReportState.AWAITING_SIGNATURE, ReportState.SIGNED})
"""Somebody has to do something about it before it can leave."""

ON_THE_DESK = WAITING | {ReportState.DRAFTING}
"""Not sent and not given up."""


class StepKind(StrEnum):
    """拟稿, 送审, 审核, 退回, 签发, 报送, 签收, 作废."""

    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"
    SENT_BACK = "sent_back"
    SIGNED = "signed"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    VOIDED = "voided"


@dataclass(frozen=True, kw_only=True)
class ReportDraft:
    """One report on its way; its id is that of the report it becomes.

    ``sequence_no``, ``issue_year``, ``issue_no``, ``figures`` and ``level`` are final from the
    signature on; before, figures and level are those of the last change.
    """

    id: str
    incident_id: str
    stage: ReportStage
    medium: ReportMedium
    sequence_no: int
    issue_year: int | None = None
    issue_no: int | None = None
    title: str
    body: str
    figures: Mapping[str, int | None]
    level: IncidentLevel
    report_to: tuple[str, ...]
    copy_to: tuple[str, ...] = ()
    receiver: str = ""
    state: ReportState
    drafted_by: str
    reviewed_by: str = ""
    signed_by: str = ""
    signature_form: SignatureForm | None = None
    signed_at: datetime | None = None
    corrects_report_id: str | None = None
    bypass_reason: str = ""
    drafted_at: datetime
    changed_at: datetime

    @property
    def is_on_the_desk(self) -> bool:
        """Tell whether it is neither sent nor given up."""
        return self.state in ON_THE_DESK

    @property
    def is_frozen(self) -> bool:
        """Tell whether its text is final."""
        return self.signed_at is not None


@dataclass(frozen=True, kw_only=True)
class ReportStep:
    """One step of a report; append-only. ``report_id`` names draft and report alike.

    ``person`` did it, ``recorder`` put it on record: they differ where a leader signs by
    telephone. ``form`` says how a review or a signature was given; ``reason`` why it was sent
    back or given up. ``at`` is when it happened.
    """

    id: str
    report_id: str
    incident_id: str
    step: StepKind
    person: str
    form: SignatureForm | None = None
    at: datetime
    reason: str = ""
    recorder: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CarriedDraft:
    """A report on its way as a handover passes it on; ``title`` is that of the incident."""

    title: str
    stage: ReportStage
    sequence_no: int
    is_correction: bool
    issue_no: int | None
    state: ReportState


@dataclass(frozen=True, kw_only=True)
class Signoff:
    """A review or a signature as given: in person with a PIN, or by telephone.

    ``officer_id`` and ``pin`` are for 现场, ``person`` and ``at`` for 电话授权; None is now.
    """

    form: SignatureForm
    officer_id: str | None = None
    pin: str = ""
    person: str = ""
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Sending:
    """A signed report that left: when, and who received it at the other end."""

    at: datetime
    receiver: str = ""
    late_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Acknowledgement:
    """签收: who acknowledged at the other end, and when."""

    person: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class FollowedReport:
    """What one written report is and went through.

    ``face`` is what stands on it: the report that left, else the draft. ``corrected`` is the
    report that it corrects.
    """

    face: ReportDraft | Report
    state: ReportState
    steps: tuple[ReportStep, ...] = ()
    corrected: Report | None = None

    @property
    def id(self) -> str:
        """The id that draft and report share."""
        return self.face.id

    @property
    def begun_at(self) -> tuple[datetime, str]:
        """When it was begun, with its id for equal instants."""
        face = self.face
        at = face.drafted_at if isinstance(face, ReportDraft) else face.recorded_at
        return at, face.id

    @property
    def acknowledged(self) -> ReportStep | None:
        """The step of its receipt, None while it is missing."""
        return next((one for one in self.steps if one.step is StepKind.ACKNOWLEDGED), None)


def followed(
    drafts: Iterable[ReportDraft], reports: Iterable[Report], steps: Iterable[ReportStep]
) -> list[FollowedReport]:
    """Return the written reports of an incident and its drafts, in the order they were begun.

    A report recorded as made has no draft: it has left, and may be acknowledged.
    """
    sent = {one.id: one for one in reports if one.medium is ReportMedium.WRITTEN}
    known = {one.id: one for one in drafts}
    by_report: dict[str, list[ReportStep]] = {}
    for step in steps:
        by_report.setdefault(step.report_id, []).append(step)
    faces = [
        *(sent.get(one.id, one) for one in known.values()),
        *(one for one in sent.values() if one.id not in known),
    ]
    found = [
        FollowedReport(
            face=face,
            state=_state(known.get(face.id), by_report.get(face.id, ())),
            steps=tuple(by_report.get(face.id, ())),
            corrected=sent.get(face.corrects_report_id or ""),
        )
        for face in faces
    ]
    return sorted(found, key=lambda one: one.begun_at)


def _state(draft: ReportDraft | None, steps: Iterable[ReportStep]) -> ReportState:
    if draft is not None:
        return draft.state
    is_received = any(one.step is StepKind.ACKNOWLEDGED for one in steps)
    return ReportState.ACKNOWLEDGED if is_received else ReportState.SENT


def carried_draft(draft: ReportDraft, title: str) -> CarriedDraft:
    """Return a draft as a handover passes it on."""
    return CarriedDraft(
        title,
        draft.stage,
        draft.sequence_no,
        draft.corrects_report_id is not None,
        draft.issue_no,
        draft.state,
    )


def pending(drafts: Iterable[ReportDraft]) -> list[ReportDraft]:
    """Return those that were signed and have not left, in the order of their numbers."""
    found = [one for one in drafts if one.state is ReportState.SIGNED]
    return sorted(found, key=lambda one: (one.issue_year or 0, one.issue_no or 0))


def as_sent(draft: ReportDraft) -> Report:
    """Return a signed draft as the report it would be, had it left with its signature.

    The next one is checked against it: a follow-up may be signed while its first report waits.
    """
    at = draft.signed_at or draft.changed_at
    return Report(
        id=draft.id,
        incident_id=draft.incident_id,
        stage=draft.stage,
        medium=draft.medium,
        sequence_no=draft.sequence_no,
        issue_year=draft.issue_year,
        issue_no=draft.issue_no,
        title=draft.title,
        body=draft.body,
        figures=draft.figures,
        level=draft.level,
        report_to=draft.report_to,
        copy_to=draft.copy_to,
        receiver=draft.receiver,
        drafted_by=draft.drafted_by,
        reviewed_by=draft.reviewed_by,
        signed_by=draft.signed_by,
        signature_form=draft.signature_form,
        signed_at=at,
        sent_at=at,
        recorded_at=at,
        corrects_report_id=draft.corrects_report_id,
        bypass_reason=draft.bypass_reason,
    )


def asked(draft: ReportDraft, at: datetime) -> DraftReport:
    """Return the draft as a report asked for at an instant, for the checks of the chain."""
    return DraftReport(
        id=draft.id,
        incident_id=draft.incident_id,
        stage=draft.stage,
        medium=draft.medium,
        sent_at=at,
        report_to=draft.report_to,
        copy_to=draft.copy_to,
        receiver=draft.receiver,
        body=draft.body,
        signed_by=draft.signed_by or None,
        corrects_report_id=draft.corrects_report_id,
        bypass_reason=draft.bypass_reason,
    )
