"""The page of figures: four charts beside or under each other, and the list of the late ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.statistics import Hours, LateReport
from dutydesk.services.statistics import StatisticsView
from dutydesk.ui.statistics.drawing import Drawing, heat_map, kinds, months, on_time
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.statistics import NO_REASON, UNSENT, late_stage, late_words, summary
from dutydesk.wording.when import day_and_clock

if TYPE_CHECKING:
    from dutydesk.ui.statistics.chart import Chart

_TWO_BESIDE = 820
_COLUMNS = (
    RowColumn("编号", "2026-0000"),
    RowColumn("事件"),
    RowColumn("报告", "续报十二（书面）"),
    RowColumn("时限", "12月31日 23:59"),
    RowColumn("报出", "12月31日 23:59"),
    RowColumn("超过", "未报，已超12小时59分"),
    RowColumn("原因", "通信中断，设备损坏"),
)
_MOST_ROWS, _CHARTS = 8, 4


class FiguresView(QWidget):
    """``late_chosen(incident_id)`` on Enter or a double click in the list of the late ones."""

    late_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: StatisticsView | None = None
        self._heat: Drawing | None = None
        self._beside = 0
        self.charts: list[Chart] = []
        self.summary, self._late_head = QLabel(), QLabel("迟报和未报")
        self.late = RowTable(theme, "迟报和未报", _COLUMNS)
        self._grid = QGridLayout()
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_view(self, view: StatisticsView) -> None:
        """Show the figures; the charts come a moment later the first time."""
        self._shown = view
        self.summary.setText(summary(view.statistics))
        rows = [_row(at, one, view.first_word) for at, one in enumerate(view.statistics.late)]
        self.late.show_rows(rows)
        self._late_head.setText("迟报和未报" if rows else "迟报和未报：无")
        self.late.setVisible(bool(rows))
        self._size_late(len(rows))
        if self.charts:
            self._draw()
        else:
            # What draws them takes a while to load: words and list stand before that.
            QTimer.singleShot(0, self, self._make_charts)

    def show_hours(self, hours: Hours, title: str, counter: str) -> None:
        """Show what happened by weekday and hour."""
        self._heat = heat_map(hours, title, counter)
        if self.charts:
            self.charts[0].show_drawing(self._heat)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_charts(self) -> None:
        if self.charts:
            return
        # Loaded when the room is entered, never before.
        from dutydesk.ui.statistics.chart import Chart  # noqa: PLC0415

        self.charts = [Chart(self._theme) for _ in range(_CHARTS)]
        self._beside = 0
        self._arrange()
        QWidget.setTabOrder(self.charts[-1], self.late)
        if self._heat is not None:
            self.charts[0].show_drawing(self._heat)
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        found, word = self._shown.statistics, self._shown.first_word
        drawings = (
            months(found),
            kinds(found),
            on_time(found, word),
        )
        for chart, drawing in zip(self.charts[1:], drawings, strict=True):
            chart.show_drawing(drawing)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.late.activated.connect(self._on_late)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.summary)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._late_head)
        self._column.addWidget(self.late)
        self._column.addStretch(1)

    def _on_late(self) -> None:
        row = self.late.chosen()
        if self._shown is not None and row:
            self.late_chosen.emit(self._shown.statistics.late[int(row)].incident_id)

    def _arrange(self) -> None:
        beside = 2 if self.width() >= self._theme.px(_TWO_BESIDE) else 1
        if beside == self._beside or not self.charts:
            return
        self._beside = beside
        for at, chart in enumerate(self.charts):
            self._grid.addWidget(chart, at // beside, at % beside)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)

    def _size_late(self, rows: int) -> None:
        high = self._theme.measure("row")
        self.late.setFixedHeight(high * (min(rows, _MOST_ROWS) + 1) + self._theme.px(4))

    def _restyle(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        self._column.setSpacing(theme.px(12))
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(16))
        self._late_head.setFont(theme.font(bold=True))
        self._size_late(self.late.rowCount())
        self._beside = 0
        self._arrange()
        for chart in self.charts:
            chart.restyle()


def _row(at: int, one: LateReport, first_word: str) -> TableRow:
    is_sent = one.sent_at is not None
    cells = (
        one.incident_no,
        one.title,
        late_stage(one, first_word),
        day_and_clock(one.due_at),
        day_and_clock(one.sent_at) if one.sent_at is not None else UNSENT,
        late_words(one),
        one.reason or (NO_REASON if is_sent else ""),
    )
    return TableRow(str(at), cells, "" if is_sent else "overdue")
