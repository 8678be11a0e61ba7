"""The separate figures of an incident, each in its own field; empty is 正在核实, never 0."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.incident import FIGURES
from dutydesk.domain.typed_amount import AmountUnclear, read_amount
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.casualties import BEING_VERIFIED
from dutydesk.wording.incident import FIGURE

_HINTS = {"loss_yuan": "元，可写万", "burnt_area_m2": "平方米"}


class FigureFields(QWidget):
    """``edited`` at every key; as many columns as the width takes."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self.edits = {name: QLineEdit() for name in FIGURES}
        self._labels = {name: QLabel(FIGURE[name]) for name in FIGURES}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for name, edit in self.edits.items():
            edit.setAccessibleName(FIGURE[name])
            edit.setPlaceholderText(_HINTS.get(name, BEING_VERIFIED))
            edit.setToolTip(f"没有就写 0，还不清楚就空着（{BEING_VERIFIED}）")
            edit.textEdited.connect(self._on_edit)
            self._labels[name].setBuddy(edit)
        theme.changed.connect(self._restyle)
        self._restyle()

    def texts(self) -> dict[str, str]:
        """Return what was typed, by figure."""
        return {name: edit.text() for name, edit in self.edits.items()}

    def load(self, values: Mapping[str, str | int | None]) -> None:
        """Put figures in; None and missing ones leave the field empty."""
        for name, edit in self.edits.items():
            value = values.get(name)
            edit.setText("" if value is None else str(value))
        self._mark()

    def values(self) -> dict[str, int | None]:
        """Return the figures; raises AmountUnclear for the first that cannot be read."""
        return {name: read_amount(name, edit.text()) for name, edit in self.edits.items()}

    def readable(self) -> dict[str, int | None]:
        """Return the figures, leaving out what cannot be read yet."""
        found: dict[str, int | None] = {}
        for name, edit in self.edits.items():
            try:
                found[name] = read_amount(name, edit.text())
            except AmountUnclear:
                continue
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_edit(self, _text: str) -> None:
        self._mark()
        self.edited.emit()

    def _mark(self) -> None:
        readable = self.readable()
        for name, edit in self.edits.items():
            set_style(edit, wrong=name not in readable)

    def _arrange(self) -> None:
        metrics = QFontMetrics(self._theme.font())
        one = metrics.horizontalAdvance("直接经济损失") + metrics.horizontalAdvance(
            "平方米，可写万"
        )
        columns = max(1, min(4, self.width() // (one + self._theme.px(44))))
        if columns == self._columns:
            return
        self._columns = columns
        for at, name in enumerate(FIGURES):
            row, column = divmod(at, columns)
            self._grid.addWidget(self._labels[name], row, column * 2)
            self._grid.addWidget(self.edits[name], row, column * 2 + 1)

    def _restyle(self) -> None:
        self._grid.setSpacing(self._theme.px(8))
        self._columns = 0
        self._arrange()
