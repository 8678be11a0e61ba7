"""The alarm: once a second it asks the ladder what must be heard, and shows, sounds and calls.

It never takes the keyboard focus; what was raised stands until somebody acknowledges by name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton

from dutydesk.domain.alarm import (
    AcknowledgedAlarm,
    AlarmClock,
    AlarmState,
    Raised,
    Rung,
    acknowledge,
    climb,
    must_sound,
)
from dutydesk.domain.errors import StoreError
from dutydesk.domain.instants import to_text
from dutydesk.domain.officer import Officer
from dutydesk.services.alarm import AlarmService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog, Acknowledgement
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.lines import INCIDENT, matter_of, reminder_of
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.deadlines.sounder import DUE, SOON
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import alarm as words

VERB = "确认报警  F11"
_LARGE = 150
ACKNOWLEDGE = ActionSpec(
    "alarm.acknowledge", "确认报警", "F11", ActionGroup.DESK, "bell-ring", while_locked=True
)


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


class AlarmEngine(QObject):
    """Watches the lines of 时限; ``acknowledged(name)`` once it is on record."""

    acknowledged = Signal(str)

    def __init__(
        self, desk: Desk, service: AlarmService, panel: DeadlinePanel, outlets: Outlets
    ) -> None:
        super().__init__(panel)
        self._desk, self._service = desk, service
        self._panel, self._outlets = panel, outlets
        self._states: dict[str, AlarmState] | None = None
        self._lines: dict[str, ClockLine] = {}
        self._missed: set[str] = set()
        self._shown: dict[str, str] = {}
        self._sounded_at: datetime | None = None
        self._is_locked = self._is_unkept = False
        self._first_reading = panel.read_no + 1
        self.button = QPushButton(VERB)
        self.button.setEnabled(False)
        self.button.clicked.connect(self.ask)
        panel.add_button(self.button)
        desk.actions.add(ACKNOWLEDGE, self.ask, panel)
        desk.hub.second.connect(self._step)
        panel.read_again.connect(self._on_read)
        desk.theme.changed.connect(self._on_type)
        desk.runner.submit(service.states, done=self._begin, failed=self._begin_anew)
        # What the panel read before may be the nothing of a desk not yet furnished.
        self._first_reading = panel.reload()

    def standing(self) -> tuple[AlarmState, ...]:
        """Return what waits for somebody's name, loudest first."""
        found = [state for state in (self._states or {}).values() if state.is_standing]
        return tuple(sorted(found, key=lambda one: (-one.raised, one.due_at, one.key)))

    def set_locked(self, is_locked: bool) -> None:
        """Leave out what the alarms are about, as a locked desk must."""
        self._is_locked = is_locked
        self._show()

    def ask(self) -> None:
        """Ask who heard the alarms that stand now."""
        if self.standing():
            self._desk.runner.submit(self._outlets.officers, done=self._ask_name)

    def _begin(self, states: dict[str, AlarmState]) -> None:
        self._states = states
        self._step(self._desk.clock.now())

    def _begin_anew(self, error: Exception) -> None:
        # What was heard cannot be read: better heard twice than never.
        self._begin({})
        if not isinstance(error, StoreError):
            raise error

    def _on_read(self) -> None:
        # With each minute: a full disk is cleared, a file in use is free again.
        if self._is_unkept:
            self._keep()
        self._step(self._desk.clock.now())

    def _on_type(self) -> None:
        self._show()

    def _step(self, now: datetime) -> None:
        # Before both are read, every clock would look new and every state forgotten.
        if self._states is None or self._panel.read_no < self._first_reading:
            return
        self._lines = {
            alarm_key(line): line
            for line in self._panel.lines()
            if line.due_at is not None and not line.is_quiet
        }
        ladder = climb(map(_clock, self._lines.values()), self._states, now)
        if dict(ladder.states) != self._states:
            self._states = dict(ladder.states)
            self._keep()
        self._missed &= set(self._states)
        if ladder.raised:
            self._go_off(ladder.raised, now)
        elif not self._is_unkept and must_sound(self._states.values(), self._sounded_at, now):
            self._sound(DUE, now)
        self._show()

    def _go_off(self, raised: Sequence[Raised], now: datetime) -> None:
        self._missed |= {one.key for one in raised if one.is_missed}
        loudest = raised[0].rung
        if loudest is Rung.BANNER:
            return
        self._sound(DUE if loudest is Rung.DUE else SOON, now)
        text = words.LOCKED if self._is_locked else self._words(raised[0].key, loudest)
        self._outlets.caller.nudge("值守台 时限报警", text)
        if loudest is Rung.DUE:
            self._outlets.caller.come_forward()

    def _sound(self, name: str, now: datetime) -> None:
        self._sounded_at = now
        self._outlets.sounds.play(name)

    def _keep(self) -> None:
        job = partial(self._service.keep, dict(self._states or {}))
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
        standing = self.standing()
        self.button.setEnabled(bool(standing))
        due = [one for one in standing if one.raised is Rung.DUE]
        soon = [one for one in standing if one.raised is not Rung.DUE]
        self._strip("alarm.due", NoticeKind.ALARM, due)
        # A locked desk says one and the same sentence of all: the loudest strip is enough.
        self._strip("alarm.soon", NoticeKind.WARNING, [] if self._is_locked and due else soon)

    def _strip(self, key: str, kind: NoticeKind, states: Sequence[AlarmState]) -> None:
        if self._is_locked and states:
            text = words.LOCKED
        else:
            # Large type leaves room for one line; 时限 lists them all.
            most = 1 if self._desk.theme.scale >= _LARGE else words.MOST_LINES
            text = words.strip_text([self._words(one.key, one.raised) for one in states], most)
        if text == self._shown.get(key, ""):
            return
        self._shown[key] = text
        if text:
            self._desk.notices.put(Notice(key, kind, text, VERB, self.ask, stays=True))
        else:
            self._desk.notices.take_down(key)

    def _words(self, key: str, rung: Rung) -> str:
        line = self._lines[key]
        if line.due_at is None:
            return line.step
        said = words.matter(line.step, line.title, line.report_to)
        if line.is_immediate:
            return words.at_once(said, is_report=line.is_report)
        # An item is heard when its time has come, whatever its rung is called.
        shown = Rung.DUE if line.is_item else rung
        text = words.alarm_line(shown, said, line.due_at, self._desk.clock.now())
        return f"{words.MISSED}，{text}" if key in self._missed else text

    def _ask_name(self, officers: Sequence[Officer]) -> None:
        now = self._desk.clock.now()
        states = self.standing()
        above = QApplication.activeModalWidget() or self._panel.window()
        if not states or isinstance(above, AcknowledgeDialog):
            return
        dialog = AcknowledgeDialog(
            self._desk,
            [one for one in officers if one.is_active and one.may_write],
            Acknowledgement(
                self._service,
                tuple(self._heard(one, now) for one in states),
                dict(self._states or {}),
                [words.LOCKED]
                if self._is_locked
                else [self._words(one.key, one.raised) for one in states],
            ),
            above,
        )
        dialog.heard.connect(self._on_heard)
        dialog.open()

    def _heard(self, state: AlarmState, now: datetime) -> AcknowledgedAlarm:
        line = self._lines[state.key]
        kind, matter_id = matter_of(line.key)
        said = words.matter(line.step, line.title, line.report_to)
        return AcknowledgedAlarm(
            state.key,
            words.heard_words(said, state.due_at, now),
            matter_id if kind == INCIDENT else None,
            reminder_of(line.key),
        )

    def _on_heard(self, keys: tuple[str, ...], name: str) -> None:
        self._states = acknowledge(self._states or {}, keys)
        self._missed -= set(keys)
        self._show()
        self.acknowledged.emit(name)


def alarm_key(line: ClockLine) -> str:
    """Return the key of a line's alarm: a new limit of the same matter is heard anew."""
    return f"{line.key}@{to_text(line.due_at)}" if line.due_at else line.key


def _clock(line: ClockLine) -> AlarmClock:
    if line.due_at is None:
        raise ValueError(line.key)
    return AlarmClock(alarm_key(line), line.due_at, line.is_item)
