"""A field to search in: a cross of the theme's own empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

_GAP = 2


class SearchEdit(QLineEdit):
    """Qt's own cross has one colour and one size, and stands below the middle."""

    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.cross = QToolButton(self)
        self.cross.setAccessibleName("清空")
        self.cross.setToolTip("清空")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        set_style(self.cross, rank="quiet")
        self.cross.hide()
        self.cross.clicked.connect(self.clear)
        self.textChanged.connect(self._show_cross)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _show_cross(self, text: str) -> None:
        self.cross.setVisible(bool(text))

    def _place(self) -> None:
        side = self._theme.measure("target")
        gap = self._theme.px(_GAP)
        self.cross.setGeometry(self.width() - side - gap, (self.height() - side) // 2, side, side)

    def _restyle(self) -> None:
        self.cross.setIcon(self._theme.icon("x"))
        self.setTextMargins(0, 0, self._theme.measure("target") - self._theme.px(_GAP), 0)
        self._place()
