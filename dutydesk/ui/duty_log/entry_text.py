"""The field for the content of an entry: Enter hands it in, Shift+Enter begins a line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from dutydesk.ui.theme import Theme
from dutydesk.wording.duty_log import ENTRY_FIELD

_ROWS = 2


class EntryText(QPlainTextEdit):
    """``submitted`` on Enter; Tab goes on to the next field."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setAccessibleName(ENTRY_FIELD["text"])
        self.setPlaceholderText("内容。Enter 记下，Shift+Enter 换行")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        line = QFontMetrics(self._theme.font()).lineSpacing()
        self.setFixedHeight(_ROWS * line + self._theme.px(16))
