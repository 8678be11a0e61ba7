"""Reads a month for its room: the seats first, then what the check finds.

The check looks back more than a year, so it runs beside the lane: no entry of the log waits for
it. Of several changes in a row only the last is checked.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from dutydesk.domain.roster import RosterFinding
from dutydesk.domain.roster_view import RosterView
from dutydesk.services.roster import RosterService
from dutydesk.ui.tasks import Queue, Runner


class MonthReading(QObject):
    """``shown(view)`` once the seats are read and once they are checked; ``failed(error)``."""

    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, service: RosterService, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._service = runner, service
        self._asked = 0
        self._is_checking = False
        self._view: RosterView | None = None

    def ask(self, month: date) -> None:
        """Read a month; whatever was asked for before is dropped."""
        self._asked += 1
        job = partial(self._service.month, month, is_checked=False)
        done = partial(self._read, self._asked)
        self._runner.submit(job, done=done, failed=self._refused)

    def _read(self, asked: int, view: RosterView) -> None:
        if asked != self._asked:
            return
        known = self._view
        if known is not None and known.month.id == view.month.id and view.slots:
            # What was found stands until the check tells otherwise, so that no mark flickers.
            view = replace(view, findings=known.findings)
        self._view = view
        self.shown.emit(view)
        if not view.is_checked and not self._is_checking:
            self._check(view)

    def _check(self, view: RosterView) -> None:
        self._is_checking = True
        job = partial(self._service.check, view.days[0].day, view.days[-1].day)
        done, failed = partial(self._checked, view), self._not_checked
        self._runner.submit(job, done=done, failed=failed, queue=Queue.POOL)

    def _checked(self, of: RosterView, found: tuple[RosterFinding, ...]) -> None:
        self._is_checking = False
        view = self._view
        if view is of:
            self._view = replace(of, findings=found, is_checked=True)
            self.shown.emit(self._view)
        elif view is not None and not view.is_checked:
            self._check(view)

    def _not_checked(self, error: Exception) -> None:
        self._is_checking = False
        self._refused(error)

    def _refused(self, error: Exception) -> None:
        self.failed.emit(error)
