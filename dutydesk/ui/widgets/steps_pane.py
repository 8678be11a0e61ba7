"""What became of the selected record, below its list: lines to read, never to change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

_LINES = 7
# Below this height of the room, at 100 % type, the list needs all of it.
_LOW = 320


class StepsPane(QWidget):
    """A head and lines under it; Tab comes here to scroll, and goes on."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.head, self.lines = QLabel(name), QPlainTextEdit()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(name)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_style(self.head, tone="muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.lines, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_steps(self, head: str, lines: Sequence[str]) -> None:
        """Show other lines; the same ones again leave the place where somebody reads."""
        self.head.setText(head)
        text = "\n".join(lines)
        if text != self.lines.toPlainText():
            self.lines.setPlainText(text)

    def has_room(self, height: int) -> bool:
        """Tell whether a room of this height has a place for it beside its list."""
        return height >= self._theme.px(_LOW)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(4))
        self.lines.setFont(self._theme.font())
        line = self.lines.fontMetrics().lineSpacing()
        self.lines.setMaximumHeight(line * _LINES + self._theme.px(16))
        self.lines.setMinimumHeight(line * 2 + self._theme.px(16))
