"""The alarm ladder: which running clock must be heard now, and what was heard already.

Rules of this file: pure functions of clocks, states and an instant; each clock is heard once a
rung; of rungs that were slept through the highest sounds and every one is told as missed; what was
raised stands until somebody acknowledges it or the clock stops. A rung whose instant lies ahead
again, because the machine's clock was put back, is forgotten: what was heard an hour too early was
no alarm. Where the time that really passed is known (``steady``), whichever of the two comes
first is heard: a clock put back by mistake delays nothing. Until somebody has looked which of the
two is right, what only the steady time said is heard once more when the clock itself gets there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta

from dutydesk.domain.alarm_clock import AlarmClock, Rung, begins_at, matter, rung_at
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal

TONE_EVERY = timedelta(seconds=20)
"""A clock that has run out is heard again this often until it is acknowledged."""

MISSED_AFTER = timedelta(minutes=1)
"""Raised longer than this after its instant, an alarm was missed: sleep, restart, clock change."""

PUT_BACK_AFTER = timedelta(minutes=1)
"""Setting the machine's clock right by less than this makes nothing heard twice."""


@dataclass(frozen=True, slots=True)
class AlarmState:
    """What was heard of one clock: the highest rung raised, and the highest acknowledged.

    ``early`` is the rung that only the steady time has reached so far; it is not kept on file.
    """

    key: str
    due_at: datetime
    raised: Rung = Rung.QUIET
    acknowledged: Rung = Rung.QUIET
    early: Rung = field(default=Rung.QUIET, compare=False)

    @property
    def is_standing(self) -> bool:
        """Tell whether somebody still has to acknowledge."""
        return self.raised > self.acknowledged


@dataclass(frozen=True, slots=True)
class Raised:
    """One alarm that goes off now; ``is_missed`` when its instant passed unheard.

    ``heard`` is the rung that was heard before.
    """

    key: str
    rung: Rung
    is_missed: bool
    heard: Rung = Rung.QUIET

    @property
    def begins_tone(self) -> bool:
        """Tell whether it is heard: the lock screen's rung comes while the tone goes on."""
        return self.rung > Rung.BANNER and self.heard < Rung.DUE


@dataclass(frozen=True, slots=True)
class MissedAlarm:
    """One rung that nobody could hear at its instant ``at``; ``words`` say what it was about."""

    key: str
    rung: Rung
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The states after an instant, and what went off in it, loudest first.

    ``next_at`` is when the next rung of any clock begins: until then there is nothing to do.
    """

    states: Mapping[str, AlarmState]
    raised: tuple[Raised, ...] = ()
    missed: tuple[MissedAlarm, ...] = ()
    next_at: datetime | None = None

    def standing(self) -> tuple[AlarmState, ...]:
        """Return what nobody has acknowledged, loudest first, then soonest."""
        return in_order_of_loudness(self.states.values())


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


def latest(now: datetime, steady: datetime | None) -> datetime:
    """Return the time alarms go by: the clock, or the time that passed where that is ahead."""
    is_put_back = steady is not None and steady - now > PUT_BACK_AFTER
    return steady if is_put_back and steady is not None else now


def climb(
    clocks: Iterable[AlarmClock],
    states: Mapping[str, AlarmState],
    now: datetime,
    *,
    since: datetime | None = None,
    steady: datetime | None = None,
) -> Ladder:
    """Return the ladder after ``now``; clocks no longer running are let go.

    ``since`` is the look before this one, None for the first after a start: what was known then
    and passed meanwhile was missed; what was put on file when it had passed already was not.
    A machine clock set forward raises at once; what was heard or acknowledged ahead of its time,
    as one set back shows, is heard again when the time comes.
    """
    step = _Step(now, latest(now, steady), since, states)
    after: dict[str, AlarmState] = {}
    for clock in clocks:
        after[clock.key] = step.climb(clock, states.get(clock.key))
    raised = tuple(sorted(step.raised, key=lambda one: (-one.rung, one.key)))
    return Ladder(after, raised, tuple(step.missed), step.next_at)


class _Step:
    """One look at every clock."""

    def __init__(
        self,
        now: datetime,
        time: datetime,
        since: datetime | None,
        states: Mapping[str, AlarmState],
    ) -> None:
        self._now, self._time, self._since, self._states = now, time, since, states
        # A clock put back by more is set right: what it said an hour too early was no alarm.
        is_set = since is not None and since - time > PUT_BACK_AFTER
        self._horizon = time if is_set else time + PUT_BACK_AFTER
        self._matters: frozenset[str] | None = None
        self.raised: list[Raised] = []
        self.missed: list[MissedAlarm] = []
        self.next_at: datetime | None = None

    def climb(self, clock: AlarmClock, known: AlarmState | None) -> AlarmState:
        state = known or AlarmState(clock.key, clock.due_at)
        rung = rung_at(clock, self._time)
        if rung < state.raised:
            state = _put_back(state, rung_at(clock, self._horizon))
        if rung > state.raised:
            state = self._raise(clock, state, rung, is_known=known is not None)
        elif state.early:
            state = self._settle_early(clock, state)
        self._note_next(clock, rung)
        return state

    def _raise(
        self, clock: AlarmClock, state: AlarmState, rung: Rung, *, is_known: bool
    ) -> AlarmState:
        if rung is Rung.LATE and state.raised is state.acknowledged is Rung.DUE:
            # Somebody has said that it was heard when it ran out: nobody is called again.
            return replace(state, raised=rung, acknowledged=rung)
        missed = self._missed(clock, state.raised, rung, is_known=is_known)
        self.missed += missed
        self.raised.append(Raised(clock.key, rung, bool(missed), state.raised))
        is_early = self._time is not self._now and rung_at(clock, self._now) < rung
        early = min(rung, Rung.DUE) if is_early else Rung.QUIET
        return replace(state, raised=rung, early=early)

    def _settle_early(self, clock: AlarmClock, state: AlarmState) -> AlarmState:
        """Hear again by the clock what only the steady time had said, unless both agree now."""
        if rung_at(clock, self._now) < state.early:
            return state
        if self._time is self._now:
            return replace(state, early=Rung.QUIET)
        self.raised.append(Raised(clock.key, state.raised, is_missed=False))
        heard = min(state.acknowledged, Rung(state.early - 1))
        return replace(state, early=Rung.QUIET, acknowledged=heard)

    def _missed(
        self, clock: AlarmClock, heard: Rung, rung: Rung, *, is_known: bool
    ) -> list[MissedAlarm]:
        least = rung if clock.is_item else Rung(heard + 1)
        found = []
        for number in range(least, min(rung, Rung.DUE) + 1):
            at = begins_at(clock, Rung(number))
            if self._time - at > MISSED_AFTER and self._was_running(clock, at, is_known=is_known):
                found.append(MissedAlarm(clock.key, Rung(number), at))
        return found

    def _was_running(self, clock: AlarmClock, at: datetime, *, is_known: bool) -> bool:
        if self._since is not None:
            return at > self._since
        if is_known:
            return True
        if self._matters is None:
            self._matters = frozenset(map(matter, self._states))
        return matter(clock.key) in self._matters

    def _note_next(self, clock: AlarmClock, rung: Rung) -> None:
        if rung is Rung.LATE or (clock.is_item and rung):
            return
        at = begins_at(clock, Rung(rung + 1))
        if self.next_at is None or at < self.next_at:
            self.next_at = at


def in_order_of_loudness(states: Iterable[AlarmState]) -> tuple[AlarmState, ...]:
    """Return what nobody has acknowledged, loudest first, then soonest."""
    found = [state for state in states if state.raised > state.acknowledged]
    return tuple(sorted(found, key=lambda one: (-one.raised, one.due_at, one.key)))


def still_missed(
    missed: Iterable[MissedAlarm], now: datetime, steady: datetime | None = None
) -> tuple[MissedAlarm, ...]:
    """Leave out what lies ahead again because the clock was put back: it will be heard."""
    horizon = latest(now, steady) + PUT_BACK_AFTER
    return tuple(one for one in missed if one.at <= horizon)


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
    if not any(state.is_standing and state.raised >= Rung.DUE for state in states):
        return False
    return sounded_at is None or sounded_at > now or now - sounded_at >= TONE_EVERY


def _put_back(state: AlarmState, highest: Rung) -> AlarmState:
    if state.raised <= highest:
        return state
    return replace(
        state,
        raised=highest,
        acknowledged=min(state.acknowledged, highest),
        early=min(state.early, highest),
    )
