"""The time an empty quick entry shows: that of now, unless a key press took one for a call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.entry_fields import EntryFields

# After this an F2 with nothing typed behind it was for a call that came to nothing.
_F2_HOLDS = timedelta(minutes=10)


class IdleTime(QObject):
    """Follows the clock each minute while nothing was typed."""

    def __init__(self, desk: Desk, fields: EntryFields, is_empty: Callable[[], bool]) -> None:
        super().__init__(fields)
        self._desk, self._fields, self._is_empty = desk, fields, is_empty
        self._begun_at = desk.clock.now()
        desk.hub.minute.connect(self._on_minute)

    def begin(self) -> None:
        """Take the time of this key press for the call that is answered now."""
        self._fields.time.take()
        self._begun_at = self._desk.clock.now()

    def _on_minute(self, now: datetime) -> None:
        """Let an empty form show no old time, unless somebody is at that very field."""
        time = self._fields.time
        if not self._is_empty() or time.edit.hasFocus():
            return
        is_forgotten = time.is_now and now - self._begun_at > _F2_HOLDS
        if not time.is_taken or is_forgotten:
            time.propose()
