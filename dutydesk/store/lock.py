"""One instance writes: an operating-system lock on ``room.lock`` beside a note of who holds it.

The system frees the lock when the process dies, however it dies; the note only informs.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import IO

from dutydesk.domain.errors import StoreLocked, StoreReadOnly
from dutydesk.domain.instants import from_text, to_text
from dutydesk.store.replica import machine_name

LOCK_NAME = "room.lock"
NOTE_NAME = "room.lock.json"

_LOG = logging.getLogger(__name__)

_POLL_SECONDS = 0.1

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class RoomLock:
    """The right to write one room."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    @property
    def is_held(self) -> bool:
        """Tell whether this object holds the room."""
        return self._file is not None

    def take(self, officer: str, now: datetime, *, wait_seconds: float) -> None:
        """Take the room or raise StoreLocked with who holds it; waits up to ``wait_seconds``."""
        try:
            file = (self._folder / LOCK_NAME).open("a+b")
        except OSError as error:
            raise StoreReadOnly(str(self._folder)) from error
        deadline = time.monotonic() + wait_seconds
        while True:
            try:
                _try_lock(file)
                break
            except OSError as error:
                if time.monotonic() >= deadline:
                    file.close()
                    raise self._holder() from error
                time.sleep(_POLL_SECONDS)
        self._file = file
        self.write_note(officer, now)

    def write_note(self, officer: str, now: datetime) -> None:
        """Say who holds the room, for those who wait."""
        note = {
            "machine": machine_name(),
            "officer": officer,
            "since": to_text(now),
            "pid": os.getpid(),
        }
        text = json.dumps(note, ensure_ascii=False)
        try:
            (self._folder / NOTE_NAME).write_text(text, encoding="utf-8")
        except OSError:
            # The note only informs; a full disk must not keep anybody from the record.
            _LOG.warning("the note beside the lock could not be written")

    def release(self) -> None:
        """Let go of the room."""
        if self._file is not None:
            self._drop_note()
            _unlock(self._file)
            self._file.close()
            self._file = None

    def _drop_note(self) -> None:
        try:
            (self._folder / NOTE_NAME).unlink(missing_ok=True)
        except OSError:
            _LOG.warning("the note beside the lock could not be removed")

    def _holder(self) -> StoreLocked:
        try:
            note = json.loads((self._folder / NOTE_NAME).read_text(encoding="utf-8"))
            since = from_text(note["since"])
            return StoreLocked(str(note["machine"]), str(note["officer"]), since, int(note["pid"]))
        except (OSError, ValueError, KeyError, TypeError):
            return StoreLocked("", "", None, 0)
