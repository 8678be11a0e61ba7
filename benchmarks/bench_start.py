"""Cold start to the first paint and to a usable desk, against a bare window with the same font.

Usable is: the entries of the running shift stand on the screen and the quick entry takes keys.
Both are programs of their own, timed from the start of the process; the files of the room and of
the packages are in the system's cache for both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
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
        self.watch = FirstPaint(self, until_usable=True)
QtWidgets.QApplication = Application
from dutydesk.launcher import main
main(["--data", sys.argv[2]])
"""


def run(quick: bool) -> list[dict[str, Any]]:
    big = QUICK if quick else FULL
    rounds = 5 if quick else 11
    rooms = {size: room_of(size) for size in (SMALL, big)}
    bare: list[float] = []
    spent: dict[int, list[tuple[float, float]]] = {size: [] for size in rooms}
    for number in range(rounds + 1):
        once = _start(BARE)[0]
        times = {size: _start(DESK, str(folder)) for size, folder in rooms.items()}
        if number:
            bare.append(once)
            for size, pair in times.items():
                spent[size].append(pair)
    window = median(bare) * 1000
    painted = {size: median(pair[0] for pair in pairs) * 1000 for size, pairs in spent.items()}
    usable = {size: median(pair[1] for pair in pairs) * 1000 for size, pairs in spent.items()}
    return [
        *(_row("start to the first paint", size, painted[size], window, 2.0) for size in rooms),
        *(_row("start to a usable desk", size, usable[size], window, 2.0) for size in rooms),
        _row("a usable desk, flat from a thousand entries", big, usable[big], usable[SMALL], 1.15),
    ]


def _row(name: str, n: int, ours: float, baseline: float, limit: float) -> dict[str, Any]:
    return {"name": name, "n": n, "ours": ours, "baseline": baseline, "unit": "ms", "limit": limit}


def _start(program: str, *words: str) -> tuple[float, float]:
    """Return the seconds from starting a process to its first paint, and until it is usable."""
    with tempfile.TemporaryDirectory() as places:
        # Nobody's settings, and none of the last round: every start is the first on its machine.
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            **{f"XDG_{kind}_HOME": f"{places}/{kind}" for kind in ("CONFIG", "DATA", "STATE")},
            # An installed program lies there compiled; the round that does not count compiles.
            "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bench" / "compiled"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(ROOT), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            text=True,
        )
        assert process.stdout is not None
        marks = []
        for word in ("painted\n", "usable\n"):
            said = process.stdout.readline()
            marks.append(time.perf_counter() - start)
            if said != word:
                process.kill()
                raise RuntimeError(f"the window did not say {word!r} but {said!r}")
        process.wait(30)
        process.stdout.close()
    return marks[0], marks[1]
