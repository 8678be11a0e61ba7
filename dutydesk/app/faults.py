"""Faults of the program: written to a log without personal data, told once, and survived.

Rules of this file: the log is English and holds types and places in the code, never the words of
an exception, for those may hold what somebody said on the telephone. What a crash writes goes
straight to a descriptor, so that file is never closed or rotated while the program runs: its
number would soon belong to the room's own file.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

LOG_NAME = "dutydesk.log"
CRASH_NAME = "crash.log"
_BYTES, _KEPT = 512 * 1024, 4
_CRASH_BYTES = 128 * 1024

log = logging.getLogger("dutydesk")

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class FaultWatch(QObject):
    """Takes every exception nobody caught; ``found(Exception)`` on the GUI thread, once a kind.

    A timer that fails every second must not bury the desk in boxes: the same fault at the same
    place is told once and only counted in the log after that.
    """

    found = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[tuple[str, str]] = set()
        self._before: Hook = sys.excepthook
        self._arrived.connect(self.found, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand where uncaught exceptions of this and of other threads arrive."""
        sys.excepthook = self.take
        threading.excepthook = self._take_of_thread

    def remove(self) -> None:
        """Give the place back."""
        sys.excepthook = self._before
        threading.excepthook = threading.__excepthook__

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log an exception and tell it if it is new."""
        if not isinstance(error, Exception):
            self._before(kind, error, trace)
            return
        places = _places(trace)
        log.error("fault %s at %s", kind.__name__, " < ".join(reversed(places)) or "unknown")
        mark = (kind.__name__, places[-1] if places else "")
        if mark not in self._told:
            self._told.add(mark)
            self._arrived.emit(error)

    def _take_of_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)


def _places(trace: TracebackType | None) -> list[str]:
    """Return file, line and function of each frame, without folders of this machine."""
    frames = traceback.extract_tb(trace)
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]


class _CrashReport(logging.NullHandler):
    """Holds the file of the crash report open; logs nothing itself."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        _trim(file)
        self.stream = file.open("ab")
        faulthandler.enable(self.stream)

    def close(self) -> None:
        """Let no crash write any more, then close the file."""
        faulthandler.disable()
        self.stream.close()
        super().close()


def _trim(file: Path) -> None:
    """Keep the newer half of a report that has grown; reports are few and short."""
    if file.exists() and file.stat().st_size > _CRASH_BYTES:
        file.write_bytes(file.read_bytes()[-_CRASH_BYTES // 2 :])


def begin_log(folder: Path) -> Path:
    """Write the log of the program into ``folder``, a few files of half a megabyte at most.

    A folder that cannot be written leaves the desk without a log, which is no reason to stop.
    """
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - not before the first paint

    file = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return file
    with suppress(OSError):
        log.addHandler(_CrashReport(folder / CRASH_NAME))
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    return file


def end_log() -> None:
    """Close the files of the log."""
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
