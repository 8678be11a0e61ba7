"""Use cases of handover: draft, fill in, tick, sign by both sides, take back, look up."""

from __future__ import annotations

from dataclasses import astuple, field, replace

from dutydesk.domain.changes import Done
from dutydesk.domain.checklist import ChecklistNameMissing
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handover import (
    CheckResult,
    Handover,
    HandoverContentSigned,
    HandoverCountersigned,
    HandoverNotSigned,
    HandoverSide,
    HandoverThing,
    ReliefPosts,
    SignatureNotOwn,
    check_signer,
    is_signed_by_both,
    with_relief,
)
from dutydesk.domain.handover_facts import HandoverBlocked, HandoverView
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.paper_handover_record import HandoverRecord
from dutydesk.store import duty_passing, handover_view, logbook
from dutydesk.store.duty_passing import Signer
from dutydesk.store.pin import PinGate
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.handover_record import handover_record


@dataclass(frozen=True, slots=True)
class CheckFill:
    """The result of one line of the checklist; None empties it again."""

    item_id: str
    result: CheckResult | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ThingFill:
    """One thing handed over as the officer wrote it."""

    name: str
    quantity: str = ""
    result: CheckResult | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Filling:
    """What changes on the form; None leaves things or remarks as they are.

    ``things`` replaces the whole list; an empty one brings the unit's list back.
    """

    checks: tuple[CheckFill, ...] = ()
    things: tuple[ThingFill, ...] | None = None
    remarks: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """One signature; ``posts`` and ``takes_all`` count for the incoming side only.

    ``takes_all`` takes every open item; without it those ticked by ``take_items`` count as taken.
    ``handover_id`` is for a lead who countersigns a certain handover.
    """

    side: HandoverSide
    officer_id: str
    pin: str = field(repr=False)
    note: str = ""
    posts: ReliefPosts | None = None
    takes_all: bool = True
    handover_id: str | None = None


class HandoverService:
    """What officers do at the change of shifts."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, pins: PinGate) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._pins = pins

    def draft(self) -> HandoverView:
        """Return the handover of the running shift as it would be now; raises ShiftNotRunning."""
        with self._store.reading() as tables:
            return handover_view.live_view(tables, self._clock.now())

    def view(self, handover_id: str) -> HandoverView:
        """Return one handover, by the id of the shift it ends; raises RecordUnknown."""
        with self._store.reading() as tables:
            return handover_view.view_of(tables, handover_id, self._clock.now())

    def handovers(self, limit: int | None = None) -> list[HandoverView]:
        """Return handovers begun or completed, the newest first."""
        now = self._clock.now()
        with self._store.reading() as tables:
            found = tables.handover.newest_first(limit)
            return [handover_view.view_of(tables, one.id, now) for one in found]

    def last_completed(self) -> HandoverView | None:
        """Return the last handover in which duty passed."""
        with self._store.reading() as tables:
            over = tables.handover.newest_over()
            return handover_view.frozen_view(tables, over) if over else None

    def record(self, handover_id: str) -> HandoverRecord:
        """Return what stands on the paper; the same for ever once duty has passed."""
        return handover_record(self.view(handover_id), self._clock.now())

    def fill(self, filling: Filling, *, by: Actor) -> Done[HandoverView]:
        """Write checklist results, things and remarks before anybody has signed.

        Raises HandoverContentSigned, RecordUnknown for a line that is not on the list.
        """
        with self._store.writing(actor=by.name, action="handover.fill") as work:
            view = self._unsigned(work.tables, by)
            handover = view.handover
            if filling.remarks is not None:
                handover = replace(handover, remarks=filling.remarks)
            work.tables.handover.put(handover)
            for check in filling.checks:
                self._put_check(work.tables, view, check)
            if filling.things is not None:
                self._put_things(work.tables, handover, filling.things)
            filled = handover_view.live_view(work.tables, self._clock.now())
        return Done(filled, work.changes)

    def take_items(
        self, item_ids: tuple[str, ...], *, is_taken: bool, by: Actor
    ) -> Done[HandoverView]:
        """Tick open items as taken over, or untick them; possible until duty passes."""
        with self._store.writing(actor=by.name, action="handover.take_items") as work:
            shift = handover_view.shift_on_duty(work.tables)
            logbook.recorder_for(work.tables, by, shift)
            known = {item.id for item in work.tables.open_item.open()}
            known |= {line.id for line in work.tables.directive.open()}
            for item_id in item_ids:
                if item_id not in known:
                    raise RecordUnknown("open_item", item_id)
            handover = handover_view.handover_of(work.tables, shift)
            kept = set(handover.taken_items) - set(item_ids)
            taken = kept | set(item_ids) if is_taken else kept
            work.tables.handover.put(replace(handover, taken_items=tuple(sorted(taken))))
            ticked = handover_view.live_view(work.tables, self._clock.now())
        return Done(ticked, work.changes)

    def sign(self, signing: Signing, *, by: Actor) -> Done[HandoverView]:
        """Sign one side; with the second of outgoing and incoming duty passes at once.

        Raises the PIN's refusals, ShiftNotRunning, OfficerMayNot, NotOutgoingOfficer,
        HandoverSigned and HandoverBlocked, which names every reason.
        """
        officer = self._pins.check(signing.officer_id, signing.pin, by=by)
        with self._store.writing(actor=by.name, action="handover.sign") as work:
            if signing.side is HandoverSide.LEAD:
                handover_id = self._to_countersign(work.tables, signing.handover_id)
            else:
                handover_id = handover_view.shift_on_duty(work.tables).id
            signed = self._signed(work.tables, handover_id, officer, signing)
        return Done(signed, work.changes)

    def take_back(
        self, side: HandoverSide, officer_id: str, pin: str, *, by: Actor
    ) -> Done[HandoverView]:
        """Take a signature back before duty has passed: its owner may, and any lead.

        Raises HandoverNotSigned, SignatureNotOwn and the PIN's refusals.
        """
        officer = self._pins.check(officer_id, pin, by=by)
        with self._store.writing(actor=by.name, action="handover.take_back") as work:
            now = self._clock.now()
            view = handover_view.live_view(work.tables, now)
            signature = view.signature(side)
            if signature is None:
                raise HandoverNotSigned(side)
            if officer.id != signature.officer_id and not officer.may_lead:
                raise SignatureNotOwn(officer.name, signature.officer_name)
            work.tables.handover.remove_signature(signature.id)
            handover = view.handover
            if side is HandoverSide.INCOMING:
                handover = with_relief(handover, ReliefPosts(), takes_all=False)
            duty_passing.put_status(work.tables, handover)
            left = handover_view.live_view(work.tables, now)
        return Done(left, work.changes)

    def _signed(
        self, tables: Tables, handover_id: str, officer: Officer, signing: Signing
    ) -> HandoverView:
        now = self._clock.now()
        view = handover_view.view_of(tables, handover_id, now)
        primary = duty_passing.primary_of(tables, handover_id)
        check_signer(signing.side, officer, primary, view.signatures)
        handover = view.handover
        if signing.side is HandoverSide.INCOMING:
            posts = signing.posts or ReliefPosts()
            duty_passing.check_posts(tables, astuple(posts))
            handover = with_relief(handover, posts, takes_all=signing.takes_all)
        signer = Signer(signing.side, officer, signing.note)
        duty_passing.add_signature(tables, handover, signer, now, self._ids)
        if handover.is_over:
            return handover_view.frozen_view(tables, handover)
        blocking = handover_view.live_view(tables, now).blocking
        if blocking:
            raise HandoverBlocked(blocking)
        if is_signed_by_both({signing.side, *(one.side for one in view.signatures)}):
            frozen = duty_passing.pass_duty(tables, now, self._ids)
            return handover_view.frozen_view(tables, frozen)
        duty_passing.put_status(tables, handover)
        return handover_view.live_view(tables, now)

    def _unsigned(self, tables: Tables, by: Actor) -> HandoverView:
        shift = handover_view.shift_on_duty(tables)
        logbook.recorder_for(tables, by, shift)
        view = handover_view.live_view(tables, self._clock.now())
        if view.signatures:
            raise HandoverContentSigned(view.signatures[0].officer_name)
        return view

    def _put_check(self, tables: Tables, view: HandoverView, fill: CheckFill) -> None:
        line = next((one for one in view.checks if one.item_id == fill.item_id), None)
        if line is None:
            raise RecordUnknown("checklist_item", fill.item_id)
        tables.handover.put_check(
            replace(line, id=line.id or self._ids.new(), result=fill.result, note=fill.note)
        )

    def _put_things(
        self, tables: Tables, handover: Handover, things: tuple[ThingFill, ...]
    ) -> None:
        for old in tables.handover.things_of(handover.id):
            tables.handover.remove_thing(old.id)
        for place, thing in enumerate(things, 1):
            if not thing.name.strip():
                raise ChecklistNameMissing
            tables.handover.put_thing(
                HandoverThing(
                    id=self._ids.new(),
                    handover_id=handover.id,
                    name=thing.name,
                    quantity=thing.quantity,
                    order_no=place,
                    result=thing.result,
                    note=thing.note,
                )
            )

    @staticmethod
    def _to_countersign(tables: Tables, wanted: str | None) -> str:
        """Return the handover a lead signs: the last one, unless somebody signed the next.

        Raises HandoverCountersigned: what nobody has begun is not signed by the way.
        """
        if wanted is not None:
            return wanted
        running = handover_view.shift_on_duty(tables)
        over = tables.handover.newest_over()
        if over is None or tables.handover.signatures_of(running.id):
            return running.id
        for signature in tables.handover.signatures_of(over.id):
            if signature.side is HandoverSide.LEAD:
                raise HandoverCountersigned(signature.officer_name)
        return over.id
