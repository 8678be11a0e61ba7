"""Watches the machine's clock while the desk runs: every quarter of a minute, and on waking up."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject

from dutydesk.domain.changes import Done
from dutydesk.domain.clock_change import ClockChange, ClockReading, change_between, time_after
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor
from dutydesk.services.clock_change import ClockChangeService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import clock_change as words

LOOK_EVERY_MS = 15_000
_BY = Actor("program")
_KEY = "clock"

log = logging.getLogger(__name__)


class ClockWatch(QObject):
    """``elapsed_ms`` runs on while the machine sleeps, so that sleep is no change of the clock."""

    def __init__(
        self,
        desk: Desk,
        service: ClockChangeService,
        elapsed_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._elapsed_ms = desk, service, elapsed_ms
        self._seen = self._base = ClockReading(desk.clock.now(), elapsed_ms())
        self._is_bound = False
        self._limit = timedelta(minutes=1)
        # What could not be noted yet, in the order it happened.
        self._pending: list[ClockChange] = []
        desk.hub.second.connect(self._on_second)
        desk.runner.submit(service.behind, done=self._tell_behind, failed=self._failed)

    def steady(self) -> datetime:
        """Return the time as it would be had nobody set the clock since somebody looked at it."""
        return time_after(self._base, self._elapsed_ms())

    def trust(self) -> None:
        """Go by the machine's clock from now on: somebody has looked that it is right."""
        self._base = ClockReading(self._desk.clock.now(), self._elapsed_ms())
        self._is_bound = False
        self._desk.notices.take_down(_KEY)

    def look(self) -> None:
        """Compare the clock with the time that really passed since the last look."""
        now = ClockReading(self._desk.clock.now(), self._elapsed_ms())
        change = change_between(self._seen, now, self._limit)
        self._seen = now
        if change is not None:
            self._tell(words.change_notice(change), change)
            self._pending.append(change)
        if self._is_followed(now):
            self._base, self._is_bound = now, False
        if not self._may_write():
            return
        pending, self._pending = self._pending, []
        for one in pending:
            job = partial(self._service.note, one, by=_BY)
            failed = partial(self._not_noted, one)
            self._desk.runner.submit(job, done=self._noted, failed=failed)

    def _is_followed(self, now: ClockReading) -> bool:
        """Tell whether the steady time goes on from here: small steps, or a date found again."""
        ahead = now.at - self.steady()
        return abs(ahead) <= self._limit or (self._is_bound and ahead > timedelta(0))

    def _on_second(self, _now: datetime) -> None:
        # Counted by the time that runs on: a clock put back must not put the look off.
        if self._elapsed_ms() - self._seen.elapsed_ms >= LOOK_EVERY_MS:
            self._desk.runner.submit(
                self._service.limit, done=self._look_with, failed=self._failed
            )

    def _look_with(self, limit: timedelta) -> None:
        self._limit = limit
        self.look()

    def _may_write(self) -> bool:
        return self._desk.session.seat.may_write

    def _tell_behind(self, change: ClockChange | None) -> None:
        if change is not None:
            # The newest record is the last instant that is sure; the true time is no earlier.
            self._base = ClockReading(change.before, self._base.elapsed_ms)
            self._is_bound = True
            self._tell(words.behind_notice(change), change)

    def _tell(self, text: str, change: ClockChange) -> None:
        """Say it; while the clock lies behind, alarms go by both times until somebody looked."""
        if change.by < timedelta(0):
            text, verb = f"{text}{words.BOTH_TIMES}", words.LOOKED
            notice = Notice(_KEY, NoticeKind.WARNING, text, verb, self.trust, stays=True)
        else:
            notice = Notice(_KEY, NoticeKind.WARNING, text)
        self._desk.notices.put(notice)

    def _noted(self, done: Done[bool]) -> None:
        self._desk.hub.announce(done.changes, self)

    def _not_noted(self, change: ClockChange, error: Exception) -> None:
        """Try again at the next look: a full disk must not make a change of the clock vanish."""
        self._failed(error)
        self._pending.append(change)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        log.warning("the clock could not be looked after: %s", type(error).__name__)
