"""The buttons above a record: in one row, or in two where the room is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.folding_row import FoldingRow
from dutydesk.ui.widgets.restyle import set_style


class VerbRow(QWidget):
    """Takes (words, what to do); the first is the one that is wanted most.

    ``is_inset`` keeps it off the edges where the room itself leaves no margin.
    """

    def __init__(
        self,
        theme: Theme,
        verbs: Sequence[tuple[str, Callable[[], object]]],
        parent: QWidget | None = None,
        *,
        is_inset: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme, self._is_inset = theme, is_inset
        self.buttons: list[QPushButton] = []
        self._halves = (QHBoxLayout(), QHBoxLayout())
        for at, (words, handler) in enumerate(verbs):
            button = QPushButton(words)
            button.clicked.connect(handler)
            self.buttons.append(button)
            self._halves[at * 2 // len(verbs)].addWidget(button)
        set_style(self.buttons[0], rank="primary")
        for half in self._halves:
            half.addStretch(1)
        self._row = FoldingRow(*self._halves, stretch=0)
        self._row.setStretch(1, 1)
        self.setLayout(self._row)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.fold(self.width())

    def _restyle(self) -> None:
        theme = self._theme
        inset = (16, 8, 12, 4) if self._is_inset else (0, 0, 0, 0)
        self._row.setContentsMargins(*(theme.px(side) for side in inset))
        for row in (self._row, *self._halves):
            row.setSpacing(theme.px(8))
        self._row.fold(self.width())
