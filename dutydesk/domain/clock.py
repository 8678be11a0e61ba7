"""What the rules and services are given instead of the machine's clock and random source."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; passed in, so that tests and practice rooms can set it."""

    def now(self) -> datetime:
        """Return the aware UTC instant, whole seconds."""
        ...

    def tick(self) -> int:
        """Return monotonic milliseconds since some start; shows jumps of the wall clock."""
        ...


class Ids(Protocol):
    """Makes record ids."""

    def new(self) -> str:
        """Return a UUIDv7 text that sorts after all ids made before by this source."""
        ...
