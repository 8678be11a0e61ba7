"""Who of the contacts is away, kept at hand: a card says so the moment it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from dutydesk.domain.absence_facts import is_about
from dutydesk.domain.absence_notice import AbsenceNotice
from dutydesk.domain.changes import Changes
from dutydesk.domain.contacts import ContactCard
from dutydesk.ui.desk import Desk
from dutydesk.wording.absence_notice import short_note


class AwayNotes(QObject):
    """Reads after each write and each minute; ``changed`` when others are away than before."""

    changed = Signal()

    def __init__(
        self, desk: Desk, read: Callable[[], Sequence[AbsenceNotice]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._read = desk, read
        self._away: list[AbsenceNotice] = []
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        self.reload()

    def words(self, card: ContactCard) -> str:
        """Return until when somebody is away and who acts, empty for who is there."""
        found = next((one for one in self._away if is_about(one, card)), None)
        return short_note(found, self._desk.clock.now()) if found else ""

    def reload(self) -> None:
        """Read who is away now."""
        self._desk.runner.submit(self._read, done=self._show)

    def _show(self, away: Sequence[AbsenceNotice]) -> None:
        if list(away) != self._away:
            self._away = list(away)
            self.changed.emit()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("absence_notice"):
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()
