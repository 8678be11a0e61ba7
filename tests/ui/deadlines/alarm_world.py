"""A world with a true time, a machine that sleeps, is switched off and has its clock set wrongly.

In it runs the real alarm with the real watch over the machine's clock; only file, screen and
sound are stand-ins. Who looks from outside knows when every rung should have been heard.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from dutydesk.app.clock_watch import ClockWatch
from dutydesk.domain.alarm import acknowledge
from dutydesk.domain.alarm_clock import BEFORE, Rung
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock_change import set_back, surest
from dutydesk.ui.deadlines import alarm as engine_module
from dutydesk.ui.deadlines.alarm import AlarmEngine
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.outlets import Outlets
from dutydesk.ui.tasks import InlineRunner
from tests.ui.whole_desk import Heard

START = datetime(2026, 11, 20, tzinfo=UTC)
HEARD_RUNGS = (Rung.BANNER, Rung.TONE, Rung.DUE)
LIMIT = timedelta(minutes=2)
AWAKE_LATE = timedelta(seconds=15)
EARLY = timedelta(minutes=1)
LOST_DATE = -timedelta(days=24 * 365)


@dataclass
class Deadline:
    """One limit: known from ``opened`` on, reported at ``reported``, in true time."""

    line: ClockLine
    opened: datetime
    reported: datetime
    listed_at: datetime | None = None
    gone_at: datetime | None = None
    clock_said: datetime | None = None

    def expected(self, rung):
        """Return when a rung must be heard; None where the clock did not run at that instant."""
        at = self.line.due_at - BEFORE[rung]
        # By a clock that was fast it may have run out before it was put on file.
        is_running = self.listed_at is not None and max(self.listed_at, self.clock_said) <= at
        return at if is_running and (self.gone_at is None or at < self.gone_at) else None


@dataclass(frozen=True)
class Awake:
    """A stretch in which the machine ran; ``is_sure`` when its time could be known."""

    start: datetime
    end: datetime
    offset: timedelta
    is_sure: bool


class Panel(QObject):
    """The lines of 时限, read again each minute and after each change."""

    read_again = Signal()

    def __init__(self, read):
        super().__init__()
        self.read_no, self._lines, self._read = 0, (), read

    def lines(self):
        return self._lines

    def reload(self):
        lines = self._read()
        if lines != self._lines:
            self._lines = lines
        self.read_no += 1
        self.read_again.emit()
        return self.read_no

    def add_button(self, button: QPushButton):
        button.setParent(None)


class Beat(QObject):
    second = Signal(object)
    changed = Signal()

    def announce(self, *_given):
        """Nobody else listens."""


@dataclass
class Disk:
    """What outlives a restart."""

    states: dict = field(default_factory=dict)
    missed: tuple = ()
    forgets: bool = False

    def keep(self, states, missed=None):
        self.states, self.missed = dict(states), tuple(missed or ())


class Service:
    """The alarm's and the clock's use cases over the disk of this world."""

    def __init__(self, world):
        self._world = world

    def states(self):
        disk = self._world.disk
        return {} if disk.forgets else dict(disk.states)

    def missed(self):
        return self._world.disk.missed

    def keep(self, states, missed=None):
        self._world.disk.keep(states, missed)

    def limit(self):
        return LIMIT

    def note(self, _change, *, by):
        self._world.newest_at = self._world.wall
        return Done(True, Changes())

    def behind(self):
        world = self._world
        heard = [
            one.due_at - BEFORE[one.raised] for one in world.disk.states.values() if one.raised
        ]
        sure = surest(world.newest_at, max(heard, default=None), world.wall)
        return set_back(sure, world.wall, LIMIT)


class World:
    """``told[key, rung]`` is everything the alarm said of a rung, in true time."""

    def __init__(self, seed, count, monkeypatch, *, days=6.0, slowest=12, knows_elapsed=True):
        self.chance = random.Random(seed)  # noqa: S311 -- it must repeat
        self.true, self.offset = START, timedelta()
        self.newest_at = START
        self.slowest, self.knows_elapsed = slowest, knows_elapsed
        self.disk = Disk()
        self.told = defaultdict(list)
        self.awake = []
        self._woke_at = START
        self.deadlines = self._deadlines(count, timedelta(days=days))
        self.end = START + timedelta(days=days)
        self._waiting = sorted(self.deadlines, key=lambda one: one.opened)[::-1]
        self._running = []
        self._climb = engine_module.climb
        self.drops = None
        monkeypatch.setattr(engine_module, "climb", self._heard_climb)
        self._start()

    @property
    def wall(self):
        return self.true + self.offset

    def live(self):
        """Let days pass as a machine in a duty room has them."""
        chance = self.chance
        while self.true < self.end:
            self.run(minutes=chance.uniform(5, 120))
            deed = chance.choices(
                (self._sleep, self._restart, self._hour_off, self._lose_date), (4, 4, 2, 1)
            )[0]
            deed()
        self.run(minutes=90)

    def run(self, *, minutes):
        """Be awake for a while: a beat every few seconds, a reading each minute."""
        until, read_at = self.true + timedelta(minutes=minutes), self.true
        self._woke_at = self.true
        begun = self.true
        self._look()
        while self.true < until:
            self.true += timedelta(seconds=self.chance.randint(1, self.slowest))
            changed = self._open_and_report()
            if changed or self.true - read_at >= timedelta(minutes=1):
                read_at = self.true
                if self.offset == timedelta():
                    self.newest_at = self.true
                self._panel.reload()
            self._beat.second.emit(self.wall)
            if self.chance.random() < 0.01:
                self._acknowledge()
        self.awake.append(Awake(begun, self.true, self.offset, self.is_sure))

    def _lines(self):
        return tuple(one.line for one in self._running)

    def _look(self):
        self._open_and_report()
        self._beat.second.emit(self.wall)
        self._panel.reload()

    def _sleep(self):
        self.true += timedelta(minutes=self.chance.uniform(1, 90))

    def _restart(self):
        self.true += timedelta(seconds=self.chance.uniform(1, 3600))
        self._start()

    def _hour_off(self):
        self.offset = timedelta(hours=self.chance.choice((1, -1)))
        self.run(minutes=self.chance.uniform(2, 100))
        self.offset = timedelta()

    def _lose_date(self):
        self.offset = LOST_DATE
        if self.chance.random() < 0.5:
            self._restart()
        self.run(minutes=self.chance.uniform(2, 100))
        self.offset = timedelta()
        self.is_sure = True

    def _start(self):
        """Switch the machine on: a new alarm over what lies on the disk."""
        self.is_sure = self.offset == timedelta()
        self._beat, self._panel = Beat(), Panel(self._lines)
        service = Service(self)
        clock = SimpleNamespace(now=lambda: self.wall)
        notices = SimpleNamespace(put=lambda _: None, take_down=lambda _: None)
        seat = SimpleNamespace(may_write=True)
        desk = SimpleNamespace(
            hub=self._beat,
            theme=SimpleNamespace(scale=100, changed=self._beat.changed),
            runner=InlineRunner(),
            clock=clock,
            notices=notices,
            actions=SimpleNamespace(add=lambda *_given: None),
            session=SimpleNamespace(seat=seat),
        )
        elapsed = lambda: int((self.true - START).total_seconds() * 1000)  # noqa: E731
        self._watch = ClockWatch(desk, service, elapsed, self._panel)
        steady = self._watch.steady if self.knows_elapsed else None
        heard = Heard()
        outlets = Outlets(heard, heard, list)
        self._engine = AlarmEngine(desk, service, self._panel, outlets, steady)

    def _acknowledge(self):
        engine = self._engine
        keys = [one.key for one in engine.standing()]
        self.disk.keep(acknowledge(self.disk.states, keys), ())
        engine._on_heard(engine.missed(), tuple(keys), "甲某")

    def _open_and_report(self):
        running = self._running
        # Nobody reports in the first minute after waking the machine.
        if self.true - self._woke_at >= timedelta(minutes=1):
            self._running = [one for one in running if one.reported > self.true]
            for one in running:
                one.gone_at = None if one.reported > self.true else self.true
        is_changed = len(self._running) != len(running)
        while self._waiting and self._waiting[-1].opened <= self.true:
            one = self._waiting.pop()
            one.listed_at, one.clock_said = self.true, self.wall
            self._running.append(one)
            is_changed = True
        return is_changed

    def _deadlines(self, count, span):
        found = []
        for number in range(count):
            due = START + timedelta(
                seconds=int(self.chance.uniform(0.01, 0.97) * span.total_seconds())
            )
            opened = due - timedelta(minutes=self.chance.choice((11, 15, 30, 60, 240)))
            reported = due + timedelta(minutes=self.chance.uniform(1, 40))
            line = ClockLine(f"incident:{number}:first:phone", "首报(电话)", "火灾", due)
            found.append(Deadline(line, opened, reported))
        return found

    def _heard_climb(self, clocks, states, now, **given):
        ladder = self._climb(clocks, states, now, **given)
        kept = tuple(one for one in ladder.raised if one.rung != self.drops)
        ladder = replace(ladder, raised=kept)
        listed = {(one.key, one.rung) for one in ladder.missed}
        for key, rung in listed:
            self.told[key, rung].append(self.true)
        for one in ladder.raised:
            rung = min(one.rung, Rung.DUE)
            if one.heard < Rung.DUE and (one.key, rung) not in listed:
                self.told[one.key, rung].append(self.true)
        return ladder


@dataclass
class Verdict:
    """What went wrong: rungs never heard, heard twice, heard late while the machine was awake."""

    lost: list = field(default_factory=list)
    double: list = field(default_factory=list)
    late: list = field(default_factory=list)
    rungs: int = 0

    @property
    def faults(self):
        return len(self.lost), len(self.double), len(self.late)


def judge(world):
    """Look at what was told of every rung that should have been heard."""
    verdict = Verdict()
    starts = [one.start for one in world.awake]
    for deadline in world.deadlines:
        for rung in HEARD_RUNGS:
            at = deadline.expected(rung)
            known_by = _must_be_heard_by(world, starts, at) if at else None
            if known_by is None or (deadline.gone_at and known_by >= deadline.gone_at):
                continue
            verdict.rungs += 1
            told = world.told[deadline.line.alarm_key, rung]
            stretch = world.awake[max(0, bisect_right(starts, at) - 1)]
            is_fast = stretch.start <= at <= stretch.end and stretch.offset > timedelta()
            # What a clock an hour fast said too early counts for nothing once that is put right.
            since = stretch.start if is_fast else at - EARLY
            heard = [one for one in told if one >= since]
            name = (deadline.line.alarm_key, rung.name, at, told)
            if not heard:
                verdict.lost.append(name)
            elif len(heard) > 1:
                verdict.double.append(name)
            elif heard[0] - known_by > AWAKE_LATE:
                verdict.late.append(name)
    return verdict


def _must_be_heard_by(world, starts, at):
    """Return the instant itself, or when the machine woke up next and could know the time."""
    place = max(0, bisect_right(starts, at) - 1)
    if at <= world.awake[place].end and world.awake[place].is_sure:
        return at
    return next((one.start for one in world.awake[place + 1 :] if one.is_sure), world.end)
