"""What every command is given: the global options and the open room."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, overload

from dutydesk.assembly.clocks import FixedClock, SystemClock
from dutydesk.assembly.opening import open_room, read_room
from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadForm, BadInput, NotAmong, NowNotAllowed, StoreError
from dutydesk.domain.instants import day_from_iso, from_iso
from dutydesk.domain.officer import Actor, PinUnfit

Choice = TypeVar("Choice", bound=StrEnum)

# The journal's actor for everything the command line does.
CLI = "cli"


@dataclass
class Context:
    """Global options, and the room once a command asked for it."""

    data: Path
    now: datetime | None = None
    _room: DutyRoom | None = field(default=None, repr=False)

    @property
    def clock(self) -> Clock:
        """The machine's clock, or the instant of ``--now``."""
        return FixedClock(self.now) if self.now is not None else SystemClock()

    def writing_room(self) -> DutyRoom:
        """Open the room for writing; raises StoreLocked after five seconds, NowNotAllowed."""
        return self._opened(open_room(self.data, clock=self.clock))

    def reading_room(self) -> DutyRoom:
        """Open the room for reading beside whoever writes."""
        return self._opened(read_room(self.data, clock=self.clock))

    def unchecked_room(self) -> DutyRoom:
        """Open the room for reading, whatever is in it: a check must run on any file.

        ``--now`` is refused all the same where the file can still say that it is no practice room.
        """
        self._room = read_room(self.data, clock=self.clock)
        if self.now is not None:
            with suppress(StoreError, LookupError, ValueError, TypeError):
                self._opened(self._room)
        return self._room

    def close(self) -> None:
        """Close the room if one was opened."""
        if self._room is not None:
            self._room.close()
            self._room = None

    def _opened(self, room: DutyRoom) -> DutyRoom:
        self._room = room
        if self.now is not None and not room.settings.room().is_practice:
            raise NowNotAllowed
        return room


Handler = Callable[[Context, Namespace], Answer]


def actor(room: DutyRoom, officer: str | None) -> Actor:
    """Return the actor of a command: recorded for the named officer when one is named.

    An empty name is a script's unset variable: refused, or somebody else would be the recorder.
    """
    return Actor(CLI, None if officer is None else room.officer.by_name(officer).id)


def pins(least: int, *, most: int | None = None) -> list[str]:
    """Read PINs from standard input, one a line; raises BadInput when one is missing."""
    # A stream that was closed before the start is None.
    try:
        typed = sys.stdin.readlines() if sys.stdin is not None else []
    except UnicodeDecodeError as error:
        raise PinUnfit from error
    found = [line.strip() for line in typed if line.strip()]
    if len(found) < least:
        raise BadInput("pin", "")
    return found[: most or least]


@overload
def instant(field_name: str, text: str) -> datetime: ...
@overload
def instant(field_name: str, text: None) -> None: ...
def instant(field_name: str, text: str | None) -> datetime | None:
    """Read an ISO instant of an option; raises BadForm."""
    if text is None:
        return None
    try:
        return from_iso(text)
    except ValueError as error:
        raise BadForm(field_name, text, "2026-11-21T02:15+08:00") from error


@overload
def day(field_name: str, text: str) -> date: ...
@overload
def day(field_name: str, text: None) -> None: ...
def day(field_name: str, text: str | None) -> date | None:
    """Read a day of an option; raises BadForm."""
    if text is None:
        return None
    try:
        return day_from_iso(text)
    except ValueError as error:
        raise BadForm(field_name, text, "2026-11-20") from error


@overload
def choice(field_name: str, kind: type[Choice], text: str) -> Choice: ...
@overload
def choice(field_name: str, kind: type[Choice], text: None) -> None: ...
def choice(field_name: str, kind: type[Choice], text: str | None) -> Choice | None:
    """Read one word of an enum; raises NotAmong."""
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError as error:
        raise NotAmong(field_name, text, tuple(kind)) from error


def word_of(field_name: str, allowed: Iterable[str]) -> Callable[[str], str]:
    """Return how the parser reads an option that takes one of some words; raises NotAmong."""
    words = tuple(allowed)

    def read(text: str) -> str:
        if text not in words:
            raise NotAmong(field_name, text, words)
        return text

    return read
