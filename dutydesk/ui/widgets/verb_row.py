"""The buttons above a record: in one row, or in two where the room is narrow.

What is wanted less often stands in the menu of a last button 更多.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

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
        self.more: QPushButton | None = None
        self._allowed: list[Callable[[], bool]] = []
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

    def add(
        self, words: str, handler: Callable[[], object], is_allowed: Callable[[], bool]
    ) -> QAction:
        """Put a verb into 更多; it is grey there while ``is_allowed`` says no."""
        if self.more is None:
            self.more = QPushButton("更多")
            menu = QMenu(self.more)
            menu.aboutToShow.connect(self._allow)
            self.more.setMenu(menu)
            last = self._halves[1]
            last.insertWidget(last.count() - 1, self.more)
        action = self.more.menu().addAction(words)
        action.triggered.connect(handler)
        self._allowed.append(is_allowed)
        return action

    def _allow(self) -> None:
        # Asked of the menu: an action kept in Python may be told dead while it still stands there.
        actions = self.more.menu().actions() if self.more else ()
        for action, is_allowed in zip(actions, self._allowed, strict=True):
            action.setEnabled(is_allowed())

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
