"""Simulated power cuts: what may be on disk when the plug is pulled at any moment.

A recording VFS notes every write, truncate, delete and sync. What was synced is on disk; of the
rest each 512-byte sector is there or not, and a delete without a later sync may come back.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512

Op = tuple[Any, ...]


class RecordingFile(apsw.VFSFile):
    def __init__(self, log: list[Op], name: Any, flags: list[int]) -> None:
        text = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._log, self._name = log, Path(text).name if text else "temp"
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 -- apsw's name
        self._log.append(("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802 -- apsw's name
        self._log.append(("truncate", self._name, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802 -- apsw's name
        self._log.append(("sync", self._name))
        super().xSync(flags)


class RecordingVFS(apsw.VFS):
    def __init__(self, name: str) -> None:
        self.log: list[Op] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> RecordingFile:  # noqa: N802 -- apsw's name
        return RecordingFile(self.log, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802 -- apsw's name
        self.log.append(("delete", Path(name).name, sync))
        super().xDelete(name, sync)


class RecordingConnection:
    """Stands between a store and its writer and keeps every statement with its values."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.statements: list[tuple[str, tuple[object, ...]]] = []

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        self.statements.append((sql, tuple(parameters)))
        return self._real.execute(sql, parameters)

    @property
    def in_transaction(self) -> bool:
        return bool(self._real.in_transaction)

    def close(self) -> None:
        self._real.close()


def replayed(
    file: Path, pragmas: Sequence[str], statements: Sequence[tuple[str, tuple[object, ...]]]
) -> list[Op]:
    """Run a session again on the recording VFS; returns the disk operations with acks between."""
    vfs = RecordingVFS(f"recording-{file.parent.name}")
    connection = apsw.Connection(str(file), vfs=f"recording-{file.parent.name}")
    for pragma in pragmas:
        connection.execute(pragma).fetchall()
    acknowledged, is_entry = 0, False
    for sql, values in statements:
        connection.execute(sql, values).fetchall()
        is_entry |= sql.startswith("INSERT INTO log_entry")
        if sql == "COMMIT":
            acknowledged += is_entry
            is_entry = False
            vfs.log.append(("ack", "", acknowledged))
    log = list(vfs.log)
    connection.close()
    vfs.unregister()
    return log


@dataclass
class Disk:
    """What is on disk for certain, what the program sees, and what is still on its way."""

    durable: dict[str, bytes]
    live: dict[str, bytearray] = field(default_factory=dict)
    pending: dict[str, list[Op]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    acknowledged: int = 0

    def __post_init__(self) -> None:
        self.live = {name: bytearray(data) for name, data in self.durable.items()}

    def apply(self, op: Op) -> None:
        kind, name = op[0], op[1]
        if kind == "ack":
            self.acknowledged = op[2]
        elif kind == "sync":
            # A journalling file system commits earlier directory changes with any later sync.
            for lost in self.gone:
                self.durable.pop(lost, None)
            self.gone.clear()
            self.durable[name] = bytes(self.live.get(name, b""))
            self.pending[name] = []
        elif kind == "delete":
            self.live.pop(name, None)
            self.pending[name] = []
            if op[2]:
                self.durable.pop(name, None)
            else:
                self.gone.add(name)
        else:
            put(self.live.setdefault(name, bytearray()), op)
            self.pending.setdefault(name, []).append(op)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that may be found when power comes back."""
        durable = dict(self.durable)
        for name in self.gone:
            if chance.random() < 0.5:
                durable.pop(name, None)
        files = {}
        for name in sorted(set(durable) | set(self.live)):
            data = bytearray(durable.get(name, b""))
            self._perhaps(name, data, chance)
            if name in durable or data:
                files[name] = bytes(data)
        return files

    def _perhaps(self, name: str, data: bytearray, chance: random.Random) -> None:
        """Apply none, some or all of the sectors that were on their way."""
        kept = chance.choice((0.0, 0.5, 1.0))
        for op in self.pending.get(name, []):
            if op[0] == "truncate":
                if kept:
                    put(data, op)
                continue
            for start in range(0, len(op[3]), SECTOR):
                if chance.random() < kept:
                    put(data, ("write", name, op[2] + start, op[3][start : start + SECTOR]))


def put(data: bytearray, op: Op) -> None:
    if op[0] == "truncate":
        del data[op[2] :]
        return
    end = op[2] + len(op[3])
    data.extend(bytes(max(0, end - len(data))))
    data[op[2] : end] = op[3]


def states(
    start: dict[str, bytes], log: list[Op], cuts: int, chance: random.Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Yield (entries acknowledged before the cut, files found after it) for random moments."""
    moments = sorted(chance.randrange(len(log)) for _ in range(cuts))
    disk, done = Disk(start), 0
    for moment in moments:
        for op in log[done:moment]:
            disk.apply(op)
        done = max(done, moment)
        yield disk.acknowledged, disk.after_a_cut(chance)


@dataclass
class Tally:
    """What a series of cuts did."""

    states: int = 0
    damaged: int = 0
    lost: int = 0


def tally(
    found: Iterator[tuple[int, dict[str, bytes]]],
    folder: Path,
    reopen: Callable[[Path], int | None],
) -> Tally:
    """Lay each state out as files and reopen it; ``reopen`` counts entries, None is damage."""
    result = Tally()
    for acknowledged, files in found:
        result.states += 1
        for old in folder.iterdir():
            old.unlink()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        entries = reopen(folder / "room.db")
        if entries is None:
            result.damaged += 1
        elif entries < acknowledged:
            result.lost += 1
    return result
