"""A page of charts beside or under each other, below a line of words that says the figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.ui.statistics.drawing import Drawing
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

if TYPE_CHECKING:
    from dutydesk.ui.statistics.chart import Chart

_TWO_BESIDE = 820


class ChartPage(QWidget):
    """``count`` charts, drawn from what ``show_drawings`` was given, by place."""

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._count = theme, count
        self._drawings: dict[int, Drawing] = {}
        self._beside = 0
        self.charts: list[Chart] = []
        self.summary = QLabel()
        self._grid = QGridLayout()
        self._column = QVBoxLayout(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(self.summary)
        self._column.addLayout(self._grid)

    def show_drawings(self, drawings: Mapping[int, Drawing]) -> None:
        """Show drawings at their places; the charts come a moment later the first time."""
        self._drawings.update(drawings)
        if self.charts:
            for at, drawing in drawings.items():
                self.charts[at].show_drawing(drawing)
        else:
            # What draws them takes a while to load: the words stand before that.
            QTimer.singleShot(0, self, self._make_charts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the colours and the type size now set."""
        theme = self._theme
        self._column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        self._column.setSpacing(theme.px(12))
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(16))
        self._beside = 0
        self._arrange()
        for chart in self.charts:
            chart.restyle()

    def _make_charts(self) -> None:
        if self.charts:
            return
        # Loaded when the room is entered, never before.
        from dutydesk.ui.statistics.chart import Chart  # noqa: PLC0415

        self.charts = [Chart(self._theme) for _ in range(self._count)]
        self._beside = 0
        self._arrange()
        for at, drawing in self._drawings.items():
            self.charts[at].show_drawing(drawing)

    def _arrange(self) -> None:
        beside = 2 if self.width() >= self._theme.px(_TWO_BESIDE) else 1
        if beside == self._beside or not self.charts:
            return
        self._beside = beside
        for at, chart in enumerate(self.charts):
            self._grid.addWidget(chart, at // beside, at % beside)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)
