import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dutydesk.assembly.opening import create_room, open_room, read_room
from dutydesk.assembly.room import NewRoom
from dutydesk.cli.main import run
from dutydesk.domain.errors import StoreLocked
from dutydesk.domain.instants import from_iso
from dutydesk.store import lock as lock_module
from dutydesk.store.lock import LOCK_NAME, NOTE_NAME, RoomLock
from dutydesk.store.replica import machine_name

ROOT = Path(__file__).resolve().parents[2]
NOW = from_iso("2026-11-20T08:30")

HOLD = """
import sys, time
from pathlib import Path
from dutydesk.domain.instants import from_iso
from dutydesk.store.lock import RoomLock
lock = RoomLock(Path(sys.argv[1]))
lock.take("甲某", from_iso("2026-11-20T08:30"), wait_seconds=0)
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""


class Stopwatch:
    """Stands in for ``time`` in the lock: waiting costs nothing and is counted."""

    def __init__(self, asleep: Callable[[], object] = lambda: None) -> None:
        self.passed, self._asleep = 0.0, asleep

    def monotonic(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.passed += seconds
        self._asleep()


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    process.stdout.close()
    return process


def let_go(process: subprocess.Popen[str]) -> None:
    """Let the holder release the room and end."""
    assert process.stdin is not None
    process.stdin.close()
    process.wait()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_room(tmp_path / "room", NewRoom("安和", is_practice=True)).close()
    return tmp_path / "room"


def test_who_comes_second_learns_who_holds_the_room(folder: Path) -> None:
    process = holder(folder)
    with pytest.raises(StoreLocked) as refusal:
        open_room(folder, wait_seconds=0.2)
    facts = refusal.value
    assert (facts.machine, facts.officer) == (machine_name(), "甲某")
    assert (facts.since, facts.pid) == (NOW, process.pid)
    let_go(process)


def test_a_killed_holder_frees_the_room_at_once(folder: Path) -> None:
    process = holder(folder)
    process.send_signal(signal.SIGKILL)
    let_go(process)
    assert (folder / NOTE_NAME).exists(), "its note stays behind and must not matter"
    open_room(folder, wait_seconds=0).close()
    assert not (folder / NOTE_NAME).exists()


def test_a_writer_waits_for_the_room_to_come_free(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = holder(folder)
    watch = Stopwatch(asleep=lambda: let_go(process))
    monkeypatch.setattr(lock_module, "time", watch)
    open_room(folder, wait_seconds=5).close()
    assert 0 < watch.passed < 1, "it takes the room at the first look after it came free"


def test_a_writing_command_waits_five_seconds_then_exits_3_and_says_who(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    process = holder(folder)
    watch = Stopwatch()
    monkeypatch.setattr(lock_module, "time", watch)
    words = ["--data", str(folder), "--json", "log", "add", "--kind", "patrol", "--text", "巡查"]
    assert run(words) == 3
    assert 5 <= watch.passed < 5.2, "the last look is at the end of the five seconds"
    answer = capsys.readouterr()
    assert json.loads(answer.out)["error"]["code"] == "locked"
    assert "甲某" in answer.err
    let_go(process)


@pytest.mark.parametrize(
    "words",
    [
        ["log", "list"],
        ["log", "find", "巡查"],
        ["shift", "show"],
        ["verify"],
        ["rebuild", "--check"],
        ["backup", "kept"],
        ["officer", "list"],
    ],
)
def test_reading_checking_and_backing_up_never_take_the_room(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    room = open_room(folder)
    assert run(["--data", str(folder), *words]) == 0
    with pytest.raises(StoreLocked):
        RoomLock(folder).take("", NOW, wait_seconds=0)
    room.close()


def test_a_second_instance_may_read_beside_the_first(folder: Path) -> None:
    room, reading = open_room(folder), read_room(folder)
    assert reading.settings.room().unit == "安和"
    reading.close()
    room.close()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"machine": "a"}', '{"since": "gestern"}'])
def test_an_unreadable_note_hides_the_name_and_nothing_else(folder: Path, note: str) -> None:
    lock = RoomLock(folder)
    lock.take("甲某", NOW, wait_seconds=0)
    (folder / NOTE_NAME).write_text(note)
    with pytest.raises(StoreLocked) as refusal:
        RoomLock(folder).take("", NOW, wait_seconds=0)
    assert (refusal.value.machine, refusal.value.since) == ("", None)
    lock.release()
    assert not lock.is_held


def test_the_note_follows_the_officer(folder: Path) -> None:
    lock = RoomLock(folder)
    lock.take("甲某", NOW, wait_seconds=0)
    lock.write_note("乙某", NOW)
    note = json.loads((folder / NOTE_NAME).read_text(encoding="utf-8"))
    assert note == {
        "machine": machine_name(),
        "officer": "乙某",
        "since": "2026-11-20T00:30:00Z",
        "pid": os.getpid(),
    }
    lock.release()
    lock.release()
    assert (folder / LOCK_NAME).exists()


def test_both_systems_branches_type_check() -> None:
    for platform in ("win32", "linux"):
        words = [
            "-m",
            "mypy",
            "--platform",
            platform,
            "--follow-imports=silent",
            "--no-warn-unreachable",
        ]
        files = ["dutydesk/store/lock.py", "dutydesk/store/place.py"]
        done = subprocess.run(
            [sys.executable, *words, *files],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_a_note_that_cannot_be_written_keeps_nobody_from_the_record(tmp_path: Path) -> None:
    (tmp_path / NOTE_NAME).mkdir()
    lock = RoomLock(tmp_path)
    lock.take("甲某", from_iso("2026-11-20T08:30"), wait_seconds=0)
    assert lock.is_held
    lock.release()
    assert not lock.is_held
