"""Duty days and shifts: which shift an instant belongs to, and which one comes next.

A duty day is not a calendar day: 02:15 belongs to the shift that began the day before
(domain notes §3). Patterns are data of the unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise, product

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, Refusal
from dutydesk.domain.instants import china, china_instant

# The incoming officer comes ten to fifteen minutes early, and nobody relieves half a day early:
# within this time before a shift begins a handover is for the coming shift.
EARLY_RELIEF = timedelta(hours=2)

_LOOK_AHEAD_DAYS = 15

# Any three days in a row: a shift ends on the next day at the latest.
_THREE_DAYS = (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22))


class ShiftKind(StrEnum):
    """白班, 夜班, 全天班."""

    DAY = "day"
    NIGHT = "night"
    FULL = "full"


class ShiftDays(StrEnum):
    """On which days a shift of a pattern begins."""

    EVERY = "every"
    WORKDAY = "workday"
    REST_DAY = "rest_day"


class ShiftStatus(StrEnum):
    """待接班, 值班中, 待交接, 已交接, 已审阅."""

    AWAITING = "awaiting"
    ON_DUTY = "on_duty"
    HANDING_OVER = "handing_over"
    HANDED_OVER = "handed_over"
    REVIEWED = "reviewed"


class Presence(StrEnum):
    """在岗带班 or 电话带班."""

    ON_SITE = "on_site"
    BY_PHONE = "by_phone"


@dataclass(frozen=True, slots=True)
class PatternShift:
    """One shift of a pattern; an ``end`` not after ``start`` is on the next day."""

    kind: ShiftKind
    start: time
    end: time
    days: ShiftDays = ShiftDays.EVERY


@dataclass(frozen=True, slots=True)
class ShiftSlot:
    """A shift as planned: ``duty_date`` is the China date on which it begins."""

    duty_date: date
    kind: ShiftKind
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One shift that somebody keeps or kept; officers by id."""

    id: str
    duty_date: date
    kind: ShiftKind
    starts_at: datetime
    ends_at: datetime
    status: ShiftStatus
    started_at: datetime | None = None
    ended_at: datetime | None = None
    lead_officer_id: str | None = None
    primary_officer_id: str | None = None
    secondary_officer_id: str | None = None
    standby_officer_id: str | None = None
    presence: Presence = Presence.ON_SITE
    weather: str = ""
    general_situation: str = ""
    review: str = ""
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None

    @property
    def is_locked(self) -> bool:
        """After handover the log of the shift takes no more entries."""
        return self.status in {ShiftStatus.HANDED_OVER, ShiftStatus.REVIEWED}

    @property
    def officer_ids(self) -> frozenset[str]:
        """Everybody with a post on the shift."""
        posts = (
            self.primary_officer_id,
            self.lead_officer_id,
            self.secondary_officer_id,
            self.standby_officer_id,
        )
        return frozenset(officer_id for officer_id in posts if officer_id is not None)


RestDays = Callable[[date], bool]


def is_weekend(day: date) -> bool:
    """Tell Saturday and Sunday: the rest days where the unit has no holiday table."""
    return day.weekday() >= 5  # noqa: PLR2004 -- Saturday is 5


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """The shifts of a unit, in order of their start within the day.

    ``rest_days`` are the weekends unless the unit's calendar was asked; each question may name
    others.
    """

    shifts: tuple[PatternShift, ...]
    rest_days: RestDays = field(default=is_weekend, compare=False)

    def slots_of(self, day: date, is_rest_day: RestDays | None = None) -> list[ShiftSlot]:
        """Return the shifts that begin on this China date."""
        is_rest = (is_rest_day or self.rest_days)(day)
        wanted = ShiftDays.REST_DAY if is_rest else ShiftDays.WORKDAY
        slots = [
            ShiftSlot(
                day,
                shift.kind,
                china_instant(day, shift.start.hour, shift.start.minute),
                china_instant(
                    day if shift.end > shift.start else day + timedelta(days=1),
                    shift.end.hour,
                    shift.end.minute,
                ),
            )
            for shift in self.shifts
            if shift.days in {ShiftDays.EVERY, wanted}
        ]
        return sorted(slots, key=lambda slot: slot.starts_at)

    def slot_at(self, instant: datetime, is_rest_day: RestDays | None = None) -> ShiftSlot | None:
        """Return the shift that covers the instant, the one begun last; None in a gap."""
        today = china(instant).date()
        candidates = [
            slot
            for day in (today - timedelta(days=1), today)
            for slot in self.slots_of(day, is_rest_day)
            if slot.starts_at <= instant < slot.ends_at
        ]
        return candidates[-1] if candidates else None

    def slot_after(self, instant: datetime, is_rest_day: RestDays | None = None) -> ShiftSlot:
        """Return the first shift that begins after the instant; raises ShiftPatternEmpty."""
        for slot in self._coming(china(instant).date(), is_rest_day):
            if slot.starts_at > instant:
                return slot
        raise ShiftPatternEmpty(_LOOK_AHEAD_DAYS)

    def slot_for_relief(self, now: datetime, is_rest_day: RestDays | None = None) -> ShiftSlot:
        """Return the shift that somebody who takes over now is going to keep.

        Up to two hours before a shift begins that is the coming shift, and so it is up to two
        hours before the running one ends, also when a gap follows: nobody comes for the last ten
        minutes of a night, and what is recorded then belongs on the sheet of the new day.
        Otherwise it is the shift that runs (a relief in its middle), and in a gap the next to
        begin.
        """
        coming, running = self.slot_after(now, is_rest_day), self.slot_at(now, is_rest_day)
        if running is None or coming.starts_at - now <= EARLY_RELIEF:
            return coming
        return coming if running.ends_at - now <= EARLY_RELIEF else running

    def _coming(self, first: date, is_rest_day: RestDays | None) -> Iterator[ShiftSlot]:
        for offset in range(_LOOK_AHEAD_DAYS):
            yield from self.slots_of(first + timedelta(days=offset), is_rest_day)


def awaiting_shift(shift_id: str, slot: ShiftSlot) -> Shift:
    """Return the shift of a slot that waits for its first officer."""
    return Shift(
        id=shift_id,
        duty_date=slot.duty_date,
        kind=slot.kind,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        status=ShiftStatus.AWAITING,
    )


def pattern_from_rows(rows: object) -> ShiftPattern:
    """Read a pattern as kept in the settings; raises BadInput on an unknown kind or time.

    A pattern needs at least one shift, and its times are ``HH:MM``.
    """
    if not isinstance(rows, list) or not rows:
        raise BadInput("shift_pattern", "" if not rows else str(rows))
    return ShiftPattern(tuple(_shift_from_row(row) for row in rows))


def check_pattern(pattern: ShiftPattern) -> ShiftPattern:
    """Accept a pattern whose shifts follow each other; raises ShiftsOverlap.

    Asked when a unit changes its pattern, and never of one that is kept: no call is refused for
    what stands in the settings.
    """
    for rest in product((False, True), repeat=len(_THREE_DAYS)):
        rests = dict(zip(_THREE_DAYS, rest, strict=True))
        slots = [slot for day in _THREE_DAYS for slot in pattern.slots_of(day, rests.__getitem__)]
        for before, after in pairwise(slots):
            if after.starts_at < before.ends_at:
                raise ShiftsOverlap(_hours(before), _hours(after))
    return pattern


def _hours(slot: ShiftSlot) -> str:
    return f"{china(slot.starts_at):%H:%M}–{china(slot.ends_at):%H:%M}"


def _shift_from_row(row: dict[str, str]) -> PatternShift:
    try:
        return PatternShift(
            ShiftKind(row["kind"]),
            _clock_time(row["start"]),
            _clock_time(row["end"]),
            ShiftDays(row.get("days", "every")),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadInput("shift_pattern", str(row)) from error


def _clock_time(text: str) -> time:
    # Also an offset or seconds are a time in ISO, but none of a shift.
    if len(text) != len("08:30"):
        raise ValueError(text)
    return time.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Posts:
    """Who keeps a shift: 主班, 带班领导, 副班, 备勤, by officer id."""

    primary_officer_id: str
    lead_officer_id: str | None = None
    secondary_officer_id: str | None = None
    standby_officer_id: str | None = None


@dataclass(eq=False)
class ShiftPatternEmpty(Refusal):
    """By the unit's pattern no shift begins within the next ``days`` days."""

    days: int


@dataclass(eq=False)
class ShiftsOverlap(Refusal):
    """Two shifts of a pattern are kept at the same time; both by their hours."""

    first: str
    second: str


@dataclass(eq=False)
class ShiftRunning(Refusal):
    """A shift is kept already; duty passes by handover."""

    officer: str
    duty_date: date


@dataclass(eq=False)
class SecondaryIsPrimary(Refusal):
    """Two posts at the desk are two people: one of them may sleep or go out."""

    name: str


@dataclass(eq=False)
class ShiftNotRunning(Refusal):
    """Nobody is on duty yet."""
