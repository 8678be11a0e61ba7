"""Nothing heavy is loaded before the first paint: each costs 50 to 700 ms on old machines."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.habits.source import ROOT

HEAVY = {
    "PIL",
    "cryptography",
    "docx",
    "docxtpl",
    "jinja2",
    "jionlp",
    "lxml",
    "numpy",
    "openpyxl",
    "pyqtgraph",
    "pypdfium2",
    "pypinyin",
    "python_calamine",
    "reportlab",
    "sqlite_utils",
    "vobject",
}

# Opens the desk as main.py does, but leaves once the window has been painted.
OPEN_AND_LEAVE = """
import json, sys
import dutydesk.app.start
from PySide6.QtWidgets import QApplication
{before}
class LeaveAfterPaint(QApplication):
    def exec(self):
        self.processEvents()
        shown = [window for window in self.topLevelWidgets() if window.isVisible()]
        return 0 if shown else 1
dutydesk.app.start.QApplication = LeaveAfterPaint
from dutydesk.launcher import main
code = main(["--data", sys.argv[1]])
print()
print(json.dumps([code, sorted({{name.split(".")[0] for name in sys.modules}})]))
"""


def loaded_at_first_paint(room: Path, before: str = "") -> tuple[int, set[str]]:
    """Open the desk on a room in a fresh process; give its exit code and the packages loaded."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_LEAVE.format(before=before), str(room)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    code, names = json.loads(done.stdout.splitlines()[-1])
    return code, set(names)


def make_room(folder: Path) -> None:
    words = ["--data", str(folder), "init", "--unit", "测试街道", "--practice"]
    subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )


def test_the_desk_paints_its_window_without_a_heavy_package(tmp_path: Path) -> None:
    make_room(tmp_path / "room")
    code, names = loaded_at_first_paint(tmp_path / "room")
    assert code == 0
    assert "PySide6" in names
    assert names & HEAVY == set()


def test_a_heavy_package_would_be_seen(tmp_path: Path) -> None:
    make_room(tmp_path / "room")
    _, names = loaded_at_first_paint(tmp_path / "room", before="import reportlab, vobject")
    assert names & HEAVY == {"reportlab", "vobject"}
