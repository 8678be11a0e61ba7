"""Checks a roster as it stands: what an office head would send back (notes §7.11).

The rules are those of the generator, read from the same task; ``standing`` is what is checked,
days beside the span serve for rest and fairness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import (
    LEAD_POST,
    FindingKind,
    RosterFinding,
    RosterMember,
    RosterSlot,
    RosterTurn,
    WishKind,
)
from dutydesk.domain.roster_fairness import uneven
from dutydesk.domain.roster_tally import monday_of
from dutydesk.domain.roster_task import RosterTask, has_night
from dutydesk.domain.roster_timeline import Timeline, member_of, people_of
from dutydesk.domain.shift import ShiftSlot

_ORDER = tuple(FindingKind)


def check(task: RosterTask) -> list[RosterFinding]:
    """Return everything found in the span, by day, in the order of ``FindingKind``."""
    view = _View(task)
    found = [
        *_seats(view),
        *_persons(view),
        *_times(view),
        *_fixed_wishes(view),
        *uneven(task, view.timeline),
    ]
    starts = {(one.duty_date, one.kind): one.starts_at for one in view.timeline.shifts}
    return sorted(
        found,
        key=lambda one: (
            one.duty_date,
            starts[one.duty_date, one.shift],
            _ORDER.index(one.kind),
            one.post_id,
            one.person,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Duty:
    """A slot with its place in time and the member whose it is, if any."""

    slot: RosterSlot
    at: int
    member: RosterMember | None

    @property
    def who(self) -> str:
        return self.member.id if self.member else f"name:{self.slot.person}"


class _View:
    def __init__(self, task: RosterTask) -> None:
        self.task = task
        self.timeline = Timeline(task)
        people, members = people_of(task.members), {one.id: one for one in task.members}
        self.duties = []
        for slot in task.standing:
            at = self.timeline.at(slot.duty_date, slot.shift)
            if at is not None:
                member = members.get(member_of(slot, people) or "")
                self.duties.append(_Duty(slot, at, member))

    def in_span(self) -> Iterator[_Duty]:
        return (one for one in self.duties if self.has(one.slot.duty_date))

    def has(self, day: date) -> bool:
        return self.task.first <= day <= self.task.last


def _seats(view: _View) -> Iterator[RosterFinding]:
    """Yield empty seats that are needed, and shifts without the leader they must have."""
    taken = {one.slot.place for one in view.duties}
    lead = {(one.slot.duty_date, one.slot.shift) for one in view.duties if _is_lead(one)}
    for shift in view.task.shifts:
        for post in view.task.active_posts:
            must = _why_a_leader(view.task, shift.duty_date) if post.id == LEAD_POST else None
            is_missing = must is not None and (shift.duty_date, shift.kind) not in lead
            if is_missing:
                yield RosterFinding(
                    FindingKind.NO_LEADER, shift.duty_date, shift.kind, post.id, detail=must or ""
                )
            for no in range(1 + is_missing, (post.seats if post.is_needed else 0) + 1):
                if (shift.duty_date, shift.kind, post.id, no) not in taken:
                    yield RosterFinding(FindingKind.GAP, shift.duty_date, shift.kind, post.id)


def _is_lead(duty: _Duty) -> bool:
    return duty.slot.post_id == LEAD_POST


def _why_a_leader(task: RosterTask, day: date) -> str | None:
    """Return the name of the key period or holiday; None on days that need no leader."""
    for period in task.key_periods:
        if period.is_active and period.starts_on <= day <= period.ends_on:
            return period.name
    is_holiday = task.calendar.day_class(day) is DayClass.LEGAL_HOLIDAY
    return task.calendar.name(day) if is_holiday else None


def _persons(view: _View) -> Iterator[RosterFinding]:
    """Yield duties of people who should not have them."""
    for duty in view.in_span():
        slot, member = duty.slot, duty.member
        if member is None:
            if slot.contact_id is None:
                yield _of(slot, FindingKind.NOT_ON_FILE)
            continue
        if not member.serves(slot.duty_date):
            yield _of(slot, FindingKind.OUT_OF_SERVICE)
        elif slot.post_id not in member.posts:
            yield _of(slot, FindingKind.WRONG_POST)
        if member.is_night_free and has_night(slot.shift):
            yield _of(slot, FindingKind.NIGHT)
        yield from _away(view, duty, member)


def _away(view: _View, duty: _Duty, member: RosterMember) -> Iterator[RosterFinding]:
    slot, shift = duty.slot, view.timeline.shifts[duty.at]
    for away in view.task.absences:
        if (
            away.member_id == member.id
            and away.starts_at < shift.ends_at
            and shift.starts_at < away.ends_at
        ):
            yield replace(_of(slot, FindingKind.ON_ABSENCE), detail=away.place)
    for wish in view.task.wishes:
        if (
            wish.is_active
            and wish.kind is WishKind.UNAVAILABLE
            and wish.member_id == member.id
            and wish.post_id in {None, slot.post_id}
            and wish.starts_on <= slot.duty_date <= wish.ends_on
        ):
            yield replace(_of(slot, FindingKind.UNAVAILABLE), detail=wish.reason)


def _of(slot: RosterSlot, kind: FindingKind) -> RosterFinding:
    return RosterFinding(kind, slot.duty_date, slot.shift, slot.post_id, slot.person)


def _times(view: _View) -> Iterator[RosterFinding]:
    """Yield who is twice on one shift, and who is on again without the rest between."""
    weekly = {post.id for post in view.task.posts if post.turn is RosterTurn.WEEK}
    by_person: dict[str, list[_Duty]] = defaultdict(list)
    for duty in sorted(view.duties, key=lambda one: one.at):
        by_person[duty.who].append(duty)
    for duties in by_person.values():
        for before, after in pairwise(duties):
            one, other = before.slot, after.slot
            is_turn = (
                one.post_id == other.post_id
                and one.post_id in weekly
                and monday_of(one.duty_date) == monday_of(other.duty_date)
            )
            if before.at == after.at:
                kind = FindingKind.DOUBLE
            elif not is_turn and before.at >= view.timeline.windows[after.at][0]:
                kind = FindingKind.REST
            else:
                continue
            # At the last day of the span the next month is at fault as much as this one.
            told, beside = (other, one) if view.has(other.duty_date) else (one, other)
            if view.has(told.duty_date):
                yield replace(
                    _of(told, kind),
                    other_date=beside.duty_date,
                    other_shift=beside.shift,
                    other_post_id=beside.post_id,
                )


def _fixed_wishes(view: _View) -> Iterator[RosterFinding]:
    """Yield the days of fixed wishes on which the member is not on."""
    members = {one.id: one for one in view.task.members}
    for wish in view.task.wishes:
        if not wish.is_active or wish.kind is not WishKind.FIXED or wish.member_id not in members:
            continue
        kept = {
            one.at
            for one in view.duties
            if one.who == wish.member_id
            and wish.starts_on <= one.slot.duty_date <= wish.ends_on
            and wish.post_id in {None, one.slot.post_id}
        }
        for shift in unkept_days(view.timeline, wish.starts_on, wish.ends_on, kept):
            if view.has(shift.duty_date):
                yield RosterFinding(
                    FindingKind.WISH_BROKEN,
                    shift.duty_date,
                    shift.kind,
                    wish.post_id or "",
                    members[wish.member_id].name,
                    wish.reason,
                )


def unkept_days(
    timeline: Timeline, starts_on: date, ends_on: date, kept: set[int]
) -> list[ShiftSlot]:
    """Return the first shift of every day on which a fixed wish is not kept.

    ``kept`` are the places of the duties that keep it; a day of rest from one of them is kept too.
    """
    unkept: dict[date, list[int]] = defaultdict(list)
    for at, shift in enumerate(timeline.shifts):
        if starts_on <= shift.duty_date <= ends_on:
            unkept[shift.duty_date].append(at)
    return [
        timeline.shifts[places[0]]
        for places in unkept.values()
        if not any(
            kept.intersection(range(first, last + 1))
            for first, last in (timeline.windows[at] for at in places)
        )
    ]
