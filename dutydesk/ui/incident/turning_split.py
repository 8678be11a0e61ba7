"""A list beside its detail, or above it where the room is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QSplitter, QWidget

from dutydesk.ui.theme import Theme

_NARROW = 640
_LIST_WIDTH, _HEAD_HEIGHT = 300, 48
_ROWS_ABOVE = 2


class TurningSplit(QSplitter):
    """Turns by its own width; where it was dragged to stays until it turns or type changes."""

    def __init__(self, theme: Theme, rows: QListView, sides: tuple[QWidget, QWidget]) -> None:
        super().__init__()
        self._theme, self._rows = theme, rows
        self._arranged: tuple[bool, int] | None = None
        for side in sides:
            self.addWidget(side)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        is_narrow = self.width() < theme.px(_NARROW)
        if self._arranged == (is_narrow, theme.scale):
            return
        self._arranged = (is_narrow, theme.scale)
        way = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        self.setOrientation(way)
        if is_narrow:
            row = max(1, self._rows.sizeHintForRow(0))
            head = theme.px(_HEAD_HEIGHT) + 2 * theme.measure("focus")
            # One incident is read whole, however low the room is.
            above = min(head + row * _ROWS_ABOVE, max(head + row, self.height() * 2 // 5))
            self.setSizes([above, max(1, self.height() - above)])
        else:
            wide = theme.px(_LIST_WIDTH)
            self.setSizes([wide, max(1, self.width() - wide)])
