"""Changes of the machine's clock: the wall clock against time that only ever runs on.

Rules of this file: what the clock should have said follows from the time that really passed, sleep
included; a difference above the limit is a change, all else is drift. A clock that stands before
the newest record was put back while nobody was looking.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass

_LOST_ITS_DATE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the wall clock says, beside milliseconds that run on, also while the machine sleeps."""

    at: datetime
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class ClockChange:
    """``before`` is what the clock would say had nobody touched it, ``after`` what it says."""

    before: datetime
    after: datetime

    @property
    def by(self) -> timedelta:
        """How far it was put forward; negative when it was put back."""
        return self.after - self.before

    def continues(self, other: ClockChange, within: timedelta) -> bool:
        """Tell whether this is the same change as one that was noted a moment ago."""
        is_same_way = (self.by < timedelta(0)) == (other.by < timedelta(0))
        return is_same_way and abs(self.after - other.after) <= within


def time_after(seen: ClockReading, elapsed_ms: int) -> datetime:
    """Return what the clock would say by now had nobody touched it since a reading."""
    return seen.at + timedelta(milliseconds=elapsed_ms - seen.elapsed_ms)


def change_between(seen: ClockReading, now: ClockReading, least: timedelta) -> ClockChange | None:
    """Return how the clock was changed between two readings; None within the limit."""
    change = ClockChange(time_after(seen, now.elapsed_ms), now.at)
    return change if abs(change.by) > least else None


def surest(newest_at: datetime, heard_at: datetime | None, now: datetime) -> datetime:
    """Return the last instant that is sure to have been: the newest record, or an alarm heard.

    An alarm may have been heard by a clock that was an hour fast, so it proves nothing about an
    hour; of a clock that lost its date it proves years.
    """
    if heard_at is None or heard_at - now <= _LOST_ITS_DATE:
        return newest_at
    return max(newest_at, heard_at)


def set_back(newest_at: datetime, now: datetime, least: timedelta) -> ClockChange | None:
    """Return how far a clock lies before the newest record; None within the limit.

    When it was put back nobody knows: the newest record is the last that is sure.
    """
    change = ClockChange(newest_at, now)
    return change if change.by < -least else None
