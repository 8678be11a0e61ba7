import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dutydesk.assembly.opening import open_room
from dutydesk.cli.main import build_parser, run
from tests.builders import Command
from tests.cli.asking import NOW, done, head, refused
from tests.habits.source import ROOT

HOLD = (
    "import sys\n"
    "from pathlib import Path\n"
    "from dutydesk.assembly.opening import open_room\n"
    "room = open_room(Path(sys.argv[1]))\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
    "room.close()\n"
)


@pytest.fixture
def held(practice: Command) -> Iterator[Command]:
    """A room that another process holds for writing."""
    words = [sys.executable, "-c", HOLD, str(practice.data)]
    with subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield practice
        holder.stdin.close()


def test_json_may_stand_before_or_behind_the_command(
    practice: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(practice.data)
    for words in (
        ["--json", "--data", data, "--now", NOW, "shift", "show"],
        ["shift", "show", "--now", NOW, "--data", data, "--json"],
        ["shift", f"--data={data}", "show", "--json", f"--now={NOW}"],
    ):
        assert run(words) == 0
        out = capsys.readouterr().out
        assert json.loads(out)["status"] == "none"
        assert out.count("\n") == 1


def test_without_json_people_get_lines_and_a_refusal_stands_on_stderr_alone(
    practice: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(practice.data)]
    assert run([*data, "shift", "show"]) == 0
    assert capsys.readouterr().out == "还没有人接班。\n"
    assert run([*data, "log", "show", "没有"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "没有找到值班记录：没有。请核对后再试。\n"


def test_a_word_behind_a_lone_double_dash_is_text(
    practice: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--data", str(practice.data), "log", "find", "--", "--json"]) == 0
    assert capsys.readouterr().out == "没有找到\n"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("frobnicate",),
        ("log",),
        ("log", "frobnicate"),
        ("log", "list", "--frobnicate"),
        ("log", "list", "--limit", "多"),
        ("log", "list", "--limit"),
        ("log", "add", "--kind", "other"),
        ("log", "find"),
        ("log", "add", "--kind", "other", "--tex", "缩写"),
        ("init", "--unit", "甲", "--rule-set", "country"),
        ("officer", "add", "--name", "甲某", "--role", "admin"),
        ("log", "list", "--now", "昨天"),
        ("log", "list", "--now", "0001-01-01T00:00"),
        ("log", "list", "--data", ""),
    ],
)
def test_a_command_line_that_cannot_be_read_is_refused_in_chinese(
    practice: Command, words: tuple[str, ...]
) -> None:
    before = head(practice)
    assert refused(practice, *words) == (2, "bad_input")
    assert head(practice) == before


def test_bytes_that_are_no_text_are_refused(practice: Command) -> None:
    before = head(practice)
    words = ("log", "add", "--kind", "other", "--text", "半个\udce5字")
    assert refused(practice, *words) == (2, "bad_input")
    assert head(practice) == before


@pytest.mark.parametrize(
    "words",
    [
        ("log", "list"),
        ("log", "find", "燃气"),
        ("log", "add", "--kind", "other", "--text", "甲"),
        ("officer", "list"),
        ("shift", "show"),
        ("open-item", "list"),
        ("paper", "log_sheet", "--output", "x.pdf"),
    ],
)
def test_a_folder_without_a_room_is_trouble_of_the_store(
    command: Command, words: tuple[str, ...]
) -> None:
    assert refused(command, *words, now=None) == (3, "store_missing")
    assert not command.data.exists()


def test_a_room_held_elsewhere_takes_no_writing_command_after_five_seconds(
    held: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    defaults = open_room.__kwdefaults__
    assert defaults is not None
    assert defaults["wait_seconds"] == 5
    monkeypatch.setitem(defaults, "wait_seconds", 0.1)
    before = head(held)
    assert refused(held, "log", "add", "--kind", "other", "--text", "甲") == (3, "locked")
    assert head(held) == before


def test_reading_commands_work_beside_who_holds_the_room(held: Command) -> None:
    assert done(held, "log", "list") == {"entries": []}
    assert done(held, "officer", "list") == {"officers": []}
    assert done(held, "shift", "show")["status"] == "none"
    assert done(held, "open-item", "list", "--all") == {"open_items": []}


@pytest.mark.parametrize(
    "words",
    [
        ("log", "list"),
        ("shift", "show"),
        ("log", "add", "--kind", "other", "--text", "甲"),
        ("officer", "deactivate", "--name", "甲"),
    ],
)
def test_a_real_room_keeps_to_the_machines_clock(command: Command, words: tuple[str, ...]) -> None:
    assert command("init", "--unit", "安和街道办事处值班室")[0] == 0
    before = head(command)
    assert refused(command, *words) == (2, "now_not_allowed")
    assert head(command) == before


def test_a_file_that_is_no_room_is_trouble_of_the_store(command: Command) -> None:
    command.data.mkdir()
    (command.data / "room.db").write_bytes(b"PK\x03\x04 not a database" * 100)
    code, _ = refused(command, "log", "list", now=None)
    assert code == 3


def test_every_command_of_the_core_is_there() -> None:
    (commands,) = [
        action.choices for action in build_parser()._actions if action.dest == "command"
    ]
    assert commands is not None
    assert {"init", "officer", "shift", "log", "open-item", "paper"} <= set(commands)


def test_main_py_of_a_checkout_is_the_same_program(practice: Command, tmp_path: Path) -> None:
    words = ["--data", str(practice.data), "--json", "officer", "list"]
    done_elsewhere = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done_elsewhere.returncode, done_elsewhere.stderr) == (0, "")
    assert json.loads(done_elsewhere.stdout) == {"officers": []}


FULL_DISK = (
    "import os, resource, signal, sys\n"
    "from dutydesk.cli.main import run\n"
    "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    "size = os.path.getsize(sys.argv[1])\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
    "sys.exit(run(sys.argv[2:]))\n"
)


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_an_entry_that_is_on_record_is_not_told_as_lost_when_the_disk_fills_behind_it(
    practice: Command,
) -> None:
    """The file may not grow: the entry is committed to the side file and cannot leave it."""
    data = str(practice.data)
    words = ["--data", data, "--json", "log", "add", "--kind", "other", "--text", "长" * 14_000]
    side = practice.data / "room.db-wal"
    said = []
    while not side.exists():
        told = subprocess.run(
            [sys.executable, "-c", FULL_DISK, str(practice.data / "room.db"), *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        said.append((told.returncode, told.stderr))
    assert set(said) == {(0, "")}
    assert len(done(practice, "log", "list")["entries"]) == len(said)


def test_what_the_program_notes_for_developers_is_not_said_to_people(
    practice: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("dutydesk.store.lock.NOTE_NAME", str(tmp_path / "missing" / "note"))
    monkeypatch.setattr(logging.getLogger("dutydesk"), "propagate", False)
    assert done(practice, "log", "add", "--kind", "other", "--text", "记下")["no"] == 1
