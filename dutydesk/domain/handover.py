"""Handover 交接班: who signs which side, what stops a signature, how duty passes (notes §8).

Rules of this file: one shift ends by one handover, so the handover bears the id of that shift;
duty passes with the second of the two signatures, whichever side came first; what was signed is
not changed under the signature.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.officer import Officer, OfficerMayNot
from dutydesk.domain.shift import Shift, ShiftSlot, ShiftStatus


class HandoverStatus(StrEnum):
    """未签字, 交班人已签, 接班人已签, 已交接, 单方交接."""

    DRAFT = "draft"
    OUTGOING_SIGNED = "outgoing_signed"
    INCOMING_SIGNED = "incoming_signed"
    COMPLETED = "completed"
    FORCED = "forced"


class HandoverSide(StrEnum):
    """交班人, 接班人, 带班领导."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    LEAD = "lead"


class CheckResult(StrEnum):
    """正常, 异常, 不适用; a line that nobody filled has none and prints 未核对."""

    NORMAL = "normal"
    ABNORMAL = "abnormal"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One handover; ``id`` is that of the shift it ends.

    ``journal_head`` is the chain head right before the journal row in which duty passed, 64 hex
    digits. ``snapshot`` keeps what the paper needs as it stood then; both empty before.
    """

    id: str
    handover_no: str = ""
    status: HandoverStatus = HandoverStatus.DRAFT
    remarks: str = ""
    next_lead_officer_id: str | None = None
    next_secondary_officer_id: str | None = None
    next_standby_officer_id: str | None = None
    taken_items: tuple[str, ...] = ()
    is_all_taken: bool = False
    incoming_shift_id: str | None = None
    completed_at: datetime | None = None
    forced_reason: str = ""
    journal_head: str = ""
    snapshot: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """After duty has passed nothing of a handover changes any more."""
        return self.completed_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverCheck:
    """One line of the checklist; ``id`` is empty until somebody wrote it."""

    id: str
    handover_id: str
    item_id: str
    group_name: str
    name: str
    order_no: int
    result: CheckResult | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverThing:
    """One thing handed over; ``quantity`` as written (3把), ``result`` None until counted."""

    id: str
    handover_id: str
    name: str
    quantity: str
    order_no: int
    result: CheckResult | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSignature:
    """Who signed which side when; the name stays as it was."""

    id: str
    handover_id: str
    side: HandoverSide
    officer_id: str
    officer_name: str
    signed_at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReliefPosts:
    """Who keeps the next shift beside its primary officer; None carries the lead over."""

    lead_officer_id: str | None = None
    secondary_officer_id: str | None = None
    standby_officer_id: str | None = None


@dataclass(eq=False)
class NotOutgoingOfficer(Refusal):
    """Only the primary officer of the running shift hands it over."""

    name: str
    primary: str


@dataclass(eq=False)
class HandoverSigned(Refusal):
    """The side is signed already; ``name`` may take the signature back."""

    side: HandoverSide
    name: str


@dataclass(eq=False)
class HandoverCountersigned(Refusal):
    """The last handover is countersigned, and nobody has signed the next one yet."""

    name: str


@dataclass(eq=False)
class HandoverNotSigned(Refusal):
    """There is no signature on this side to take back."""

    side: HandoverSide


@dataclass(eq=False)
class HandoverContentSigned(Refusal):
    """What was signed is not changed before the signature is taken back."""

    name: str


@dataclass(eq=False)
class SignatureNotOwn(Refusal):
    """A signature is taken back by its owner or by a lead."""

    name: str
    owner: str


@dataclass(eq=False)
class ReliefReasonMissing(Refusal):
    """Relief without the outgoing officer, and staying on, need a written reason."""


@dataclass(eq=False)
class ReliefBySamePerson(Refusal):
    """The officer on duty cannot relieve himself."""

    name: str


@dataclass(eq=False)
class ShiftNotHandedOver(Refusal):
    """Only a shift that was handed over is reviewed."""

    duty_date: date


@dataclass(eq=False)
class ShiftReviewed(Refusal):
    """The shift was reviewed; a review is not rewritten."""

    by: str
    at: datetime


def check_signer(
    side: HandoverSide, officer: Officer, primary: Officer, signed: Iterable[HandoverSignature]
) -> None:
    """Accept the officer for the side.

    Raises OfficerMayNot, NotOutgoingOfficer, HandoverSigned. Whether one person signs both sides
    is one of the blocking reasons, in ``handover_facts``.
    """
    if side is HandoverSide.OUTGOING and officer.id != primary.id:
        raise NotOutgoingOfficer(officer.name, primary.name)
    if side is HandoverSide.INCOMING and not officer.may_write:
        raise OfficerMayNot(officer.name, "shift_start")
    if side is HandoverSide.LEAD and not officer.may_lead:
        raise OfficerMayNot(officer.name, "lead")
    for signature in signed:
        if signature.side is side:
            raise HandoverSigned(side, signature.officer_name)


def with_relief(handover: Handover, posts: ReliefPosts, *, takes_all: bool) -> Handover:
    """Return the handover with what the incoming side decides: posts, and taking every item."""
    return replace(
        handover,
        next_lead_officer_id=posts.lead_officer_id,
        next_secondary_officer_id=posts.secondary_officer_id,
        next_standby_officer_id=posts.standby_officer_id,
        is_all_taken=takes_all,
    )


def status_before(sides: Collection[HandoverSide]) -> HandoverStatus:
    """Return the state these signatures make before duty passes; a lead's alone moves nothing."""
    if HandoverSide.OUTGOING in sides:
        return HandoverStatus.OUTGOING_SIGNED
    if HandoverSide.INCOMING in sides:
        return HandoverStatus.INCOMING_SIGNED
    return HandoverStatus.DRAFT


def is_signed_by_both(sides: Collection[HandoverSide]) -> bool:
    """Tell whether duty passes."""
    return {HandoverSide.OUTGOING, HandoverSide.INCOMING} <= set(sides)


def shift_waiting(shift: Shift, status: HandoverStatus) -> Shift:
    """Return the running shift as 待交接 once one side has signed, else as 值班中."""
    is_waiting = status is not HandoverStatus.DRAFT
    return replace(shift, status=ShiftStatus.HANDING_OVER if is_waiting else ShiftStatus.ON_DUTY)


def end_shift(shift: Shift, now: datetime) -> Shift:
    """Return the shift handed over at ``now``; from then on its log is locked."""
    return replace(shift, status=ShiftStatus.HANDED_OVER, ended_at=now)


def relieving_shift(
    shift_id: str, slot: ShiftSlot, primary_officer_id: str, posts: ReliefPosts, now: datetime
) -> Shift:
    """Return the shift that begins when duty passes, on duty from ``now``."""
    return Shift(
        id=shift_id,
        duty_date=slot.duty_date,
        kind=slot.kind,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        status=ShiftStatus.ON_DUTY,
        started_at=now,
        primary_officer_id=primary_officer_id,
        lead_officer_id=posts.lead_officer_id,
        secondary_officer_id=posts.secondary_officer_id,
        standby_officer_id=posts.standby_officer_id,
    )


def next_handover_no(year: int, taken: Iterable[str]) -> str:
    """Return the number after the year's last: ``2026-001`` when there is none.

    The year is that of the duty day handed over, so the number is known before the signing.
    """
    highest = max(
        (int(no.split("-")[1]) for no in taken if no.startswith(f"{year:04d}-")), default=0
    )
    return f"{year:04d}-{highest + 1:03d}"
