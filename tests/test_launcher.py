import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dutydesk.domain.start_options import StartOptions
from dutydesk.launcher import desk_options

ROOT = Path(__file__).resolve().parent.parent

# Prints, as its last line, the top packages and the own modules that were loaded.
LOADED = (
    "import json, sys\n"
    "from dutydesk.launcher import main\n"
    "{before}"
    "codes = [main(words) for words in json.loads(sys.argv[1])]\n"
    "print()\n"
    "print(json.dumps([codes, sorted(sys.modules)]))\n"
)


def modules_loaded_by(*commands: list[str], before: str = "") -> tuple[list[int], set[str]]:
    """Run the commands in one fresh process; give their exit codes and all modules loaded."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(before=before), json.dumps(commands)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    codes, names = json.loads(done.stdout.splitlines()[-1])
    return codes, set(names)


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], StartOptions()),
        (["--data", "房间"], StartOptions(data=Path("房间"))),
        (["--data=房间"], StartOptions(data=Path("房间"))),
        (["--now", "2026-11-21T02:15+08:00"], StartOptions(now="2026-11-21T02:15+08:00")),
        (["--now=x", "--data", "y"], StartOptions(data=Path("y"), now="x")),
    ],
)
def test_no_command_opens_the_desk(words: list[str], options: StartOptions) -> None:
    assert desk_options(words) == options


@pytest.mark.parametrize(
    "words",
    [
        ["log", "list"],
        ["--data", "房间", "verify"],
        ["--data=房间", "verify"],
        ["--json"],
        ["--help"],
        ["--data"],
        ["--data="],
        ["--data", "--json", "verify"],
        ["--unknown"],
        ["verify", "--data", "房间"],
    ],
)
def test_a_command_or_anything_doubtful_goes_to_the_command_line(words: list[str]) -> None:
    assert desk_options(words) is None


def test_a_command_never_imports_qt(tmp_path: Path) -> None:
    room = ["--data", str(tmp_path / "room"), "--json"]
    codes, names = modules_loaded_by(
        [*room, "init", "--unit", "测试街道", "--practice"],
        [*room, "log", "add", "--kind", "incoming_call", "--text", "来电"],
        [*room, "log", "list"],
        [*room, "log", "find", "来电"],
        [*room, "verify"],
        [*room, "paper", "log_sheet", "--output", str(tmp_path / "log.pdf")],
    )
    assert codes == [0] * 6
    assert "dutydesk.cli.main" in names
    assert not {name for name in names if name.split(".")[0] in {"PySide6", "shiboken6"}}
    assert not {name for name in names if name.startswith(("dutydesk.ui", "dutydesk.app"))}


def test_the_desk_never_imports_the_command_line(tmp_path: Path) -> None:
    codes, names = modules_loaded_by(
        ["--data", str(tmp_path)],
        before="import dutydesk.app.start\ndutydesk.app.start.run = lambda options: 7\n",
    )
    assert codes == [7]
    assert "PySide6" in names
    assert not {name for name in names if name.startswith("dutydesk.cli")}


def test_main_py_passes_the_exit_code_on(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "--data", str(tmp_path / "none"), "--json", "log", "list"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 3
    assert json.loads(done.stdout)["error"]["code"]
