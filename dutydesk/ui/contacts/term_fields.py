"""From when until when: two days as a tired hand types them; empty is no limit."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.typed_time import read_typed_day
from dutydesk.ui.theme import Theme

_HINT = "如 2026-07-01"


class TermFields(QWidget):
    """``days`` gives both, raising TypedTimeUnclear."""

    def __init__(self, theme: Theme, since: date | None, until: date | None) -> None:
        super().__init__()
        self.since, self.until = QLineEdit(_shown(since)), QLineEdit(_shown(until))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        for field, word in ((self.since, "任期从"), (self.until, "任期到")):
            field.setAccessibleName(word)
            field.setPlaceholderText(_HINT)
        row.addWidget(self.since, 1)
        row.addWidget(QLabel("至"))
        row.addWidget(self.until, 1)
        self.setFocusProxy(self.since)

    def texts(self) -> tuple[str, str]:
        """Return both as typed."""
        return self.since.text(), self.until.text()

    def days(self, today: date) -> tuple[date | None, date | None]:
        """Return both days; raises TypedTimeUnclear."""
        return _read(self.since.text(), today), _read(self.until.text(), today)


def _shown(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _read(text: str, today: date) -> date | None:
    return read_typed_day(text, today) if text.strip() else None
