"""Drills on the desk: a real room starts one in a window of its own, a drill's room replays it."""

# ruff: noqa: PLC0415 -- loaded when a drill begins

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QProcess

from dutydesk import paths
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.instants import china, to_json
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.main_window import DeskWindow

if TYPE_CHECKING:
    from dutydesk.assembly.drill import DrillRoom
    from dutydesk.domain.drill import Drill, DrillReview
    from dutydesk.ui.drill.prompts import DrillClock

START = ActionSpec("drill.start", "演练…", "", ActionGroup.DESK, "clock")
_PROGRAM = "from dutydesk.launcher import main; raise SystemExit(main())"


class DrillDesk(QObject):
    """Lives as long as the window; ``launch`` opens another program over a data folder."""

    def __init__(self, window: DeskWindow, room: DutyRoom) -> None:
        super().__init__(window)
        self._window, self._room = window, room
        self.launch: Callable[[list[str]], object] = launch
        if window.services.practice:
            window.desk.runner.submit(room.drill.replayed, done=self._replay)
        else:
            self._offer()

    def _offer(self) -> None:
        self._window.desk.actions.add(START, self.ask, self._window)

    def ask(self) -> None:
        """Ask which day is to come in again."""
        from dutydesk.ui.drill.start_dialog import DrillStartDialog

        desk = self._window.desk
        yesterday = china(desk.clock.now()).date() - timedelta(days=1)
        dialog = DrillStartDialog(desk, yesterday, self._make, self._window)
        dialog.made.connect(self._open)
        dialog.open()

    def _make(self, day: date) -> DrillRoom:
        from dutydesk.assembly.drill import drill_folder, make_drill

        data = self._room.store.folder
        return make_drill(data, day, drill_folder(data, day))

    def _open(self, made: DrillRoom) -> None:
        self.launch(["--data", str(made.folder), "--now", to_json(made.drill.starts_at)])

    def _replay(self, drill: Drill | None) -> None:
        if drill is None:
            self._offer()
            return
        from dutydesk.ui.drill.prompts import DrillPrompts

        clock = self._room.clock
        paced = cast("DrillClock", clock) if hasattr(clock, "speed") else None
        DrillPrompts(self._window.desk, self._window.deadlines, drill, paced, self._review)

    def _review(self) -> None:
        self._window.desk.runner.submit(self._room.drill.review, done=self._show_review)

    def _show_review(self, review: DrillReview) -> None:
        from dutydesk.app.rooms import show_paper
        from dutydesk.ui.drill.review_dialog import DrillReviewDialog

        desk, room = self._window.desk, self._room
        DrillReviewDialog(desk, review, partial(show_paper, room, desk), self._window).open()


def launch(words: list[str]) -> None:
    """Open the desk over another data folder, in a program of its own."""
    program = [] if getattr(sys, "frozen", False) else ["-c", _PROGRAM]
    QProcess.startDetached(sys.executable, [*program, *words], str(paths.program_dir()))
