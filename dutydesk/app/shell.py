"""What the shell asks, loaded when it asks: the first paint waits for none of it."""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.ui.desk import DeskServices, RecordState, Seat, StripFacts, Unlocker
from dutydesk.ui.input_method import InputPlan

if TYPE_CHECKING:
    from dutydesk.app.keeping import Caretaker
    from dutydesk.ui.deadlines.clock_line import ClockLine
    from dutydesk.ui.deadlines.line_round import LineRound
    from dutydesk.ui.shell_services import ShellServices

# Who sits there until the shift was read, right after the first paint.
NOBODY = Seat(Actor("desk"), "", may_write=False)


def shell_services(room: DutyRoom) -> ShellServices:
    """Return what the shell asks of an open room."""
    from dutydesk.ui.shell_services import ShellServices

    return ShellServices(room.shift, room.officer, room.settings, room.store.is_read_only)


class LazyShell:
    """The same, built by the first question on the lane."""

    def __init__(self, room: DutyRoom) -> None:
        self._room = room

    @cached_property
    def _shell(self) -> ShellServices:
        return shell_services(self._room)

    def services(self, *, practice: bool) -> DeskServices:
        """Bind everything for the window."""
        return DeskServices(
            self._facts, self._record_state, self._unlockers, self._unlock, practice
        )

    def _facts(self) -> StripFacts:
        return self._shell.strip_facts()

    def _record_state(self) -> RecordState:
        return self._shell.record_state()

    def _unlockers(self) -> tuple[Unlocker, ...]:
        return self._shell.unlockers()

    def _unlock(self, officer_id: str, pin: str) -> Seat:
        return self._shell.unlock(officer_id, pin)


class RecordKeeping:
    """What a start knows besides the file: check, backup, how Chinese gets in."""

    def __init__(self, input_plan: InputPlan) -> None:
        self.caretaker: Caretaker | None = None
        self.input_plan = input_plan
        self.is_awake = False
        self._round: LineRound | None = None

    def wrapped(self, services: DeskServices) -> DeskServices:
        """Return the services with a state of the record that knows of checks and backups."""
        return replace(services, record_state=partial(self._state, services.record_state))

    def clock_lines(self, room: DutyRoom) -> tuple[ClockLine, ...]:
        """Read the lines of 时限; none before the window is furnished. A job for the lane."""
        if not self.is_awake:
            return ()
        if self._round is None:
            from dutydesk.app.matters import line_round

            self._round = line_round(room)
        return self._round.read()

    def _state(self, read: Callable[[], RecordState]) -> RecordState:
        state = read()
        return self.caretaker.state(state) if self.caretaker is not None else state
