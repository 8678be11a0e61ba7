"""All separate figures of an incident to read; what nobody has stated is 正在核实."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from dutydesk.domain.incident import FIGURES
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident import FIGURE
from dutydesk.wording.incident_view import figure_words


class FigureGrid(QWidget):
    """Pairs of word and figure, as many beside each other as the width takes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._words = {name: QLabel(FIGURE[name]) for name in FIGURES}
        self._values = {name: QLabel() for name in FIGURES}
        for label in self._words.values():
            set_style(label, tone="muted")
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_figures(self, figures: Mapping[str, int | None]) -> None:
        """Show these figures."""
        for name, label in self._values.items():
            value = figures[name]
            label.setText(figure_words(name, value))
            set_style(label, tone="muted" if value is None else "")
            label.setFont(self._theme.font(bold=bool(value)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        metrics = QFontMetrics(self._theme.font())
        one = metrics.horizontalAdvance("直接经济损失") + metrics.horizontalAdvance("正在核实")
        columns = max(1, min(len(FIGURES), self.width() // (one + self._theme.px(40))))
        if columns == self._columns:
            return
        self._columns = columns
        for at, name in enumerate(FIGURES):
            row, column = divmod(at, columns)
            self._grid.addWidget(self._words[name], row, column * 2)
            self._grid.addWidget(self._values[name], row, column * 2 + 1)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, column % 2 if column < columns * 2 else 0)

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(8))
        self._grid.setVerticalSpacing(self._theme.px(4))
        for name, label in self._values.items():
            label.setFont(self._theme.font(bold=label.font().bold()))
            self._words[name].setFont(self._theme.font())
        self._columns = 0
        self._grid.invalidate()
        self._arrange()
