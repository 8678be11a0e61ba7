"""Checking and generating a roster inside the caller's transaction.

Rules of this file: nothing is generated into a shift that has begun, nor over whoever is on later
today; a published month is not touched; what stays where it is keeps its row.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from dutydesk.domain import roster_check, roster_generator
from dutydesk.domain.clock import Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import china
from dutydesk.domain.roster import (
    FindingKind,
    RosterFinding,
    RosterMember,
    RosterPost,
    RosterSlot,
    SlotSource,
)
from dutydesk.domain.roster_day import RosterFrame, days_of, month_id, seat_change
from dutydesk.domain.roster_proposal import RosterOrder
from dutydesk.domain.roster_refusals import RosterPublished, RosterSpanPast, RosterSpanUnfit
from dutydesk.domain.roster_task import RosterAssignment, RosterTask
from dutydesk.domain.roster_timeline import member_of, people_of
from dutydesk.domain.roster_view import SeatChange
from dutydesk.store import roster_book, roster_members
from dutydesk.store.roster_absence import member_absences, strangers_away
from dutydesk.store.roster_people import people_on
from dutydesk.store.tables import Tables

# Fairness looks back a year and more; rest and wishes look across both ends of the span.
_LOOK_BACK = timedelta(days=400)
_LOOK_AHEAD = timedelta(days=31)
_EMPTY_SEATS = frozenset({FindingKind.GAP, FindingKind.NO_LEADER})


def findings(
    tables: Tables,
    first: date,
    last: date,
    now: datetime,
    *,
    instead: Collection[RosterSlot] | None = None,
) -> tuple[RosterFinding, ...]:
    """Return what the check finds in a span, day by day; ``instead`` are its slots to be.

    A past day that never had a roster has no gaps: nobody can fill them any more.
    """
    task = _task(tables, first, last, tables.roster.members())
    if instead is not None:
        days = {one.duty_date for one in instead}
        beside = (one for one in task.standing if one.duty_date not in days)
        task = replace(task, standing=(*beside, *instead))
    slots = [one for one in task.standing if first <= one.duty_date <= last]
    rostered, today = {one.duty_date for one in slots}, china(now).date()
    people, known = people_on(tables, slots), people_of(task.members)
    strangers = [one for one in slots if member_of(one, known) is None]
    found = [
        *roster_check.check(task),
        *strangers_away(tables, strangers, roster_book.frame(tables)),
    ]
    return tuple(
        one
        for one in sorted(found, key=lambda one: one.duty_date)
        if not (one.kind is FindingKind.NOT_ON_FILE and people.is_on_file(one.person))
        and not (
            one.kind in _EMPTY_SEATS and one.duty_date < today and one.duty_date not in rostered
        )
    )


def generate(tables: Tables, order: RosterOrder, now: datetime, ids: Ids) -> tuple[date, ...]:
    """Fill the free seats of a span; returns the first day of each month in it.

    Raises RosterSpanUnfit, RosterSpanPast, RosterPublished, RecordUnknown, RosterMembersMissing.
    """
    posts = _chosen(roster_book.seed_posts(tables), order.post_ids)
    layout = roster_book.frame(tables)
    first = _first_free(layout, order, now)
    months = sorted({day.replace(day=1) for day in days_of(first, order.last)})
    for month in months:
        if layout.is_published(month):
            raise RosterPublished(month)
    members = roster_members.ensured(tables, ids, now)
    task = _task(tables, first, order.last, members, posts)
    free = _replaceable(layout, task, order, now)
    kept = tuple(one for one in task.standing if one.id not in free)
    proposal = roster_generator.generate(replace(task, standing=kept))
    _write(tables, _Writing(free, members, layout, now, ids), proposal.assignments)
    return tuple(months)


@dataclass(frozen=True, slots=True)
class _Writing:
    """What the assignments of a proposal are written with."""

    free: dict[str, RosterSlot]
    members: tuple[RosterMember, ...]
    layout: RosterFrame
    now: datetime
    ids: Ids


def _write(tables: Tables, by: _Writing, assignments: Collection[RosterAssignment]) -> None:
    members = {one.id: one for one in by.members}
    old = {slot.place: slot for slot in by.free.values()}
    for one in assignments:
        if by.layout.hours_of(one.duty_date, one.shift).starts_at <= by.now:
            continue
        place = (one.duty_date, one.shift, one.post_id, one.seat)
        before, member = old.pop(place, None), members[one.member_id]
        slot = RosterSlot(
            before.id if before else by.ids.new(),
            *place,
            person=member.name,
            member_id=member.id,
            contact_id=member.contact_id,
            source=SlotSource.GENERATED,
        )
        if slot != before:
            tables.roster.put_slot(slot)
    for slot in old.values():
        tables.roster.remove_slot(slot)


def _task(
    tables: Tables,
    first: date,
    last: date,
    members: tuple[RosterMember, ...],
    posts: tuple[RosterPost, ...] | None = None,
) -> RosterTask:
    layout = roster_book.frame(tables)
    return RosterTask(
        first=first,
        last=last,
        pattern=layout.pattern,
        calendar=layout.calendar,
        posts=posts or roster_book.posts(tables),
        members=members,
        wishes=tables.roster.wishes(),
        # Whoever was away is credited with what he missed, so the past is read too.
        absences=member_absences(tables, members, first - _LOOK_BACK, last),
        standing=tables.roster.slots(first - _LOOK_BACK, last + _LOOK_AHEAD),
        key_periods=layout.key_periods,
        rest_hours=tables.setting.span("roster_rest_hours") // timedelta(hours=1),
    )


def _chosen(posts: tuple[RosterPost, ...], wanted: tuple[str, ...]) -> tuple[RosterPost, ...]:
    """Return all posts, those not wanted out of use: who has them still needs rest."""
    for post_id in wanted:
        if post_id not in {one.id for one in posts}:
            raise RecordUnknown("roster_post", post_id)
    return tuple(
        replace(one, is_active=one.is_active and (not wanted or one.id in wanted)) for one in posts
    )


def _first_free(layout: RosterFrame, order: RosterOrder, now: datetime) -> date:
    """Return the first day of the span on which a shift has yet to begin."""
    if order.last < order.first:
        raise RosterSpanUnfit(order.first, order.last)
    today = china(now).date()
    for day in days_of(max(order.first, today), max(order.last, today)):
        if day <= order.last and any(one.starts_at > now for one in layout.shifts_of(day)):
            return day
    raise RosterSpanPast(order.first, order.last)


def _replaceable(
    layout: RosterFrame, task: RosterTask, order: RosterOrder, now: datetime
) -> dict[str, RosterSlot]:
    """Return the slots that may be made anew, by id."""
    active = {one.id for one in task.active_posts}
    return {
        slot.id: slot
        for slot in task.standing
        if task.first <= slot.duty_date <= task.last
        and slot.post_id in active
        and (slot.source is SlotSource.GENERATED or not order.is_typed_kept)
        and _change(layout, slot, now) is SeatChange.FREE
    }


def _change(layout: RosterFrame, slot: RosterSlot, now: datetime) -> SeatChange:
    hours = layout.hours_of(slot.duty_date, slot.shift)
    is_published = month_id(slot.duty_date) in layout.published
    return seat_change(hours, now, is_filled=True, is_published=is_published)
