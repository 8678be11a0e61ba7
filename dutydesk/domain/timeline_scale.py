"""Where an instant stands on the axis of a timeline: minutes to scale, long idle stretches cut.

Rules of this file: a night without an event must not press the first hour, with all its calls,
into one spot. A stretch in which nothing happens is drawn no longer than ``_LONGEST`` and is given
back as a break, so that whoever draws the axis can say how long it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china

_LONGEST = timedelta(minutes=40)
_SHORTEST = timedelta(minutes=1)
_STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 360, 720))
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class AxisBreak:
    """A stretch that is drawn shorter than it was: where it lies, 0 to 1, and its true length."""

    begins: float
    ends: float
    length: timedelta


class TimelineScale:
    """Takes every instant of interest, in any order; gives places from 0 to 1."""

    def __init__(self, instants: Sequence[datetime]) -> None:
        self._instants = sorted(set(instants))
        self._offsets = [0.0]
        self.breaks: list[AxisBreak] = []
        gaps = [b - a for a, b in zip(self._instants, self._instants[1:], strict=False)]
        for gap in gaps:
            drawn = min(max(gap, _SHORTEST), _LONGEST)
            self._offsets.append(self._offsets[-1] + drawn / _MINUTE)
        self.minutes = self._offsets[-1]
        for at, gap in enumerate(gaps):
            if gap > _LONGEST:
                begins, ends = (self._offsets[n] / self.minutes for n in (at, at + 1))
                self.breaks.append(AxisBreak(begins, ends, gap))

    def place(self, at: datetime) -> float:
        """Return where an instant stands; outside of the axis at its nearer end."""
        if not self.minutes or at <= self._instants[0]:
            return 0.0
        if at >= self._instants[-1]:
            return 1.0
        left = bisect_right(self._instants, at) - 1
        whole = self._instants[left + 1] - self._instants[left]
        part = (at - self._instants[left]) / whole
        width = self._offsets[left + 1] - self._offsets[left]
        return (self._offsets[left] + part * width) / self.minutes

    def ticks(self, most: int) -> list[datetime]:
        """Return at most so many round times of the wall clock, none inside of a break."""
        for step in _STEPS:
            found = self._round_times(step)
            if len(found) <= most:
                return found
        return []

    def _round_times(self, step: timedelta) -> list[datetime]:
        found: list[datetime] = []
        for left, right in zip(self._instants, self._instants[1:], strict=False):
            if right - left > _LONGEST:
                continue
            at = _rounded_up(left, step)
            while at <= right:
                if not found or found[-1] != at:
                    found.append(at)
                at += step
        return found


def _rounded_up(at: datetime, step: timedelta) -> datetime:
    midnight = china(at).replace(hour=0, minute=0, second=0, microsecond=0)
    passed = china(at) - midnight
    steps = -(-passed // step)
    return (midnight + steps * step).astimezone(at.tzinfo)
