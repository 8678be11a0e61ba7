"""Locks the desk when nobody has touched keyboard or mouse for as long as the unit set."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from dutydesk.domain.changes import Changes
from dutydesk.domain.settings import SettingValue
from dutydesk.ui.desk import Desk
from dutydesk.ui.main_window import DeskWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleLock(QObject):
    """Watches the whole application; draws the curtain only where somebody can open it again."""

    def __init__(
        self,
        window: DeskWindow,
        minutes: Callable[[], SettingValue],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._read, self._clock = window, minutes, clock
        self._minutes = 0
        self._touched = clock()
        desk: Desk = window.desk
        desk.hub.minute.connect(self._on_minute)
        desk.hub.committed.connect(self._on_committed)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._ask()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched = self._clock()
        return False

    def _ask(self) -> None:
        self._window.desk.runner.submit(self._read, done=self._set)

    def _set(self, minutes: SettingValue) -> None:
        self._minutes = minutes if isinstance(minutes, int) else 0

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("setting"):
            self._ask()

    def _on_minute(self, _now: datetime) -> None:
        idle = self._clock() - self._touched
        if self._minutes and idle >= self._minutes * 60 and not self._window.is_locked:
            self._window.desk.runner.submit(
                self._window.services.unlockers, done=self._lock_if_it_can_be_opened
            )

    def _lock_if_it_can_be_opened(self, people: tuple[object, ...]) -> None:
        if people:
            self._window.lock()
