"""The one place where screens hear that the record changed and that time went on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dutydesk.domain.changes import Changes
from dutydesk.domain.clock import Clock


class Hub(QObject):
    """``committed(Changes, initiator)`` after each durable write; ``second`` and ``minute``.

    ``backed_up`` tells how the backup after a handover ended: an AutomaticBackup, or the error.

    The initiator is the widget that wrote, or None: it may skip its own refresh. The desk has
    this one timer; a widget that shows time listens here.
    """

    committed = Signal(object, object)
    backed_up = Signal(object)
    second = Signal(object)
    minute = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._shown_minute: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin to beat once a second."""
        self.beat()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def announce(self, changes: Changes, initiator: QObject | None = None) -> None:
        """Tell all screens what a use case wrote."""
        self.committed.emit(changes, initiator)

    def beat(self) -> None:
        """Tell the time now; called by the timer, and by tests."""
        now = self._clock.now()
        self.second.emit(now)
        minute = now.replace(second=0, microsecond=0)
        if minute != self._shown_minute:
            self._shown_minute = minute
            self.minute.emit(now)
