"""Writing what a signature fixes, and passing duty: shared by signing and forced relief.

Rules of this file: everything happens inside the caller's transaction, so that the old shift, the
new one and the handover change together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import datetime

from dutydesk.domain.clock import Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handover import (
    Handover,
    HandoverSide,
    HandoverSignature,
    HandoverStatus,
    ReliefPosts,
    end_shift,
    relieving_shift,
    shift_waiting,
    status_before,
)
from dutydesk.domain.handover_facts import HandoverView, ShiftLabel
from dutydesk.domain.officer import Officer, OfficerInactive, OfficerMayNot
from dutydesk.domain.shift import Shift
from dutydesk.store.handover import snapshot_of
from dutydesk.store.handover_view import lines_of, live_view, relief_slot, shift_on_duty
from dutydesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature to be written."""

    side: HandoverSide
    officer: Officer
    note: str = ""


def primary_of(tables: Tables, shift_id: str) -> Officer:
    """Return the officer who keeps or kept a shift; raises RecordUnknown."""
    shift = tables.shift.by_id(shift_id)
    officer_id = shift.primary_officer_id if shift else None
    officer = tables.officer.by_id(officer_id)
    if officer is None:
        raise RecordUnknown("officer", officer_id or shift_id)
    return officer


def check_posts(tables: Tables, officer_ids: Iterable[str | None]) -> None:
    """Accept officers who may keep a post.

    Raises RecordUnknown, OfficerInactive, and OfficerMayNot for 查阅.
    """
    for officer_id in officer_ids:
        if officer_id is None:
            continue
        officer = tables.officer.by_id(officer_id)
        if officer is None:
            raise RecordUnknown("officer", officer_id)
        if not officer.is_active:
            raise OfficerInactive(officer.name)
        if not officer.may_write:
            raise OfficerMayNot(officer.name, "shift_start")


def add_signature(
    tables: Tables, handover: Handover, signer: Signer, now: datetime, ids: Ids
) -> None:
    """Write a signature; with the first one the checklist and the things are fixed as they are.

    A handover that is over only gets the signature.
    """
    if not handover.is_over:
        tables.handover.put(handover)
        if not tables.handover.signatures_of(handover.id):
            _fix_lines(tables, handover, ids)
    tables.handover.add_signature(
        HandoverSignature(
            id=ids.new(),
            handover_id=handover.id,
            side=signer.side,
            officer_id=signer.officer.id,
            officer_name=signer.officer.name,
            signed_at=now,
            note=signer.note,
        )
    )


def put_status(tables: Tables, handover: Handover) -> None:
    """Write the handover and its shift in the state that the signatures now make."""
    sides = {one.side for one in tables.handover.signatures_of(handover.id)}
    status = status_before(sides)
    tables.handover.put(replace(handover, status=status))
    shift = shift_on_duty(tables)
    waiting = shift_waiting(shift, status)
    if waiting != shift:
        tables.shift.put(waiting)


def pass_duty(tables: Tables, now: datetime, ids: Ids, *, forced_reason: str = "") -> Handover:
    """End the shift, begin the relieving one and freeze the handover; returns it as frozen.

    The incoming signature is written already. With a reason the handover counts as forced.
    Raises OfficerInactive when who is to keep the new shift was deactivated after signing.
    """
    # Before this transaction's own journal row: the head that the paper shows.
    head = tables.journal.head()
    shift = shift_on_duty(tables)
    view = live_view(tables, now)
    new = _relieving(tables, shift, view, now, ids)
    tables.shift.put(end_shift(shift, now))
    tables.shift.put(new)
    frozen = replace(
        view.handover,
        status=HandoverStatus.FORCED if forced_reason else HandoverStatus.COMPLETED,
        handover_no=view.facts.handover_no,
        incoming_shift_id=new.id,
        completed_at=now,
        forced_reason=forced_reason,
        journal_head=head,
        snapshot=snapshot_of(
            replace(view.facts, incoming_shift=ShiftLabel(new.duty_date, new.kind))
        ),
    )
    tables.handover.put(frozen)
    return frozen


def _fix_lines(tables: Tables, handover: Handover, ids: Ids) -> None:
    checks, things = lines_of(tables, handover, ())
    for place, line in enumerate(checks, 1):
        tables.handover.put_check(replace(line, id=line.id or ids.new(), order_no=place))
    for place, thing in enumerate(things, 1):
        tables.handover.put_thing(replace(thing, id=thing.id or ids.new(), order_no=place))


def _relieving(tables: Tables, shift: Shift, view: HandoverView, now: datetime, ids: Ids) -> Shift:
    primary_id = next(
        one.officer_id for one in view.signatures if one.side is HandoverSide.INCOMING
    )
    named = view.handover.next_lead_officer_id
    posts = ReliefPosts(
        named or shift.lead_officer_id,
        view.handover.next_secondary_officer_id,
        view.handover.next_standby_officer_id,
    )
    # Signing first and passing duty later lie apart: meanwhile somebody may have been taken off.
    check_posts(tables, (primary_id, *astuple(posts)))
    new = relieving_shift(ids.new(), relief_slot(tables, now), primary_id, posts, now)
    return new if named else replace(new, presence=shift.presence)
