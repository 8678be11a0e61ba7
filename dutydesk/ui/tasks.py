"""Work beside the window: one ordered lane for the store, a small pool for pure work.

A job gets values and returns values; it touches no widget, model or signal. Its result comes
back on the GUI thread. ``done`` and ``failed`` are bound methods of the widget that asked: when
that widget is gone by then, the result is dropped.
"""

from __future__ import annotations

import logging
import sys
import threading
import weakref
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from queue import SimpleQueue
from types import MethodType
from typing import Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
log = logging.getLogger(__name__)


class RunnerClosedError(Exception):
    """The desk is closing; no new work is taken."""


class JobCancelledError(Exception):
    """Raised inside a long job at its next step after the officer cancelled it."""


class Queue(StrEnum):
    """Where a job runs: in order with all store work, or beside it."""

    LANE = "lane"
    POOL = "pool"


class Watch:
    """What a long job is handed: it reports steps here and stops here when cancelled."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the officer no longer wants the result."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next step; may be called from any thread."""
        self._stop.set()

    def step(self, number: int, total: int, words: str) -> None:
        """Report progress; ``total`` 0 means unknown. Raises JobCancelledError when cancelled."""
        if self._stop.is_set():
            raise JobCancelledError
        self._report(number, total, words)


class Runner(Protocol):
    """Takes jobs; ``failed`` is called with the exception, also for a bug in the job."""

    def submit(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        queue: Queue = Queue.LANE,
    ) -> None:
        """Run a short job; raises RunnerClosedError when the desk is closing."""
        ...

    def submit_long(
        self,
        job: Callable[[Watch], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progress: Callable[[int, int, str], object],
    ) -> Watch:
        """Run a job over half a second on the pool; a cancelled job calls neither callback."""
        ...

    def close(self) -> None:
        """Refuse new jobs, finish the lane, cancel long jobs, deliver what is left."""
        ...


class _Postbox(QObject):
    """Carries calls from worker threads to the GUI thread, in order."""

    _arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._letters: deque[Callable[[], object]] = deque()
        self._arrived.connect(self.empty, Qt.ConnectionType.QueuedConnection)

    def post(self, letter: Callable[[], object]) -> None:
        self._letters.append(letter)
        self._arrived.emit()

    def empty(self) -> None:
        while self._letters:
            self._letters.popleft()()


class LaneRunner:
    """The runner of the desk: one worker thread in order, two beside it for pure work.

    With ``is_held`` the lane begins at :meth:`release`: before the first paint every job would
    only keep the window waiting.
    """

    def __init__(self, *, is_held: bool = False) -> None:
        self._gate = threading.Event()
        if not is_held:
            self._gate.set()
        self._postbox = _Postbox()
        self._lane: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="store-lane", daemon=True)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool")
        self._watches: weakref.WeakSet[Watch] = weakref.WeakSet()
        self._closed = False
        self._thread.start()

    def submit(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        queue: Queue = Queue.LANE,
    ) -> None:
        """Run ``job`` on the lane or the pool and bring its result back."""
        self._refuse_when_closed()
        task = partial(_run, job, _Receiver(done), _Receiver(failed), self._postbox.post)
        if queue is Queue.LANE:
            self._lane.put(task)
        else:
            self._pool.submit(task)

    def submit_long(
        self,
        job: Callable[[Watch], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progress: Callable[[int, int, str], object],
    ) -> Watch:
        """Run ``job`` on the pool with progress and a way to cancel it."""
        self._refuse_when_closed()
        told = _Receiver(progress)
        post = self._postbox.post
        watch = Watch(lambda number, total, words: post(partial(told, number, total, words)))
        self._watches.add(watch)
        task = partial(_run, partial(job, watch), _Receiver(done), _Receiver(failed), post)
        self._pool.submit(task)
        return watch

    def close(self) -> None:
        """Finish the lane, stop the pool, deliver what is left; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        for watch in list(self._watches):
            watch.cancel()
        self._lane.put(None)
        self.release()
        self._thread.join()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._postbox.empty()

    def release(self) -> None:
        """Let a held lane begin."""
        self._gate.set()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise RunnerClosedError

    def _work(self) -> None:
        self._gate.wait()
        while (task := self._lane.get()) is not None:
            task()


class InlineRunner:
    """Runs every job at once on the calling thread; what most tests use."""

    def __init__(self) -> None:
        self._closed = False

    def submit(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        queue: Queue = Queue.LANE,  # noqa: ARG002 - the same signature as the lane
    ) -> None:
        """Run ``job`` now."""
        if self._closed:
            raise RunnerClosedError
        _run(job, _Receiver(done), _Receiver(failed), _call)

    def submit_long(
        self,
        job: Callable[[Watch], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progress: Callable[[int, int, str], object],
    ) -> Watch:
        """Run ``job`` now; it cannot be cancelled from outside, only from ``progress``."""
        if self._closed:
            raise RunnerClosedError
        told = _Receiver(progress)
        watch = Watch(told)
        _run(partial(job, watch), _Receiver(done), _Receiver(failed), _call)
        return watch

    def close(self) -> None:
        """Refuse new jobs."""
        self._closed = True


class _Receiver:
    """A callback that keeps no widget alive and is silent once its widget is gone."""

    def __init__(self, target: Callable[..., object] | None) -> None:
        inner, self._bound = _unwrapped(target)
        self.is_given = target is not None
        self._weak = None
        self._strong = inner
        if isinstance(inner, MethodType) and isinstance(inner.__self__, QObject):
            self._weak = weakref.WeakMethod(inner)
            self._strong = None

    def __call__(self, *values: object) -> None:
        method = self._weak() if self._weak is not None else self._strong
        owner = getattr(method, "__self__", None)
        if isinstance(owner, QObject) and not shiboken6.isValid(owner):
            return
        if method is not None:
            method(*self._bound, *values)


def _unwrapped(
    target: Callable[..., object] | None,
) -> tuple[Callable[..., object] | None, tuple[object, ...]]:
    if isinstance(target, partial) and not target.keywords:
        return target.func, target.args
    return target, ()


def _run(
    job: Callable[[], object],
    done: _Receiver,
    failed: _Receiver,
    post: Callable[[Callable[[], object]], object],
) -> None:
    try:
        result = job()
    except JobCancelledError:
        return
    except Exception as error:  # noqa: BLE001 - the runner is where every failure is handed back
        log.info("job failed: %s", type(error).__name__)
        post(partial(failed, error) if failed.is_given else partial(_unexpected, error))
        return
    post(partial(done, result))


def _unexpected(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def _call(letter: Callable[[], object]) -> None:
    letter()
