"""Clocks and id sources a room is given: the machine's, a fixed one, one that starts and runs."""

from __future__ import annotations

import random
import secrets
import sys
import time
from datetime import UTC, datetime, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.identity import UuidSource


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the instant, whole seconds."""
        return datetime.now(UTC).replace(microsecond=0)

    def tick(self) -> int:
        """Return monotonic milliseconds."""
        return time.monotonic_ns() // 1_000_000


class FixedClock:
    """A clock that stands: one command of a practice room, and tests."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return the fixed instant."""
        return self.at

    def tick(self) -> int:
        """Return milliseconds that stand as well, so that equal commands leave equal rows."""
        return int(self.at.timestamp() * 1000)

    def forward(self, **span: float) -> None:
        """Move on by a span given as for ``timedelta``."""
        self.at += timedelta(**span)


class StartedClock:
    """A clock that starts at an instant and runs on: the desk of a practice room.

    ``speed`` makes a drill go faster; 0 lets it stand.
    """

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._start = time.monotonic()
        self._speed = 1

    @property
    def speed(self) -> int:
        """How many seconds pass in one."""
        return self._speed

    @speed.setter
    def speed(self, speed: int) -> None:
        self._at, self._start, self._speed = self._exactly(), time.monotonic(), speed

    def now(self) -> datetime:
        """Return the instant, whole seconds."""
        return self._exactly().replace(microsecond=0)

    def tick(self) -> int:
        """Return monotonic milliseconds."""
        return time.monotonic_ns() // 1_000_000

    def _exactly(self) -> datetime:
        return self._at + timedelta(seconds=(time.monotonic() - self._start) * self._speed)


def elapsed_ms() -> int:
    """Return milliseconds that nobody can set and that run on while the machine sleeps.

    Where the system has no such clock, waking up looks like a clock that was put forward.
    """
    counts_sleep = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
    number = getattr(time, counts_sleep, None)
    if number is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(number) // 1_000_000


def system_ids() -> UuidSource:
    """Return ids from the machine's clock and secure random bits."""
    return UuidSource(lambda: time.time_ns() // 1_000_000, secrets.randbits)


def seeded_ids(clock: Clock, seed: int) -> UuidSource:
    """Return the same ids for the same clock and seed: the demo room must print equal papers."""
    source = random.Random(seed)  # noqa: S311 -- not a secret, it must repeat
    return UuidSource(lambda: int(clock.now().timestamp() * 1000), source.getrandbits)
