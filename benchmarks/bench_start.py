"""Cold start to the first paint of the desk, against a bare window with the same font.

Both are programs of their own, timed from the start of the process; the files of the room and of
the packages are in the system's cache for both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.bench_store import FULL, QUICK, SMALL
from benchmarks.big_room import room_of

ROOT = Path(__file__).resolve().parent.parent

# A window that does nothing, in the screen font of the desk.
BARE = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from PySide6.QtGui import QFont, QFontDatabase
from benchmarks.first_paint import FirstPaint
app = QApplication(sys.argv[:1])
number = QFontDatabase.addApplicationFont(str(Path(sys.argv[1], "resources", "fonts", "hei.ttf")))
app.setFont(QFont(QFontDatabase.applicationFontFamilies(number)[0]))
window = QMainWindow()
window.setCentralWidget(QLabel("值守台"))
watch = FirstPaint(app)
window.resize(1366, 768)
window.show()
app.exec()
"""

DESK = """
import sys
sys.path.insert(0, sys.argv[1])
from PySide6 import QtWidgets
from benchmarks.first_paint import FirstPaint
class Application(QtWidgets.QApplication):
    def __init__(self, words):
        super().__init__(words)
        self.watch = FirstPaint(self)
QtWidgets.QApplication = Application
from dutydesk.launcher import main
main(["--data", sys.argv[2]])
"""


def run(quick: bool) -> list[dict[str, Any]]:
    big = QUICK if quick else FULL
    rounds = 5 if quick else 11
    rooms = {size: room_of(size) for size in (SMALL, big)}
    spent: dict[str, list[float]] = {"bare": [], **{str(size): [] for size in rooms}}
    for number in range(rounds + 1):
        times = {"bare": _start(BARE)}
        times |= {str(size): _start(DESK, str(folder)) for size, folder in rooms.items()}
        if number:
            for name, seconds in times.items():
                spent[name].append(seconds)
    bare = median(spent["bare"]) * 1000
    rows = [
        _row("cold start to the first paint of the desk", size, _ms(spent, size), bare, 2.0)
        for size in rooms
    ]
    flat = _row("start stays flat from a thousand entries", big, _ms(spent, big), 0, 1.15)
    return [*rows, {**flat, "baseline": _ms(spent, SMALL)}]


def _ms(spent: dict[str, list[float]], size: int) -> float:
    return median(spent[str(size)]) * 1000


def _row(name: str, n: int, ours: float, baseline: float, limit: float) -> dict[str, Any]:
    return {"name": name, "n": n, "ours": ours, "baseline": baseline, "unit": "ms", "limit": limit}


def _start(program: str, *words: str) -> float:
    """Return the seconds from starting a process to its word that it has painted."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(ROOT), *words],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    seconds = time.perf_counter() - start
    process.wait(30)
    process.stdout.close()
    if said != "painted\n":
        raise RuntimeError(f"the window did not paint: {said!r}")
    return seconds
