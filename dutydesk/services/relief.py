"""Use cases when relief does not go as planned, and the lead's review afterwards."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import datetime

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import DraftEntry, LogEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.handover import (
    Handover,
    HandoverSide,
    ReliefBySamePerson,
    ReliefPosts,
    ReliefReasonMissing,
    ShiftNotHandedOver,
    ShiftReviewed,
    check_signer,
    with_relief,
)
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.domain.officer import Actor, Officer, OfficerMayNot
from dutydesk.domain.shift import Shift, ShiftStatus
from dutydesk.store import duty_passing, handover_view, logbook
from dutydesk.store.duty_passing import Signer
from dutydesk.store.pin import PinGate
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.handover import forced_words, relieved_words, staying_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ForcedRelief:
    """Relief without the outgoing officer, on the word of a lead; both prove who they are.

    Where nobody comes, a lead may name himself as the one who takes over.
    """

    incoming_id: str
    pin: str = field(repr=False)
    lead_id: str
    lead_pin: str = field(repr=False)
    reason: str
    posts: ReliefPosts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftReview:
    """A lead's words on a shift that was handed over."""

    shift_id: str
    text: str
    lead_id: str
    lead_pin: str = field(repr=False)


class ReliefService:
    """What officers and leads do when a shift does not end by two signatures, or afterwards."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, pins: PinGate) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._pins = pins

    def force(self, relief: ForcedRelief, *, by: Actor) -> Done[HandoverView]:
        """Pass duty without the outgoing officer's signature, and say so in both shifts' logs.

        Nothing but one person on both sides stops it: the written reason stands for every note.
        Raises ReliefReasonMissing, ReliefBySamePerson, OfficerMayNot, ShiftNotRunning and the
        PINs' refusals.
        """
        if not relief.reason.strip():
            raise ReliefReasonMissing
        incoming = self._pins.check(relief.incoming_id, relief.pin, by=by)
        lead = self._pins.check(relief.lead_id, relief.lead_pin, by=by)
        with self._store.writing(actor=by.name, action="handover.force") as work:
            tables, now = work.tables, self._clock.now()
            shift = handover_view.shift_on_duty(tables)
            outgoing = duty_passing.primary_of(tables, shift.id)
            self._check(incoming, lead, outgoing)
            posts = relief.posts or ReliefPosts()
            handover = with_relief(handover_view.handover_of(tables, shift), posts, takes_all=True)
            self._resign(tables, handover, Signer(HandoverSide.INCOMING, incoming), now)
            self._resign(tables, handover, Signer(HandoverSide.LEAD, lead, relief.reason), now)
            names = (outgoing.name, incoming.name, lead.name)
            recorder = Recorder(incoming.name, incoming.id, is_automatic=True)
            self._log(tables, forced_words(names, relief.reason), recorder, now)
            frozen = duty_passing.pass_duty(tables, now, self._ids, forced_reason=relief.reason)
            self._log(tables, relieved_words(names, relief.reason), recorder, now)
            view = handover_view.frozen_view(tables, frozen)
        return Done(view, work.changes)

    def stay_on(self, reason: str, *, by: Actor) -> Done[LogEntry]:
        """Record that the relief has not come and the outgoing officer stays.

        Raises ReliefReasonMissing, ShiftNotRunning.
        """
        if not reason.strip():
            raise ReliefReasonMissing
        with self._store.writing(actor=by.name, action="handover.stay_on") as work:
            shift = handover_view.shift_on_duty(work.tables)
            recorder = logbook.recorder_for(work.tables, by, shift)
            automatic = replace(recorder, is_automatic=True)
            entry = self._log(work.tables, staying_words(reason), automatic, self._clock.now())
        return Done(entry, work.changes)

    def review(self, review: ShiftReview, *, by: Actor) -> Done[Shift]:
        """Write a lead's review of a shift that was handed over; it is written once.

        Raises BadInput without text, RecordUnknown, ShiftNotHandedOver, ShiftReviewed,
        OfficerMayNot and the PIN's refusals.
        """
        if not review.text.strip():
            raise BadInput("review", "")
        lead = self._pins.check(review.lead_id, review.lead_pin, by=by)
        if not lead.may_lead:
            raise OfficerMayNot(lead.name, "lead")
        with self._store.writing(actor=by.name, action="handover.review") as work:
            shift = work.tables.shift.by_id(review.shift_id)
            if shift is None:
                raise RecordUnknown("shift", review.shift_id)
            _check_unreviewed(work.tables, shift)
            reviewed = replace(
                shift,
                status=ShiftStatus.REVIEWED,
                review=review.text,
                reviewed_by=lead.id,
                reviewed_at=self._clock.now(),
            )
            work.tables.shift.put(reviewed)
        return Done(reviewed, work.changes)

    @staticmethod
    def _check(incoming: Officer, lead: Officer, outgoing: Officer) -> None:
        if incoming.id == outgoing.id:
            raise ReliefBySamePerson(incoming.name)
        check_signer(HandoverSide.INCOMING, incoming, outgoing, ())
        check_signer(HandoverSide.LEAD, lead, outgoing, ())

    def _resign(self, tables: Tables, handover: Handover, signer: Signer, now: datetime) -> None:
        """Write a signature in place of an earlier one on that side."""
        for old in tables.handover.signatures_of(handover.id):
            if old.side is signer.side:
                tables.handover.remove_signature(old.id)
        duty_passing.add_signature(tables, handover, signer, now, self._ids)

    def _log(self, tables: Tables, text: str, recorder: Recorder, now: datetime) -> LogEntry:
        draft = DraftEntry(id=self._ids.new(), kind=EntryKind.OTHER, text=text, at=now)
        return logbook.append(tables, draft, recorder, now, self._ids)


def _check_unreviewed(tables: Tables, shift: Shift) -> None:
    if shift.reviewed_at is not None:
        reviewer = tables.officer.by_id(shift.reviewed_by)
        raise ShiftReviewed(reviewer.name if reviewer else "", shift.reviewed_at)
    if not shift.is_locked:
        raise ShiftNotHandedOver(shift.duty_date)
