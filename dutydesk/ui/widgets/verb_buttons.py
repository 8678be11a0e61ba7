"""The buttons over a list: in one row, or in two where one does not hold them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.folding_row import FoldingRow


class VerbButtons(QWidget):
    """Two groups of buttons, the second below the first when space is short."""

    def __init__(
        self,
        theme: Theme,
        first: Sequence[QPushButton],
        second: Sequence[QPushButton],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups = (QHBoxLayout(), QHBoxLayout())
        for group, buttons in zip(self._groups, (first, second), strict=True):
            for button in buttons:
                group.addWidget(button)
            group.addStretch(1)
        self._row = FoldingRow(*self._groups, stretch=0)
        self._row.setStretch(1, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._row)
        # The list below gives way, never the buttons.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.fold(self.width())
        self.setMinimumHeight(self._row.sizeHint().height())

    def _restyle(self) -> None:
        for row in (self._row, *self._groups):
            row.setSpacing(self._theme.px(8))
        self._row.fold(self.width())
