"""The rungs of the alarm ladder, and on which of them a clock stands (ecosystem notes §6.7)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum

from dutydesk.domain.dataclass import dataclass


class Rung(IntEnum):
    """How loud: nothing yet, banner, banner with one tone, red strip that goes on, lock screen."""

    QUIET = 0
    BANNER = 1
    TONE = 2
    DUE = 3
    LATE = 4


BEFORE = {
    Rung.BANNER: timedelta(minutes=10),
    Rung.TONE: timedelta(minutes=5),
    Rung.DUE: timedelta(),
    Rung.LATE: -timedelta(minutes=5),
}
"""How long before the limit each rung begins; five minutes after it, the last one."""

BANNER_BEFORE, TONE_BEFORE = BEFORE[Rung.BANNER], BEFORE[Rung.TONE]
_NOTHING = timedelta()
_LATE = BEFORE[Rung.LATE]


@dataclass(frozen=True, slots=True)
class AlarmClock:
    """What runs out at ``due_at``; ``key`` is its own for each limit, so a new limit is heard.

    ``is_item``: an open item with a promised time is heard once, when its time has come.
    """

    key: str
    due_at: datetime
    is_item: bool = False


def rung_at(clock: AlarmClock, now: datetime) -> Rung:
    """Return the rung a clock stands on at an instant."""
    left = clock.due_at - now
    if clock.is_item:
        return Rung.TONE if left <= _NOTHING else Rung.QUIET
    if left <= _NOTHING:
        return Rung.LATE if left <= _LATE else Rung.DUE
    if left <= TONE_BEFORE:
        return Rung.TONE
    return Rung.BANNER if left <= BANNER_BEFORE else Rung.QUIET


def begins_at(clock: AlarmClock, rung: Rung) -> datetime:
    """Return the instant a rung of a clock begins."""
    return clock.due_at if clock.is_item else clock.due_at - BEFORE[rung]


def matter(key: str) -> str:
    """Return what a key names beside its limit: the next daily time is of the same matter."""
    return key.rpartition("@")[0] or key
