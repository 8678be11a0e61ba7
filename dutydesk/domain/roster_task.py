"""What a roster is made from, and what comes of it: the values of the generator and of the check.

The same ``RosterTask`` is generated from and checked: what stands is in ``standing``, days before
and after the span among it, for rest and fairness look across both ends. For fairness give at
least the year before the span; for the check at least the ten days before and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.roster import (
    KeyPeriod,
    RosterMember,
    RosterPost,
    RosterSlot,
    RosterWish,
)
from dutydesk.domain.shift import ShiftKind, ShiftPattern, ShiftSlot


class GapReason(StrEnum):
    """Why a seat stays empty: what the rules leave of those on the list of its post."""

    NOBODY_LISTED = "nobody_listed"
    NOBODY_SERVES = "nobody_serves"
    NOBODY_FREE = "nobody_free"
    ALL_RESTING = "all_resting"


@dataclass(frozen=True, slots=True)
class MemberAbsence:
    """A time in which a member is away by an absence notice."""

    member_id: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTask:
    """A span of duty dates, both included, with all that decides who may be on.

    ``standing`` are slots that stay as they are: those of other days and, within the span, frozen
    and hand-typed ones. ``rest_hours`` is the least between two duties of a person.
    """

    first: date
    last: date
    pattern: ShiftPattern
    calendar: DutyCalendar
    posts: tuple[RosterPost, ...]
    members: tuple[RosterMember, ...]
    wishes: tuple[RosterWish, ...] = ()
    absences: tuple[MemberAbsence, ...] = ()
    standing: tuple[RosterSlot, ...] = ()
    key_periods: tuple[KeyPeriod, ...] = ()
    rest_hours: int = 24

    @property
    def shifts(self) -> tuple[ShiftSlot, ...]:
        """Return the shifts of the span by the unit's pattern and calendar."""
        return tuple(shifts_between(self.pattern, self.calendar, self.first, self.last))

    @property
    def active_posts(self) -> tuple[RosterPost, ...]:
        """Return the posts in use, in their order."""
        return tuple(sorted((p for p in self.posts if p.is_active), key=lambda p: p.order_no))


@dataclass(frozen=True, slots=True)
class RosterAssignment:
    """One seat the generator filled; who writes it down gives it its id."""

    duty_date: date
    shift: ShiftKind
    post_id: str
    seat: int
    member_id: str


@dataclass(frozen=True, slots=True)
class RosterGap:
    """One seat that stays empty, with why."""

    duty_date: date
    shift: ShiftKind
    post_id: str
    seat: int
    reason: GapReason


@dataclass(frozen=True, slots=True)
class RosterProposal:
    """What the generator proposes; ``unkept`` are fixed wishes with the days not kept."""

    assignments: tuple[RosterAssignment, ...]
    gaps: tuple[RosterGap, ...] = ()
    unkept: tuple[tuple[RosterWish, date], ...] = ()


def has_night(kind: ShiftKind) -> bool:
    """Tell whether a shift lasts through the night: who keeps no nights keeps no full day."""
    return kind is not ShiftKind.DAY


def shifts_between(
    pattern: ShiftPattern, calendar: DutyCalendar, first: date, last: date
) -> Iterator[ShiftSlot]:
    """Yield the shifts that begin from ``first`` to ``last``, both included."""
    for offset in range((last - first).days + 1):
        yield from pattern.slots_of(first + timedelta(days=offset), calendar.is_rest_day)
