"""How the inputs of the quick entry stand: three rows, cut in two where space is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme

# The least width of a field to type in, at 100 % type.
LEAST = 140
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True, slots=True)
class Places:
    """Which inputs stand where, each row from the left; ``who`` and ``beside`` take the space."""

    when: Sequence[QWidget]
    who: Sequence[tuple[QWidget, int]]
    text: QWidget
    beside: Sequence[QWidget]
    end: Sequence[QWidget]


class EntryRows(QVBoxLayout):
    """When and who above, the text, what was done and the button below."""

    def __init__(self, parent: QWidget, theme: Theme, places: Places) -> None:
        super().__init__(parent)
        self._theme, self._count = theme, len(places.beside)
        self._optional = places.beside
        self._when, self._who, self._beside, self._end = (QHBoxLayout() for _ in range(4))
        for row, widgets in ((self._when, places.when), (self._end, places.end)):
            for widget in widgets:
                row.addWidget(widget)
        for widget, stretch in places.who:
            self._who.addWidget(widget, stretch)
        for widget in places.beside:
            self._beside.addWidget(widget, 1)
        self.top, self.low = QBoxLayout(_BESIDE), QBoxLayout(_BESIDE)
        self.top.addLayout(self._when)
        self.top.addLayout(self._who, 1)
        self.low.addLayout(self._beside, 1)
        self.low.addLayout(self._end)
        self.setContentsMargins(0, 0, 0, 0)
        self.addLayout(self.top)
        self.addWidget(places.text)
        self.addLayout(self.low)

    def fold(self, *, is_folded: bool) -> None:
        """Leave out what need not be filled in, so that more of the log is in sight."""
        for widget in self._optional:
            widget.setVisible(not is_folded)
        # Alone in its row the button keeps its size and its place at the right.
        right = Qt.AlignmentFlag.AlignRight
        self.low.setAlignment(self._end, right if is_folded else Qt.AlignmentFlag(0))

    def arrange(self, width: int) -> None:
        """Put the second half of a row below the first where both do not fit."""
        gap = self.spacing()
        least = (self._theme.px(LEAST) + gap) * self._count
        top = self._when.sizeHint().width() + self._who.minimumSize().width() + gap
        low = self._end.sizeHint().width() + least
        for row, need in ((self.top, top), (self.low, low)):
            row.setDirection(_BESIDE if need <= width else _BELOW)

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        rows = (self, self.top, self.low, self._when, self._who, self._beside, self._end)
        for layout in rows:
            layout.setSpacing(self._theme.px(8))
