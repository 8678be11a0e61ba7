"""The desk as a program: opens the room, connects the window to it, closes both."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dutydesk import paths
from dutydesk.app.rooms import room_specs
from dutydesk.assembly.clocks import StartedClock, SystemClock
from dutydesk.assembly.room import DutyRoom, open_room
from dutydesk.domain.clock import Clock
from dutydesk.domain.errors import BadInput, NowNotAllowed, Refusal, StoreError
from dutydesk.domain.instants import from_iso
from dutydesk.domain.start_options import StartOptions
from dutydesk.ui.actions import ActionRegistry
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.desk import Desk, Session
from dutydesk.ui.fonts import load_screen_font, speak_chinese
from dutydesk.ui.hub import Hub
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import QtMessages
from dutydesk.ui.shell_services import ShellServices
from dutydesk.ui.tasks import LaneRunner, Runner
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.notice_strip import NoticeBoard
from dutydesk.wording.sentences import sentence

REFUSED, STORE_TROUBLE = 2, 3


def run(options: StartOptions) -> int:
    """Open the desk and return its exit code."""
    app = QApplication(sys.argv[:1])
    theme = dress(app)
    messages = QtMessages()
    try:
        room = open_room(
            options.data or paths.default_data_dir(), clock=_clock(options), wait_seconds=0
        )
        if options.now is not None and not room.settings.room().is_practice:
            raise NowNotAllowed
    except (Refusal, StoreError) as trouble:
        messages.tell("值守台", sentence(trouble))
        return REFUSED if isinstance(trouble, Refusal) else STORE_TROUBLE
    runner = LaneRunner()
    window = build_window(room, theme, runner, messages)
    window.closing.connect(partial(_close, room, runner))
    window.show()
    QTimer.singleShot(0, window.desk.hub.start)
    return int(app.exec())


def dress(app: QApplication) -> Theme:
    """Give the application its font, its language and its look."""
    resources = paths.resources_dir()
    app.setStyle("Fusion")
    speak_chinese(app)
    theme = Theme(resources, load_screen_font(resources / "fonts"))
    theme.follow(SystemClock().now())
    theme.apply()
    return theme


def build_window(room: DutyRoom, theme: Theme, runner: Runner, messages: QtMessages) -> DeskWindow:
    """Connect the window to the services of an open room."""
    shell = ShellServices(room.shift, room.officer, room.settings, room.store.is_read_only)
    desk = Desk(
        theme=theme,
        runner=runner,
        hub=Hub(room.clock),
        messages=messages,
        clock=room.clock,
        actions=ActionRegistry(),
        notices=NoticeBoard(theme),
        session=Session(shell.seat_on_duty()),
    )
    services = shell.as_desk_services(practice=room.settings.room().is_practice)
    deadlines = DeadlinePanel(desk, partial(_clock_lines, room))
    window = DeskWindow(desk, services, room_specs(room), deadlines)
    messages.parent = window
    return window


def _clock_lines(room: DutyRoom) -> tuple[ClockLine, ...]:
    _ = room
    return ()


def _clock(options: StartOptions) -> Clock:
    if options.now is None:
        return SystemClock()
    try:
        return StartedClock(from_iso(options.now))
    except ValueError as error:
        raise BadInput("now", options.now) from error


def _close(room: DutyRoom, runner: LaneRunner) -> None:
    """Finish the lane, close the file on it, then let go of the room."""
    runner.submit(room.store.close, done=_nothing)
    runner.close()
    room.close()


def _nothing(_result: None) -> None:
    """Take the answer of a job that has none."""
