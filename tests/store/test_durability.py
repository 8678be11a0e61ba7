"""Promise: what was acknowledged is on record, whatever happens to the program or the plug."""

import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from dutydesk.assembly.opening import create_room, open_room, read_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor
from dutydesk.domain.verification import ChainPoint
from dutydesk.store import database, driver, verify
from dutydesk.store.chain import check_chain
from tests.builders import draft
from tests.store.crash_states import RecordingConnection, Tally, replayed, states, tally

KILLS = 120
CUTS = 1000
ENTRIES = 160

posix = pytest.mark.skipif(os.name != "posix", reason="fork and kill -9 are POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_room(tmp_path / "room", NewRoom("安和街道", is_practice=True)).close()
    return tmp_path / "room"


class Writers:
    """The process that forks writers; one at a time."""

    def __init__(self, folder: Path) -> None:
        script = Path(__file__).with_name("writer_server.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._rest = b""

    @property
    def _out(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def start(self) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        self._process.stdin.flush()
        return int(self._until("pid")[-1][1])

    def first_saved(self) -> list[tuple[str, str]]:
        return self._until("saved")

    def kill(self, pid: int) -> list[tuple[str, str]]:
        os.kill(pid, signal.SIGKILL)
        return self._until("dead")

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._out.close()

    def _until(self, word: str) -> list[tuple[str, str]]:
        said: list[tuple[str, str]] = []
        while not said or said[-1][0] != word:
            ready, _, _ = select.select([self._out], [], [], 20)
            assert ready, f"no {word} within 20 s"
            self._rest += os.read(self._out.fileno(), 1 << 16)
            *lines, self._rest = self._rest.split(b"\n")
            said += [tuple(line.decode().split(" ")) for line in lines]  # type: ignore[misc]  # two words
            if any(first == word for first, _ in said):
                break
        return said


@pytest.fixture
def writers(folder: Path) -> Iterator[Writers]:
    made = Writers(folder)
    yield made
    made.close()


@posix
def test_a_hundred_kills_lose_nothing_damage_nothing_and_write_nothing_twice(
    folder: Path, writers: Writers
) -> None:
    chance = random.Random(7)  # noqa: S311 -- not a secret, it must repeat
    path = folder / "room.db"
    checked, acknowledged = ChainPoint(), 0
    for _ in range(KILLS):
        pid = writers.start()
        said = writers.first_saved()
        time.sleep(chance.uniform(0, 0.04))
        said += writers.kill(pid)
        saved = [one for word, one in said if word == "saved"]
        drafts = [one for word, one in said if word == "draft"]
        typed = [one for word, one in said if word == "typed"][-1]
        acknowledged += len(saved)
        reader = database.open_reader(path)
        assert reader.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        checked, problems = check_chain(reader, checked)
        assert problems == []
        assert missing(reader, "log_entry", saved) == []
        assert missing(reader, "draft", drafts) == []
        reader.close()
        answer_the_last(folder, typed)
    assert acknowledged >= KILLS
    assert verify.verify(path).ok


def missing(reader: driver.Connection, table: str, ids: list[str]) -> list[str]:
    found = {row[0] for row in reader.execute(f"SELECT id FROM {table}")}
    return [one for one in ids if one not in found]


def answer_the_last(folder: Path, typed: str) -> None:
    """The officer presses Enter again on what may have been written: it stands once."""
    room = open_room(folder, wait_seconds=0)
    again = DraftEntry(
        id=typed, kind=EntryKind.INCOMING_CALL, text="再按一次", at=room.clock.now()
    )
    room.duty_log.record(again, by=Actor("cli"))
    with room.store.reading() as tables:
        assert tables.duty_log.by_id(typed) is not None
    room.close()


@posix
def test_twenty_backups_beside_a_writer_at_full_speed_are_all_good(
    folder: Path, writers: Writers, tmp_path: Path
) -> None:
    pid = writers.start()
    writers.first_saved()
    room = read_room(folder)
    heads = set()
    for number in range(20):
        writers.first_saved()  # a full pipe would stop the writer
        made = room.backup.backup_now(tmp_path / f"backup{number}")
        heads.add(made.journal_head)
        assert verify.verify(Path(made.path)).ok
    room.close()
    writers.kill(pid)
    assert len(heads) > 15, "the writer must have written between the backups"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[tuple[str, tuple]]]:
    """A room's file and every statement of a real store session on it."""
    folder = tmp_path_factory.mktemp("session") / "room"
    create_room(folder, NewRoom("安和街道", is_practice=True)).close()
    start = (folder / "room.db").read_bytes()
    room = open_room(folder)
    recording = RecordingConnection(database.open_writer(room.store.path))
    room.store.adopt(recording)  # type: ignore[arg-type]  # stands in for the driver's
    for number in range(ENTRIES):
        room.duty_log.record(draft(room, f"燃气异味{number}"), by=Actor("cli"), open_item=True)
    room.close()
    return start, recording.statements


def cut(
    session: tuple[bytes, list[tuple[str, tuple]]], place: Path, pragmas: list[str], cuts: int
) -> Tally:
    start, statements = session
    live, dead = place / place.name, place / "dead"
    live.mkdir()
    dead.mkdir()
    (live / "room.db").write_bytes(start)
    log = replayed(live / "room.db", pragmas, statements)
    chance = random.Random(3)  # noqa: S311 -- not a secret, it must repeat
    found = states({"room.db": start}, log, cuts, chance)
    return tally(found, dead, reopened)


def reopened(path: Path) -> int | None:
    """Count the entries that a restarted program finds; None when the room is damaged."""
    try:
        connection = driver.connect(str(path), isolation_level=None)
    except driver.Error:
        return None
    try:
        if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            return None
        if check_chain(connection)[1]:
            return None
        return int(connection.execute("SELECT count(*) FROM log_entry").fetchone()[0])
    except driver.Error:
        return None
    finally:
        connection.close()


def pragmas_with(**changes: str) -> list[str]:
    """The store's own pragmas, some of them changed for a control; small logs checkpoint often."""
    wanted = [*database.WRITER_PRAGMAS, "PRAGMA wal_autocheckpoint = 200"]
    return [
        re.sub(rf"{name} = \w+", f"{name} = {value}", pragma)
        for pragma in wanted
        for name, value in [next(((n, v) for n, v in changes.items() if n in pragma), ("-", ""))]
    ]


def test_a_power_cut_at_any_moment_loses_nothing_acknowledged(session, tmp_path: Path) -> None:
    result = cut(session, tmp_path, pragmas_with(), CUTS)
    assert (result.states, result.damaged, result.lost) == (CUTS, 0, 0)


def test_the_same_cuts_do_lose_entries_without_full_sync(session, tmp_path: Path) -> None:
    result = cut(session, tmp_path, pragmas_with(synchronous="NORMAL"), CUTS // 4)
    assert result.damaged == 0
    assert result.lost > CUTS // 16


def test_the_same_cuts_damage_a_room_without_any_sync(session, tmp_path: Path) -> None:
    pragmas = pragmas_with(synchronous="OFF", journal_mode="DELETE")
    assert cut(session, tmp_path, pragmas, CUTS // 4).damaged > CUTS // 16


def test_the_standard_sqlite_never_opens_the_live_file(tmp_path: Path) -> None:
    code = """
import sys
opened = []
def hook(event, args):
    if event.startswith("sqlite3."):
        opened.append(args)
sys.addaudithook(hook)
from dutydesk.launcher import main
for words in (["init", "--unit", "安和", "--practice"],
              ["log", "add", "--kind", "patrol", "--text", "巡查"],
              ["log", "find", "巡查"], ["verify"], ["backup", sys.argv[1] + "/b"]):
    try:
        main(["--data", sys.argv[1] + "/room", *words])
    except SystemExit as left:
        assert not left.code, words
from sqlcipher3 import dbapi2
import sqlite_utils.utils
print("HOOKED", opened, sqlite_utils.utils.sqlite3.sqlite_version == dbapi2.sqlite_version)
import sqlite3
sqlite3.connect(":memory:").close()
print("HOOK WORKS", len(opened) > 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.stdout.splitlines()[-2:] == ["HOOKED [] True", "HOOK WORKS True"]


@posix
@pytest.mark.parametrize("moment", [0.05, 0.15, 0.3, 0.45, 0.6])
def test_a_killed_init_leaves_a_whole_room_or_none(tmp_path: Path, moment: float) -> None:
    root = Path(__file__).resolve().parents[2]
    words = [sys.executable, "main.py", "--data", str(tmp_path / "room"), "init", "--unit", "安和"]
    process = subprocess.Popen(words, cwd=root, stdout=subprocess.DEVNULL)
    time.sleep(moment)
    process.kill()
    process.wait()
    if not (tmp_path / "room" / "room.db").exists():
        subprocess.run(words, cwd=root, check=True, stdout=subprocess.DEVNULL)
    assert verify.verify(tmp_path / "room" / "room.db").ok
    room: DutyRoom = open_room(tmp_path / "room", wait_seconds=0)
    assert room.settings.room().unit == "安和"
    room.close()


def test_a_plain_copy_of_a_live_file_is_not_a_backup_but_ours_is(folder: Path) -> None:
    room = open_room(folder)
    room.duty_log.record(draft(room), by=Actor("cli"))
    shutil.copyfile(folder / "room.db", folder / "plain.db")
    made = room.backup.backup_now(folder / "kept")
    with room.store.reading() as tables:
        head = tables.journal.head()
    room.close()
    assert made.journal_head == head
    assert verify.verify(folder / "plain.db").journal_head != head
