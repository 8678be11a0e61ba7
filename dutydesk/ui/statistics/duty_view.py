"""The page of the duty itself: calls by hour, entries by month, answers, handovers, people."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dutydesk.domain.duty_figures import DutyFigures
from dutydesk.ui.statistics.chart_page import ChartPage
from dutydesk.ui.statistics.duty_drawing import (
    call_hours,
    handovers,
    kinds_by_month,
    people,
    responses,
)
from dutydesk.ui.theme import Theme
from dutydesk.wording.duty_figures import summary

_CHARTS = (call_hours, kinds_by_month, responses, handovers, people)


class DutyView(ChartPage):
    """Shows the figures of a span."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, len(_CHARTS), parent)
        self._column.addStretch(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_figures(self, figures: DutyFigures) -> None:
        """Show the figures in words and charts."""
        self.summary.setText(summary(figures))
        self.show_drawings({at: draw(figures) for at, draw in enumerate(_CHARTS)})
