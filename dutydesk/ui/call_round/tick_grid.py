"""Several boxes to tick, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from dutydesk.ui.theme import Theme

_TICKED = "1"


class TickGrid(QWidget):
    """``changed`` when a box was ticked; kept in a draft by the values ticked."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.boxes = {value: QCheckBox(word) for value, word in choices}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        for box in self.boxes.values():
            box.toggled.connect(self.changed)
        self._lay_out(3)

    def ticked(self) -> tuple[str, ...]:
        """Return the values ticked, in order."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def tick(self, values: Sequence[str]) -> None:
        """Tick exactly these."""
        for value, box in self.boxes.items():
            box.setChecked(value in values)

    def lines(self) -> dict[str, str]:
        """Return what is ticked, for a draft."""
        return {value: _TICKED if box.isChecked() else "" for value, box in self.boxes.items()}

    def load_lines(self, lines: Mapping[str, str]) -> None:
        """Put back what a draft kept."""
        self.tick([value for value, text in lines.items() if text == _TICKED])

    def minimumSizeHint(self) -> QSize:
        widest = max(box.sizeHint().width() for box in self.boxes.values())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap = self._theme.px(12)
        widest = max(box.sizeHint().width() for box in self.boxes.values()) + gap
        self._lay_out(max(1, (self.width() + gap) // widest))

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(4))
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, at // columns, at % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(columns, 1)
