"""The shifts and seats of a day of the roster, and how each seat may still change.

Rules of this file: what lies before today is frozen, and so is whoever keeps a shift that has
begun; who is on later today changes by a swap; a published month changes by swaps only, until it
is taken back for a new version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from datetime import date, datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.instants import china
from dutydesk.domain.roster import KeyPeriod, RosterPost, RosterSlot
from dutydesk.domain.roster_timeline import usual_shift
from dutydesk.domain.roster_view import RosterDayView, RosterShiftView, SeatChange, SeatView
from dutydesk.domain.shift import ShiftKind, ShiftPattern, ShiftSlot


@dataclass(frozen=True, slots=True)
class RosterFrame:
    """What the days of a roster are laid out by."""

    pattern: ShiftPattern
    calendar: DutyCalendar
    posts: tuple[RosterPost, ...]
    key_periods: tuple[KeyPeriod, ...] = ()
    published: frozenset[str] = field(default_factory=frozenset)

    def shifts_of(self, day: date) -> list[ShiftSlot]:
        """Return the shifts of the unit's pattern that begin on a day."""
        return self.pattern.slots_of(day, self.calendar.is_rest_day)

    def hours_of(self, day: date, kind: ShiftKind) -> ShiftSlot:
        """Return when a shift of the roster is kept, by the pattern, else by the usual hours."""
        either = (self.calendar.is_rest_day, lambda _: True, lambda _: False)
        for rests in either:
            for slot in self.pattern.slots_of(day, rests):
                if slot.kind is kind:
                    return slot
        return usual_shift(day, kind)

    def shift_at(self, at: datetime) -> ShiftSlot | None:
        """Return the shift of the pattern that covers an instant."""
        return self.pattern.slot_at(at, self.calendar.is_rest_day)

    def is_published(self, day: date) -> bool:
        """Tell whether the month of a day is published."""
        return month_id(day) in self.published

    def periods_of(self, day: date) -> tuple[str, ...]:
        """Return the names of the key periods a day lies in."""
        return tuple(
            one.name
            for one in self.key_periods
            if one.is_active and one.starts_on <= day <= one.ends_on
        )


def month_id(day: date) -> str:
    """Return the id of the month of a day: ``2026-11``."""
    return day.isoformat()[:7]


def days_of(first: date, last: date) -> list[date]:
    """Return every day of a span, both ends included."""
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def last_of_month(first: date) -> date:
    """Return the last day of the month."""
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)


def seat_change(
    hours: ShiftSlot, now: datetime, *, is_filled: bool, is_published: bool
) -> SeatChange:
    """Return how a seat may change at an instant."""
    today = china(now).date()
    if hours.duty_date < today or (is_filled and hours.starts_at <= now):
        return SeatChange.FROZEN
    if is_published:
        return SeatChange.SWAP
    if hours.duty_date > today:
        return SeatChange.FREE
    return SeatChange.SWAP if is_filled else SeatChange.FILL


def day_view(
    day: date,
    frame: RosterFrame,
    slots: Sequence[RosterSlot],
    now: datetime,
    phone_of: Callable[[RosterSlot], str],
) -> RosterDayView:
    """Return a day with every seat; ``slots`` are those of the day."""
    planned = {one.kind: one for one in frame.shifts_of(day)}
    for slot in slots:
        planned.setdefault(slot.shift, frame.hours_of(day, slot.shift))
    is_published = frame.is_published(day)
    rows = []
    for hours in sorted(planned.values(), key=lambda one: (one.starts_at, one.ends_at)):
        kept = [one for one in slots if one.shift is hours.kind]
        seats = tuple(
            SeatView(
                post,
                seat,
                slot,
                phone_of(slot) if slot else "",
                seat_change(hours, now, is_filled=slot is not None, is_published=is_published),
            )
            for post, seat, slot in _seats(frame.posts, kept)
        )
        rows.append(RosterShiftView(day, hours.kind, hours.starts_at, hours.ends_at, seats))
    calendar = frame.calendar
    return RosterDayView(
        day,
        calendar.day_class(day),
        calendar.name(day),
        calendar.is_estimated(day),
        frame.periods_of(day),
        tuple(rows),
    )


def posts_shown(
    posts: Iterable[RosterPost], slots: Iterable[RosterSlot]
) -> tuple[RosterPost, ...]:
    """Return the posts in use, and those out of use that still have a slot."""
    held = {slot.post_id for slot in slots}
    return tuple(one for one in posts if one.is_active or one.id in held)


def _seats(
    posts: Sequence[RosterPost], slots: Sequence[RosterSlot]
) -> Iterable[tuple[RosterPost, int, RosterSlot | None]]:
    for post in posts:
        kept = {one.seat: one for one in slots if one.post_id == post.id}
        wanted = post.seats if post.is_active else 0
        for seat in range(1, max([wanted, *kept]) + 1):
            if seat <= wanted or seat in kept:
                yield post, seat, kept.get(seat)
