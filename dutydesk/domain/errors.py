"""The two families of expected failure: a refusal of the rules, and trouble with the store.

Exceptions carry facts; the Chinese sentence for each class stands in ``dutydesk.wording``.
Anything outside these families is a bug.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from dutydesk.domain.dataclass import dataclass

_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


class _CodedError(Exception):
    """An exception whose class name gives its code: ``RoomExists`` -> ``room_exists``.

    A class whose code is promised to scripts under another word says so in its body.
    """

    code: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        if "code" not in vars(cls):
            cls.code = _WORD_START.sub("_", cls.__name__).lower()


class Refusal(_CodedError):
    """A rule or the input says no; nothing was changed (exit code 2)."""


class StoreError(_CodedError):
    """The environment of the record says no: disk, file, lock (exit code 3)."""


@dataclass(eq=False)
class BadInput(Refusal):
    """A value that cannot be read: ``field`` is the glossary name, ``value`` what was given."""

    field: str
    value: str


@dataclass(eq=False)
class NotAmong(Refusal):
    """A value that is none of those allowed; no guess is made."""

    code: ClassVar[str] = "bad_input"
    field: str
    value: str
    allowed: tuple[str, ...]


@dataclass(eq=False)
class BadForm(Refusal):
    """A value that is not written as ``example`` is."""

    code: ClassVar[str] = "bad_input"
    field: str
    value: str
    example: str


@dataclass(eq=False)
class CommandUnclear(Refusal):
    """A command line that cannot be read; ``problem`` says why, in words."""

    code: ClassVar[str] = "bad_input"
    problem: str


@dataclass(eq=False)
class TextBroken(Refusal):
    """Half a character, of a damaged paste; ``place`` counts the characters up to it."""

    place: int


@dataclass(eq=False)
class RecordUnknown(Refusal):
    """No record of ``kind`` (a table name) has this id, number or name."""

    kind: str
    key: str


@dataclass(eq=False)
class RoomExists(Refusal):
    """``init`` was asked for a folder that already holds a room."""

    folder: str


@dataclass(eq=False)
class NowNotAllowed(Refusal):
    """``--now`` was given for a room that is not a practice room."""


@dataclass(eq=False)
class StoreMissing(StoreError):
    """The data folder holds no room file."""

    path: str


@dataclass(eq=False)
class NotARoom(StoreError):
    """The file is no DutyDesk room."""

    path: str


@dataclass(eq=False)
class StoreTooNew(StoreError):
    """The file was written by a newer program: its schema version is above ours."""

    found: int
    known: int


@dataclass(eq=False)
class StoreTooOld(StoreError):
    """The file has an older schema and cannot be migrated now, since it is only read."""

    found: int
    known: int


@dataclass(eq=False)
class StoreLocked(StoreError):
    """Another instance holds the room; ``since`` is None when its note is unreadable."""

    code: ClassVar[str] = "locked"
    machine: str
    officer: str
    since: datetime | None
    pid: int


@dataclass(eq=False)
class StoreBusy(StoreError):
    """The file stayed locked by another connection longer than the busy timeout."""


@dataclass(eq=False)
class StoreFull(StoreError):
    """No space left for the write."""

    path: str


@dataclass(eq=False)
class StoreReadOnly(StoreError):
    """The folder, file or opening mode does not allow writing."""

    path: str


@dataclass(eq=False)
class StoreDamaged(StoreError):
    """A page or the whole file cannot be read as SQLite."""

    path: str
    detail: str


@dataclass(eq=False)
class StoreOnNetwork(StoreError):
    """The folder lies on a network drive, where WAL cannot keep its promise."""

    path: str
    filesystem: str


@dataclass(eq=False)
class StoreUnreadable(StoreError):
    """The operating system refused to open or write the file for another reason."""

    path: str
    detail: str


@dataclass(eq=False)
class StoreNotMigrated(StoreError):
    """A migration failed and was taken back: the room is as the older program left it."""

    path: str
    step: str
    detail: str


@dataclass(eq=False)
class AnswerNotWritten(StoreError):
    """The command was carried out, but its answer could not be written."""

    detail: str


@dataclass(eq=False)
class BackupFailed(StoreError):
    """A backup was written but did not pass its own check, or could not be written."""

    path: str
    detail: str
