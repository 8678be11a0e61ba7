"""Faults of the program: written to a log without personal data, told once, and survived.

Rules of this file: the log is English and holds types and places in the code, never the words of
an exception, for those may hold what somebody said on the telephone.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

LOG_NAME = "dutydesk.log"
_BYTES, _KEPT = 512 * 1024, 4

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
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    if handler.stream is not None:
        faulthandler.enable(handler.stream)
    return file


def end_log() -> None:
    """Close the files of the log."""
    if faulthandler.is_enabled() and log.handlers:
        faulthandler.disable()
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
