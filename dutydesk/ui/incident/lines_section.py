"""A section of the detail pane: lines of words, and buttons for what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style


class LinesSection(QWidget):
    """Lines are replaced as a whole; (words, tone) each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: list[QLabel] = []
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._buttons)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_button(self, words: str, handler: Callable[[], object]) -> QPushButton:
        """Put a button under the lines."""
        button = QPushButton(words)
        button.clicked.connect(handler)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other lines; labels are used again, so that nothing jumps."""
        while len(self._labels) < len(lines):
            label = QLabel()
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.insertWidget(len(self._labels), label)
            self._labels.append(label)
        for at, label in enumerate(self._labels):
            label.setVisible(at < len(lines))
            if at < len(lines):
                words, tone = lines[at]
                label.setText(words)
                set_style(label, tone=tone)

    def texts(self) -> list[str]:
        """Return the lines shown."""
        return [label.text() for label in self._labels if not label.isHidden()]

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(4))
        self._buttons.setSpacing(self._theme.px(8))
