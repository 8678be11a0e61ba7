"""The store: commit, search, chain check and backup, at a thousand and a million entries."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.big_room import KEPT, RARE_WORD, copy_of, room_of
from dutydesk.assembly.opening import open_room, read_room
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import Actor
from dutydesk.store import backup, database, driver
from dutydesk.store.chain import FRAMED, check_chain

SMALL, QUICK, FULL = 1_000, 20_000, 1_000_000

TEXT = "万达广场燃气异味，王某反映，已通知街道值班室，现场已设置警戒。"

SEARCH_LIMIT_MS = 20.0


def run(quick: bool) -> list[dict[str, Any]]:
    big = QUICK if quick else FULL
    rows = _commit((SMALL, big), 300 if quick else 1000)
    rows += _search(big, 20 if quick else 60)
    for size in (SMALL, big):
        rows += _chain(size)
    rows.append(_backup(big))
    return rows


def _row(name: str, n: int, pair: tuple[float, float], unit: str, limit: float) -> dict[str, Any]:
    ours, baseline = pair
    return {
        "name": name,
        "n": n,
        "ours": ours,
        "baseline": baseline,
        "unit": unit,
        "limit": limit,
    }


@contextmanager
def _scratch() -> Iterator[Path]:
    """Give a folder on the disk that holds the rooms, for a memory disk would flatter."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        yield Path(folder)


def _commit(sizes: tuple[int, int], rounds: int) -> list[dict[str, Any]]:
    """Record in both rooms and insert one raw row, in turn, so that all meet the same disk."""
    with _scratch() as folder:
        rooms = {size: open_room(copy_of(size, folder / str(size))) for size in sizes}
        raw = _raw(folder / "raw.db")
        spent: dict[int, list[float]] = {size: [] for size in (*sizes, 0)}
        for number in range(rounds + 50):
            times = {size: _timed(_recording(room)) for size, room in rooms.items()}
            times[0] = _timed(lambda: raw.execute("INSERT INTO t (text) VALUES (?)", (TEXT,)))
            if number >= 50:
                for name, seconds in times.items():
                    spent[name].append(seconds)
        raw.close()
        for room in rooms.values():
            room.close()
    p50 = {name: median(seconds) * 1000 for name, seconds in spent.items()}
    flat = (p50[sizes[1]], p50[sizes[0]])
    return [
        *(_row("commit one entry, p50", size, (p50[size], p50[0]), "ms", 3.0) for size in sizes),
        _row("commit stays flat from a thousand entries", sizes[1], flat, "ms", 1.25),
    ]


def _recording(room: DutyRoom) -> Callable[[], object]:
    draft = DraftEntry(
        id=room.duty_log.new_id(), kind=EntryKind.INCOMING_CALL, text=TEXT, at=room.clock.now()
    )
    return lambda: room.duty_log.record(draft, by=Actor("cli"))


def _raw(path: Path) -> driver.Connection:
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
    return connection


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _search(size: int, tries: int) -> list[dict[str, Any]]:
    room = read_room(room_of(size))
    rows = []
    for length in range(1, 7):
        words = _words(room, length, tries)
        spent = sorted(
            _timed(lambda word=word: room.duty_log.find(LogSearch(word))) for word in words
        )
        p95 = spent[int(len(spent) * 0.95)] * 1000
        name = f"search {length} characters, newest 50, p95"
        rows.append(_row(name, size, (p95, SEARCH_LIMIT_MS), "ms", 1.0))
    if size < FULL:
        # The promise is about a million entries; a small log is scanned in no time.
        room.close()
        return rows
    found = room.duty_log.find(LogSearch(RARE_WORD))
    assert 0 < found.total_at_least < 50
    ours = min(_timed(lambda: room.duty_log.find(LogSearch(RARE_WORD))) for _ in range(20))
    scan = min(_timed(lambda: _like(room, found.total_at_least)) for _ in range(2))
    rows.append(_row("search against a LIKE scan", size, (ours * 1000, scan * 1000), "ms", 1 / 50))
    room.close()
    return rows


def _like(room: DutyRoom, hits: int) -> None:
    reader = database.open_reader(room.store.path)
    sql = "SELECT * FROM log_entry WHERE text LIKE ? ORDER BY rowid DESC LIMIT 50"
    assert len(reader.execute(sql, (f"%{RARE_WORD}%",)).fetchall()) == hits
    reader.close()


def _words(room: DutyRoom, length: int, tries: int) -> list[str]:
    """Take pieces out of entries anywhere in the log: what an officer remembers of one."""
    chance = random.Random(length)
    rowids = room.duty_log.all_rowids()
    words = []
    while len(words) < tries:
        rowid = chance.choice(rowids)
        text = room.duty_log.page([rowid])[rowid].entry.text
        run_of_text = chance.choice(text.rstrip("。").split("，"))
        if len(run_of_text) >= length:
            start = chance.randrange(len(run_of_text) - length + 1)
            words.append(run_of_text[start : start + length])
    return words


def _chain(size: int) -> list[dict[str, Any]]:
    """Compare the check with hashing the same bytes: read from the file, and out of memory."""
    reader = database.open_reader(room_of(size) / "room.db")
    tries = 3 if size > QUICK else 20
    ours = min(_timed(lambda: _checked(reader)) for _ in range(tries)) * 1000
    read = min(_timed(lambda: _read_and_hashed(reader)) for _ in range(tries)) * 1000
    framed = [bytes(row[0]) for row in reader.execute(f"SELECT {FRAMED} FROM journal")]
    bare = min(_timed(lambda: _hashed(framed)) for _ in range(tries)) * 1000
    reader.close()
    rows = len(framed)
    return [
        _row("verify the chain, against reading and SHA-256", rows, (ours, read), "ms", 2.5),
        _row("verify the chain, against SHA-256 in memory", rows, (ours, bare), "ms", 2.5),
    ]


def _read_and_hashed(reader: driver.Connection) -> None:
    sha256 = hashlib.sha256
    for prev, body in reader.execute("SELECT prev, CAST(body AS BLOB) FROM journal"):
        sha256(prev + body).digest()


def _checked(reader: driver.Connection) -> None:
    assert check_chain(reader)[1] == []


def _hashed(framed: list[bytes]) -> None:
    sha256 = hashlib.sha256
    for one in framed:
        sha256(one).digest()


def _backup(size: int) -> dict[str, Any]:
    """Compare a verified backup with a plain copy of the file that is forced to disk as well."""
    source = room_of(size) / "room.db"
    with _scratch() as folder:
        room = read_room(source.parent)
        now = room.clock.now()
        ours = min(_timed(lambda: backup.take(source, folder / "b", now)) for _ in range(3))
        plain = min(_timed(lambda: _copied(source, folder / "plain.db")) for _ in range(3))
        room.close()
    return _row("verified backup against a plain file copy", size, (ours, plain), "s", 8.0)


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
