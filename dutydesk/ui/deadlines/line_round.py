"""Reads the lines of 时限 again and again: what did not change is neither read nor counted anew.

A thousand incidents would cost the lane a tenth of a second each minute. The files are read only
when the record has moved, and the clocks of one file are counted only when one of its instants
has come; each of them once in an hour or two, a few at a time, whatever it depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from dutydesk.domain.clock import Clock
from dutydesk.domain.deadline import DeadlineWatch, DueClock
from dutydesk.ui.deadlines.clock_line import ClockLine, in_order
from dutydesk.ui.deadlines.lines import clock_line, without_doubles

AGAIN_AFTER = timedelta(hours=1)
_SPREAD = 60


class ReadIncidents(Protocol):
    """What is asked of the incidents; both are jobs for the store lane."""

    def watch(self) -> DeadlineWatch:
        """Return what running clocks are computed from."""
        ...

    def first_report_word(self) -> str:
        """Return 首报 or 初报."""
        ...


class _Counted:
    """The lines of one file, with when they were counted and until when they hold."""

    __slots__ = ("at", "file", "lines", "until")

    def __init__(
        self, file: object, lines: tuple[ClockLine, ...], at: datetime, until: datetime
    ) -> None:
        self.file, self.lines, self.at, self.until = file, lines, at, until

    def holds(self, file: object, now: datetime) -> bool:
        return self.at <= now < self.until and (self.file is file or self.file == file)


class LineRound:
    """``read`` is a job for the lane; ``head`` names the state of the record, cheaply."""

    def __init__(
        self,
        incidents: ReadIncidents,
        head: Callable[[], str],
        others: Callable[[], Iterable[ClockLine]],
        clock: Clock,
    ) -> None:
        self._incidents, self._head, self._others, self._clock = incidents, head, others, clock
        self._read_head: str | None = None
        self._watch = self._rules = DeadlineWatch((), ())
        self._word = ""
        self._counted: dict[str, _Counted] = {}
        self._shown: tuple[ClockLine, ...] = ()

    def read(self) -> tuple[ClockLine, ...]:
        """Return every line, soonest first; the very same tuple while nothing has changed."""
        now = self._clock.now()
        self._read_files()
        found = [line for lines in self._of_incidents(now) for line in lines]
        lines = in_order([*found, *self._others()])
        if lines != self._shown:
            self._shown = lines
        return self._shown

    def _read_files(self) -> None:
        head = self._head()
        if head == self._read_head:
            return
        watch, word = self._incidents.watch(), self._incidents.first_report_word()
        rules = replace(watch, files=())
        if (word, rules) != (self._word, self._rules):
            self._counted = {}
        self._watch, self._rules, self._word, self._read_head = watch, rules, word, head

    def _of_incidents(self, now: datetime) -> Iterator[tuple[ClockLine, ...]]:
        before, self._counted = self._counted, {}
        for place, file in enumerate(self._watch.files):
            counted = before.get(file.incident.id)
            if counted is None or not counted.holds(file, now):
                due = replace(self._watch, files=(file,)).due(now)
                lines = tuple(clock_line(one, self._word) for one in without_doubles(due))
                counted = _Counted(file, lines, now, _holds_until(file, due, now, place))
            self._counted[file.incident.id] = counted
            yield counted.lines


def _holds_until(file: object, due: Iterable[DueClock], now: datetime, place: int) -> datetime:
    """Return the first instant after ``now`` at which a clock of the file may read otherwise."""
    latest = now + AGAIN_AFTER + timedelta(minutes=place % _SPREAD)
    instants = [*_instants(file), *(one.clock.due_at for one in due)]
    return min((one for one in instants if now < one < latest), default=latest)


def _instants(value: object) -> Iterator[datetime]:
    """Yield every instant that stands anywhere in a value of the domain."""
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _instants(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _instants(getattr(value, field.name))
