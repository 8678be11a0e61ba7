"""How an alarm reaches people beyond the window's own strips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.officer import Officer


class Sounds(Protocol):
    """Plays a tone by name and returns at once."""

    def play(self, name: str) -> None:
        """Begin a tone."""
        ...


class Caller(Protocol):
    """Calls the officer to the window without taking the keyboard."""

    def nudge(self, title: str, text: str) -> None:
        """Flash the task bar, say a sentence in the tray."""
        ...

    def come_forward(self) -> None:
        """Put the window on top."""
        ...


@dataclass(frozen=True, slots=True)
class Outlets:
    """How an alarm reaches people beyond the window's own strips."""

    sounds: Sounds
    caller: Caller
    officers: Callable[[], Sequence[Officer]]
