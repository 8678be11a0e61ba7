"""Rooms for whole starts, and a place of its own for everything a machine keeps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dutydesk.assembly.clocks import SystemClock
from dutydesk.assembly.first_room import found_room
from dutydesk.domain.first_room import FirstRoom, NewOfficer
from dutydesk.domain.officer import OfficerRole
from tests.builders import PIN

ROOT = Path(__file__).resolve().parents[2]

UNIT = "安和街道办事处值班室"


@pytest.fixture(autouse=True)
def own_places(tmp_path, monkeypatch):
    """No test reads or writes what this machine keeps for its user."""
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


@pytest.fixture
def folder(tmp_path):
    """Give a data folder with a real room and one administrator."""
    place = tmp_path / "room"
    officers = (NewOfficer("甲某", OfficerRole.ADMIN, PIN),)
    found_room(place, FirstRoom(UNIT, officers), SystemClock())
    return place


# Opens the desk as main.py does and follows the words on its standard input.
_DESK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import dutydesk.app.start as start

class Run(start.DeskRun):
    def __init__(self, *what):
        super().__init__(*what)
        Application.desk_run = self

class Application(QApplication):
    desk_run = None

    def exec(self):
        QTimer.singleShot(50, self.begin)
        return super().exec()

    def window(self):
        return next((w for w in self.topLevelWidgets() if hasattr(w, "shell_actions")), None)

    def when(self, holds, act):
        if holds():
            act()
        else:
            QTimer.singleShot(20, lambda: self.when(holds, act))

    def begin(self):
        window = self.window()
        if window is None or window.room() is None:
            QTimer.singleShot(50, self.begin)
            return
        {steps}

start.QApplication, start.DeskRun = Application, Run
from dutydesk.launcher import main
sys.exit(main(["--data", sys.argv[1]]))
"""


def desk_process(folder, steps):
    """Start the desk in a process of its own; ``steps`` run in it once the front room is shown.

    A step that needs something to have happened waits for it: ``self.when(holds, act)``. A busy
    machine may take seconds over what an idle one does at once, so no step counts on a time.
    """
    code = _DESK.replace("{steps}", "\n        ".join(steps.strip().splitlines()))
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
