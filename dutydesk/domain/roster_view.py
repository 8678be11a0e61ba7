"""What is shown of a roster: a month day by day, who is or was on duty, what may still change."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import (
    RosterFinding,
    RosterMonth,
    RosterPost,
    RosterSlot,
    RosterSwap,
)
from dutydesk.domain.roster_count import DutyCount
from dutydesk.domain.shift import ShiftKind


class SeatChange(StrEnum):
    """How a seat may still change: freely, only be filled, only by 调班 and 替班, not at all."""

    FREE = "free"
    FILL = "fill"
    SWAP = "swap"
    FROZEN = "frozen"


class DutySource(StrEnum):
    """What says that somebody is or was on duty: the shift as it was kept, or the roster."""

    ACTUAL = "actual"
    ROSTER = "roster"


@dataclass(frozen=True, slots=True)
class SeatView:
    """One seat of a shift, filled or not; ``phone`` is the number to call."""

    post: RosterPost
    seat: int
    slot: RosterSlot | None
    phone: str
    change: SeatChange

    @property
    def person(self) -> str:
        """Return who has the seat, empty for nobody."""
        return self.slot.person if self.slot else ""


@dataclass(frozen=True, slots=True)
class RosterShiftView:
    """One shift of a day with all its seats."""

    duty_date: date
    shift: ShiftKind
    starts_at: datetime
    ends_at: datetime
    seats: tuple[SeatView, ...]

    def people_of(self, post_id: str) -> tuple[str, ...]:
        """Return who keeps a post."""
        return tuple(one.person for one in self.seats if one.post.id == post_id and one.slot)


@dataclass(frozen=True, slots=True)
class RosterDayView:
    """One day; ``key_periods`` are the names of those it lies in."""

    day: date
    day_class: DayClass
    holiday: str
    is_estimated: bool
    key_periods: tuple[str, ...]
    shifts: tuple[RosterShiftView, ...]

    @property
    def slots(self) -> tuple[RosterSlot, ...]:
        """Return the filled seats in the order of the paper."""
        return tuple(one.slot for row in self.shifts for one in row.seats if one.slot)


@dataclass(frozen=True, slots=True)
class SwapView:
    """One change of who keeps a slot, whether it was taken back, and whether it still can be."""

    swap: RosterSwap
    is_undone: bool
    can_undo: bool


@dataclass(frozen=True, slots=True)
class RosterView:
    """A month as it stands, what its check finds, how it was changed, who has how many duties.

    ``posts`` are those in use and those that still have a slot in the month. ``is_checked`` is
    False while the findings are those of before the last change.
    """

    month: RosterMonth
    posts: tuple[RosterPost, ...]
    days: tuple[RosterDayView, ...]
    findings: tuple[RosterFinding, ...] = ()
    swaps: tuple[SwapView, ...] = ()
    counts: tuple[DutyCount, ...] = ()
    is_checked: bool = True

    @property
    def slots(self) -> tuple[RosterSlot, ...]:
        """Return all filled seats in the order of the paper."""
        return tuple(slot for day in self.days for slot in day.slots)

    def post(self, post_id: str) -> RosterPost | None:
        """Return a post of the month."""
        return next((one for one in self.posts if one.id == post_id), None)


@dataclass(frozen=True, slots=True)
class OnDutyPerson:
    """Somebody on duty, on which post, and what says so."""

    post: RosterPost
    person: str
    phone: str
    source: DutySource


@dataclass(frozen=True, slots=True)
class OnDutyView:
    """Who is or was on duty at an instant; without a shift the roster has none at that time."""

    at: datetime
    duty_date: date | None = None
    shift: ShiftKind | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    people: tuple[OnDutyPerson, ...] = ()

    @property
    def is_actual(self) -> bool:
        """Tell whether a shift that was really kept says so, at least for one post."""
        return any(one.source is DutySource.ACTUAL for one in self.people)


@dataclass(frozen=True, slots=True)
class RosterReminder:
    """The page of who is on: now, today and tomorrow; ``holiday`` are the days of the next one."""

    now: OnDutyView
    today: RosterDayView
    tomorrow: RosterDayView
    holiday: tuple[RosterDayView, ...] = ()
