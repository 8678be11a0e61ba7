"""The text of a report while it is written: proposed by the program until a hand changes it."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme

_TEXT_ROWS = 7


class ReportTextPane(QWidget):
    """Holds the text; what was written by hand is never overwritten by a proposal."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_by_hand = False
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName("内容")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        lines = QFontMetrics(theme.font()).lineSpacing() * _TEXT_ROWS
        self.edit.setMinimumHeight(lines + theme.px(16))
        self.edit.textChanged.connect(self._on_text)

    def propose(self, body: str) -> bool:
        """Show what the program proposes, unless a hand has written; tell whether it is shown."""
        if self.is_by_hand:
            return False
        self.edit.blockSignals(True)
        self.edit.setPlainText(body)
        self.edit.blockSignals(False)
        return True

    def _on_text(self) -> None:
        self.is_by_hand = True
