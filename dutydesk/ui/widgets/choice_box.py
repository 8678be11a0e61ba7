"""A drop-down list with a visible arrow in the theme's colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from dutydesk.ui.theme import Theme

_ARROW = 14
_ICON = 16


class ChoiceBox(QComboBox):
    """Chooses one of a few; the wheel scrolls the page under it and never changes the choice."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setIconSize(QSize(self._theme.px(_ICON), self._theme.px(_ICON)))
        # Qt keeps the least width it found with the icons of the former type size.
        self.changeEvent(QEvent(QEvent.Type.StyleChange))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(_ARROW)
        at = QPoint(self.width() - side - self._theme.px(8), (self.height() - side) // 2)
        painter = QPainter(self)
        ink = "icon" if self.isEnabled() else "off"
        painter.drawPixmap(at, self._theme.pixmap("chevron-down", ink, _ARROW))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
