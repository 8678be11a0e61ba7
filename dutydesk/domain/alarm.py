"""The alarm ladder: which running clock must be heard now, and what was heard already.

Rules of this file: pure functions of clocks, states and an instant; each clock is heard once a
rung; a rung that was slept through is made up for, the highest one only; what was raised stands
until somebody acknowledges it or the clock stops. A rung whose instant lies ahead again, because
the machine's clock was put back, is forgotten: what was heard an hour too early was no alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum

from dutydesk.domain.errors import Refusal


class Rung(IntEnum):
    """How loud: nothing yet, a banner, a banner with one tone, the red strip that goes on."""

    QUIET = 0
    BANNER = 1
    TONE = 2
    DUE = 3


BANNER_BEFORE = timedelta(minutes=10)
TONE_BEFORE = timedelta(minutes=5)
TONE_EVERY = timedelta(seconds=20)
"""A clock that has run out is heard again this often until it is acknowledged."""

MISSED_AFTER = timedelta(minutes=1)
"""Raised longer than this after its instant, an alarm was missed: sleep, restart, clock change."""

PUT_BACK_AFTER = timedelta(minutes=1)
"""Setting the machine's clock right by less than this makes nothing heard twice."""


@dataclass(frozen=True, slots=True)
class AlarmClock:
    """What runs out at ``due_at``; ``key`` is its own for each limit, so a new limit is heard.

    ``is_item``: an open item with a promised time is heard once, when its time has come.
    """

    key: str
    due_at: datetime
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class AlarmState:
    """What was heard of one clock: the highest rung raised, and the highest acknowledged."""

    key: str
    due_at: datetime
    raised: Rung = Rung.QUIET
    acknowledged: Rung = Rung.QUIET

    @property
    def is_standing(self) -> bool:
        """Tell whether somebody still has to acknowledge."""
        return self.raised > self.acknowledged


@dataclass(frozen=True, slots=True)
class Raised:
    """One alarm that goes off now; ``is_missed`` when its instant passed unheard."""

    key: str
    rung: Rung
    is_missed: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """The states after an instant, and what went off in it, loudest first."""

    states: Mapping[str, AlarmState]
    raised: tuple[Raised, ...] = ()

    def standing(self) -> tuple[AlarmState, ...]:
        """Return what nobody has acknowledged, loudest first, then soonest."""
        found = [state for state in self.states.values() if state.is_standing]
        return tuple(sorted(found, key=lambda one: (-one.raised, one.due_at, one.key)))


@dataclass(frozen=True, slots=True)
class AcknowledgedAlarm:
    """One alarm as its acknowledgement names it in the log; ``incident_id`` None for an item.

    ``reminder_of`` is the open item whose reminder was heard: it has done its work.
    """

    key: str
    words: str
    incident_id: str | None = None
    reminder_of: str | None = None


@dataclass(eq=False)
class NoAlarmStanding(Refusal):
    """There is nothing to acknowledge."""


def rung_at(clock: AlarmClock, now: datetime) -> Rung:
    """Return the rung a clock stands on at an instant."""
    left = clock.due_at - now
    if clock.is_item:
        return Rung.TONE if left <= timedelta() else Rung.QUIET
    if left <= timedelta():
        return Rung.DUE
    if left <= TONE_BEFORE:
        return Rung.TONE
    return Rung.BANNER if left <= BANNER_BEFORE else Rung.QUIET


def climb(clocks: Iterable[AlarmClock], states: Mapping[str, AlarmState], now: datetime) -> Ladder:
    """Return the ladder after ``now``; clocks no longer running are let go.

    A machine clock set forward raises at once; what was heard or acknowledged ahead of its time,
    as one set back shows, is heard again when the time comes.
    """
    after: dict[str, AlarmState] = {}
    raised: list[Raised] = []
    for clock in clocks:
        before = states.get(clock.key) or AlarmState(clock.key, clock.due_at)
        before = _put_back(before, rung_at(clock, now + PUT_BACK_AFTER))
        rung = rung_at(clock, now)
        if rung > before.raised:
            raised.append(Raised(clock.key, rung, _is_missed(clock, rung, now)))
            before = replace(before, raised=rung)
        if before.raised is not Rung.QUIET:
            after[clock.key] = before
    return Ladder(after, tuple(sorted(raised, key=lambda one: (-one.rung, one.key))))


def acknowledge(states: Mapping[str, AlarmState], keys: Iterable[str]) -> dict[str, AlarmState]:
    """Return the states once somebody has said that these were heard."""
    heard = set(keys)
    return {
        key: replace(state, acknowledged=state.raised) if key in heard else state
        for key, state in states.items()
    }


def must_sound(states: Iterable[AlarmState], sounded_at: datetime | None, now: datetime) -> bool:
    """Tell whether the repeated tone is due: something ran out and nobody has said so.

    ``sounded_at`` is when a tone was last heard; one that lies ahead was before a clock change.
    """
    if not any(state.is_standing and state.raised is Rung.DUE for state in states):
        return False
    return sounded_at is None or sounded_at > now or now - sounded_at >= TONE_EVERY


def _put_back(state: AlarmState, highest: Rung) -> AlarmState:
    raised, acknowledged = min(state.raised, highest), min(state.acknowledged, highest)
    return replace(state, raised=raised, acknowledged=acknowledged)


def _is_missed(clock: AlarmClock, rung: Rung, now: datetime) -> bool:
    before = {Rung.BANNER: BANNER_BEFORE, Rung.TONE: TONE_BEFORE}.get(rung, timedelta())
    if clock.is_item:
        before = timedelta()
    return now - (clock.due_at - before) > MISSED_AFTER
