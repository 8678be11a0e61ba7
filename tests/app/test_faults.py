"""Faults: logged without what people said, told once, and the desk goes on."""

import logging
import subprocess
import sys
import threading

import pytest

from dutydesk.app import faults
from dutydesk.app.faults import FaultWatch, begin_log, end_log
from dutydesk.store.verify import verify
from tests.app.conftest import ROOT


@pytest.fixture
def watch(qtbot):
    made = FaultWatch()
    made.install()
    yield made
    made.remove()


@pytest.fixture
def log_file(tmp_path):
    file = begin_log(tmp_path / "log")
    yield file
    end_log()


def fail(words="李某 19900007531"):
    raise KeyError(words)


def caught(words="李某 19900007531"):
    try:
        fail(words)
    except KeyError as error:
        return type(error), error, error.__traceback__


def test_a_fault_is_told_and_logged_without_its_words(watch, log_file, qtbot):
    with qtbot.waitSignal(watch.found) as told:
        sys.excepthook(*caught())
    assert isinstance(told.args[0], KeyError)
    text = log_file.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "test_faults.py" in text
    assert "李某" not in text
    assert "7531" not in text
    assert text.isascii()


def test_the_same_fault_is_told_once_and_logged_each_time(watch, log_file, qtbot):
    told = []
    watch.found.connect(told.append)
    for _ in range(3):
        watch.take(*caught())
    qtbot.wait(50)
    assert len(told) == 1
    assert log_file.read_text(encoding="utf-8").count("KeyError") == 3


def test_a_fault_of_another_thread_arrives_here(watch, qtbot):
    with qtbot.waitSignal(watch.found):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()


def test_an_interrupt_is_no_fault(watch, monkeypatch):
    seen = []
    monkeypatch.setattr(watch, "_before", lambda *what: seen.append(what[0]))
    watch.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]


def test_the_hook_is_given_back():
    before = sys.excepthook
    watch = FaultWatch()
    watch.install()
    watch.remove()
    assert sys.excepthook is before


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    begin_log(tmp_path / "file")
    assert not faults.log.handlers
    end_log()


def test_the_log_stays_small(log_file):
    handler = logging.getLogger("dutydesk").handlers[-1]
    assert handler.maxBytes * (handler.backupCount + 1) < 4 << 20


# Rotates the log as a bad night would, opens the room as its next reading would, and crashes.
_CRASH = """
import faulthandler, sys
from pathlib import Path
from dutydesk.app import faults
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import NewRoom
place = Path(sys.argv[1])
faults.begin_log(place / "logs")
for _ in range(9000):
    faults.log.info("x" * 60)
room = create_room(place / "room", NewRoom("x"))
held = [open(place / str(number), "wb") for number in range(9)]
faulthandler._sigsegv()
"""


def test_a_crash_after_a_long_night_is_reported_and_never_into_another_file(tmp_path):
    code = [sys.executable, "-c", _CRASH, str(tmp_path)]
    crashed = subprocess.run(code, cwd=ROOT, check=False, capture_output=True)
    assert crashed.returncode != 0
    assert b"Segmentation fault" in (tmp_path / "logs" / faults.CRASH_NAME).read_bytes()
    for file in (*tmp_path.glob("[0-9]"), *(tmp_path / "room").iterdir()):
        assert b"Segmentation fault" not in file.read_bytes()
    assert verify(tmp_path / "room" / "room.db").ok


def test_the_crash_report_stays_small(tmp_path):
    file = tmp_path / faults.CRASH_NAME
    file.write_bytes(b"old" * (1 << 18) + b"new")
    begin_log(tmp_path)
    end_log()
    assert file.stat().st_size < 1 << 17
    assert file.read_bytes().endswith(b"new")
