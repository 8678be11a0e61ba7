"""The desk as a program: opens the room, connects the window to it, closes both."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication

from dutydesk import paths
from dutydesk.app.about import about_spec
from dutydesk.app.desk_run import DeskRun, Ended, RunParts, furnish, take_seat
from dutydesk.app.faults import FaultWatch
from dutydesk.app.late import late
from dutydesk.app.machine import LookKeeper, wear
from dutydesk.app.opening import Opened, Opening
from dutydesk.app.rooms import room_specs
from dutydesk.app.shell import NOBODY, LazyShell, RecordKeeping
from dutydesk.assembly.clocks import SystemClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.start_options import StartOptions
from dutydesk.services.workstation import WorkstationService
from dutydesk.ui.actions import ActionRegistry
from dutydesk.ui.collector import Collector
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.desk import Desk, Session
from dutydesk.ui.fonts import load_screen_font, speak_chinese
from dutydesk.ui.hub import Hub
from dutydesk.ui.input_method import InputPlan, InputState, prepare_input
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import QtMessages
from dutydesk.ui.tasks import LaneRunner, Runner
from dutydesk.ui.theme import Theme
from dutydesk.ui.tokens import look_at
from dutydesk.ui.widgets.notice_strip import NoticeBoard


def run(options: StartOptions) -> int:
    """Open the desk and return its exit code; a room that was mended is opened again."""
    plan = prepare_input(os.environ, sys.platform, _input_plugins())
    app = QApplication(sys.argv[:1])
    faults = FaultWatch()
    faults.install()
    theme = dress(app)
    messages = QtMessages()
    lane = LaneRunner(is_held=True)
    opening = Opening(options, theme, messages, lane)
    ended = Ended(again=True)
    while ended.again:
        opened = _opened(opening, ended)
        if opened is None:
            break
        keeping = RecordKeeping(plan)
        window = build_shell(opened.room, theme, lane, messages, keeping)
        LookKeeper(theme, opened.room.workstation, window)
        Collector(window.desk.hub)
        parts = RunParts(window, lane, keeping, faults)
        ended = DeskRun(opened, parts).run()
        messages.parent = None
        opening.runner = lane = LaneRunner(is_held=True)
    lane.close()
    Collector.release()
    faults.remove()
    return opening.code


def _opened(opening: Opening, ended: Ended) -> Opened | None:
    if ended.trouble is not None:
        return opening.mended(ended.places)
    if ended.read_because is not None:
        read = opening.read(ended.read_because)
        return read if isinstance(read, Opened) else opening.open(read)
    return opening.open()


def dress(app: QApplication) -> Theme:
    """Give the application its font, its language and its look."""
    resources = paths.resources_dir()
    app.setStyle("Fusion")
    speak_chinese(app)
    theme = Theme(resources, load_screen_font(resources / "fonts"))
    wear(theme, WorkstationService(paths.config_dir() / "workstation.toml"))
    theme.look = look_at(theme.choice, SystemClock().now(), theme.tokens)
    theme.apply()
    return theme


def build_window(
    room: DutyRoom,
    theme: Theme,
    runner: Runner,
    messages: QtMessages,
    keeping: RecordKeeping | None = None,
) -> DeskWindow:
    """Connect a whole window to the services of an open room, at once."""
    keeping = keeping or RecordKeeping(InputPlan(InputState.NOT_LINUX))
    window = build_shell(room, theme, runner, messages, keeping)
    take_seat(window, room)
    furnish(window, room, keeping)
    return window


def build_shell(
    room: DutyRoom, theme: Theme, runner: Runner, messages: QtMessages, keeping: RecordKeeping
) -> DeskWindow:
    """Build what the first paint shows: strip, rooms list, an empty 时限."""
    shell = LazyShell(room)
    desk = Desk(
        theme=theme,
        runner=runner,
        hub=Hub(room.clock),
        messages=messages,
        clock=room.clock,
        actions=ActionRegistry(),
        notices=NoticeBoard(theme),
        session=Session(NOBODY),
        drafts=late(lambda: room.draft),
    )
    services = keeping.wrapped(shell.services(practice=room.settings.room().is_practice))
    about = about_spec(room, services.record_state, keeping.input_plan)
    deadlines = DeadlinePanel(desk, partial(keeping.clock_lines, room))
    window = DeskWindow(desk, services, (*room_specs(room), about), deadlines)
    messages.parent = window
    return window


def _input_plugins() -> Path:
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    return Path(plugins) / "platforminputcontexts"
