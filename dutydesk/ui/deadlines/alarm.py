"""The alarm: it asks the ladder what must be heard, and shows, sounds and calls.

It looks each second, and climbs only when a rung begins, the lines are others or the clock went
back: a thousand clocks that run cost as little as one. It never takes the keyboard focus; what
was raised stands until somebody acknowledges by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton

from dutydesk.domain.alarm import (
    AlarmState,
    Ladder,
    MissedAlarm,
    acknowledge,
    climb,
    in_order_of_loudness,
    latest,
    must_sound,
    still_missed,
)
from dutydesk.domain.alarm_clock import AlarmClock, Rung
from dutydesk.domain.errors import StoreError
from dutydesk.domain.officer import Officer
from dutydesk.services.alarm import AlarmService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog, Acknowledgement
from dutydesk.ui.deadlines.alarm_strips import VERB, AlarmStrips
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.outlets import Outlets
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.deadlines.sounder import DUE, SOON
from dutydesk.ui.desk import Desk
from dutydesk.wording import alarm as words

ACKNOWLEDGE = ActionSpec(
    "alarm.acknowledge", "确认报警", "F11", ActionGroup.DESK, "bell-ring", while_locked=True
)


class AlarmEngine(QObject):
    """Watches the lines of 时限; ``acknowledged(name)`` once it is on record.

    ``steady`` returns the time as it would be had nobody set the machine's clock, None where that
    is not known. ``late_changed(words)`` says what a locked desk shows in large letters.
    """

    acknowledged = Signal(str)
    late_changed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        service: AlarmService,
        panel: DeadlinePanel,
        outlets: Outlets,
        steady: Callable[[], datetime | None] | None = None,
    ) -> None:
        super().__init__(panel)
        self._desk, self._service = desk, service
        self._panel, self._outlets = panel, outlets
        self._steady = steady or _unknown
        self._strips = AlarmStrips(desk, self.ask)
        self._states: dict[str, AlarmState] | None = None
        self._standing: tuple[AlarmState, ...] = ()
        self._read: tuple[ClockLine, ...] = ()
        self._clocks: dict[str, AlarmClock] = {}
        # Of the last look, and of the last one at lines just read: what lies between is old news.
        self._looked_at: datetime | None = None
        self._since: datetime | None = None
        self._next_at: datetime | None = None
        self._sounded_at: datetime | None = None
        self._late_words = ""
        self._is_unkept = False
        self._first_reading = panel.read_no + 1
        self.button = QPushButton(VERB)
        self.button.setEnabled(False)
        self.button.clicked.connect(self.ask)
        panel.add_button(self.button)
        desk.actions.add(ACKNOWLEDGE, self.ask, panel)
        desk.hub.second.connect(self._step)
        panel.read_again.connect(self._on_read)
        desk.theme.changed.connect(self._show)
        desk.runner.submit(self._remembered, done=self._begin, failed=self._begin_anew)
        # What the panel read before may be the nothing of a desk not yet furnished.
        self._first_reading = panel.reload()

    def standing(self) -> tuple[AlarmState, ...]:
        """Return what waits for somebody's name, loudest first."""
        return self._standing

    def missed(self) -> tuple[MissedAlarm, ...]:
        """Return what nobody could hear and nobody has acknowledged yet, the earliest first."""
        return self._strips.missed

    def set_locked(self, is_locked: bool) -> None:
        """Leave out what the alarms are about, as a locked desk must."""
        self._strips.is_locked = is_locked
        self._show()

    def ask(self) -> None:
        """Ask who heard the alarms that stand now, and who has seen what was missed."""
        if self._standing or self._strips.missed:
            self._desk.runner.submit(self._outlets.officers, done=self._ask_name)

    def _remembered(self) -> tuple[dict[str, AlarmState], tuple[MissedAlarm, ...]]:
        return self._service.states(), self._service.missed()

    def _begin(self, found: tuple[dict[str, AlarmState], tuple[MissedAlarm, ...]]) -> None:
        self._states, self._strips.missed = found
        self._standing = in_order_of_loudness(self._states.values())
        self._step(self._desk.clock.now())

    def _begin_anew(self, error: Exception) -> None:
        # What was heard cannot be read: better heard twice than never.
        self._begin(({}, ()))
        if not isinstance(error, StoreError):
            raise error

    def _on_read(self) -> None:
        # With each minute: a full disk is cleared, a file in use is free again.
        if self._is_unkept:
            self._keep()
        self._step(self._desk.clock.now())
        self._since = self._looked_at

    def _step(self, now: datetime) -> None:
        # Before both are read, every clock would look new and every state forgotten.
        if self._states is None or self._panel.read_no < self._first_reading:
            return
        steady = self._steady()
        time = latest(now, steady)
        has_sounded = self._must_climb(now, time) and self._climb(now, steady)
        self._looked_at = time
        self._since = self._since or time
        may_go_on = not (has_sounded or self._is_unkept)
        if may_go_on and must_sound(self._standing, self._sounded_at, now):
            self._sound(DUE, now)
        if self._standing or self._strips.missed:
            self._show()

    def _must_climb(self, now: datetime, time: datetime) -> bool:
        """Tell whether anything can have changed since the last look."""
        return self._panel.lines() is not self._read or self._is_turn(now, time)

    def _is_turn(self, now: datetime, time: datetime) -> bool:
        """Tell whether a rung of any clock may begin, or lie ahead again."""
        seen, next_at = self._looked_at, self._next_at
        is_torn = seen is None or time < seen or time is not now
        return is_torn or (next_at is not None and time >= next_at)

    def _climb(self, now: datetime, steady: datetime | None) -> bool:
        """Ask the ladder; returns whether a tone was begun."""
        self._take_lines()
        before, clocks = self._states or {}, self._clocks
        kept: dict[str, AlarmState] = {}
        asked: Iterable[AlarmClock] = clocks.values()
        is_turn = self._is_turn(now, latest(now, steady))
        if not is_turn:
            # Nothing begins yet: only what was just put on file must be looked at.
            kept = {key: before[key] for key in clocks if key in before}
            asked = [clock for key, clock in clocks.items() if key not in kept]
        ladder = climb(asked, before, now, since=self._since, steady=steady)
        begins = [ladder.next_at, None if is_turn else self._next_at]
        self._next_at = min(filter(None, begins), default=None)
        listed = self._strips.missed
        self._list_missed(ladder, now, steady)
        self._states = {**kept, **ladder.states}
        if self._states != before or self._strips.missed != listed:
            self._standing = in_order_of_loudness(self._states.values())
            self._keep()
        self._show()
        return self._go_off(ladder, now)

    def _take_lines(self) -> None:
        lines = self._panel.lines()
        if lines is self._read:
            return
        self._read, known = lines, self._clocks
        heard = [line for line in lines if line.due_at is not None and not line.is_quiet]
        self._strips.lines = {line.alarm_key: line for line in heard}
        self._clocks = {
            line.alarm_key: known.get(line.alarm_key) or _clock(line) for line in heard
        }

    def _list_missed(self, ladder: Ladder, now: datetime, steady: datetime | None) -> None:
        strips = self._strips
        found = [replace(one, words=strips.named(one)) for one in ladder.missed]
        again = {(one.key, one.rung) for one in found}
        left = [one for one in strips.missed if (one.key, one.rung) not in again]
        kept = still_missed([*left, *found], now, steady)
        strips.missed = tuple(sorted(kept, key=lambda one: (one.at, one.rung, one.key)))

    def _go_off(self, ladder: Ladder, now: datetime) -> bool:
        if not ladder.raised or ladder.raised[0].rung is Rung.BANNER:
            return False
        first = ladder.raised[0]
        is_due = first.rung >= Rung.DUE
        has_tone = any(one.begins_tone for one in ladder.raised)
        if has_tone:
            self._sound(DUE if is_due else SOON, now)
        is_locked = self._strips.is_locked
        text = words.LOCKED if is_locked else self._strips.said(first.key, first.rung)
        self._outlets.caller.nudge("值守台 时限报警", text)
        if is_due:
            self._outlets.caller.come_forward()
        return has_tone

    def _sound(self, name: str, now: datetime) -> None:
        self._sounded_at = now
        self._outlets.sounds.play(name)

    def _keep(self) -> None:
        job = partial(self._service.keep, dict(self._states or {}), self._strips.missed)
        self._desk.runner.submit(job, done=self._kept, failed=self._not_kept)

    def _kept(self, _nothing: None) -> None:
        self._is_unkept = False

    def _not_kept(self, error: Exception) -> None:
        # Losing this costs one repeated alarm after a restart; the strip says all the rest. Where
        # nothing can be written nobody can acknowledge either: each rung sounds, but once only.
        if not isinstance(error, StoreError):
            raise error
        self._is_unkept = True

    def _show(self) -> None:
        self.button.setEnabled(bool(self._standing or self._strips.missed))
        self._strips.show(self._standing)
        is_late = any(one.raised is Rung.LATE for one in self._standing)
        late = words.LATE_LOCKED if is_late else ""
        if late != self._late_words:
            self._late_words = late
            self.late_changed.emit(late)

    def _ask_name(self, officers: Sequence[Officer]) -> None:
        now, strips, standing = self._desk.clock.now(), self._strips, self._standing
        above = QApplication.activeModalWidget() or self._panel.window()
        if not (standing or strips.missed) or isinstance(above, AcknowledgeDialog):
            return
        said = [words.LOCKED] if standing else []
        listed = [words.missed_locked(strips.missed)] if strips.missed else []
        if not strips.is_locked:
            said = [strips.said(one.key, one.raised) for one in standing]
            listed = [words.missed_line(one, now) for one in strips.missed]
        matter = Acknowledgement(
            self._service,
            strips.acknowledged(standing, now),
            dict(self._states or {}),
            said,
            strips.missed,
            listed,
        )
        able = [one for one in officers if one.is_active and one.may_write]
        dialog = AcknowledgeDialog(self._desk, able, matter, above)
        dialog.heard.connect(partial(self._on_heard, strips.missed))
        dialog.open()

    def _on_heard(self, seen: Sequence[MissedAlarm], keys: tuple[str, ...], name: str) -> None:
        self._states = acknowledge(self._states or {}, keys)
        self._standing = in_order_of_loudness(self._states.values())
        self._strips.missed = tuple(one for one in self._strips.missed if one not in seen)
        self._show()
        self.acknowledged.emit(name)


def _clock(line: ClockLine) -> AlarmClock:
    if line.due_at is None:
        raise ValueError(line.key)
    return AlarmClock(line.alarm_key, line.due_at, line.is_item)


def _unknown() -> datetime | None:
    return None
