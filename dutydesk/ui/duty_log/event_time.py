"""The time of an entry: proposed until somebody takes it by key, by hand or with a draft."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dutydesk.domain.clock import Clock
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.duty_log import ENTRY_FIELD


class EventTime(TimeField):
    """Shows the present moment until it is taken."""

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, clock, ENTRY_FIELD["at"], parent)
        self._proposed: str | None = None
        self.edit.textEdited.connect(self._on_hand)

    @property
    def is_taken(self) -> bool:
        """Tell whether the time stands: by F2, by hand or by a draft."""
        return self.text() != self._proposed

    def take(self) -> None:
        """Take the time of this key press for the entry."""
        self.set_now()
        self._proposed = None

    def propose(self) -> None:
        """Show the time of this moment until something is typed."""
        self.set_now()
        self._proposed = self.text()

    def show_kept(self, kept: str, typed: str) -> None:
        super().show_kept(kept, typed)
        self._proposed = None

    def _on_hand(self, _text: str) -> None:
        self._proposed = None
