"""The page of figures: four charts beside or under each other, and the list of the late ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from dutydesk.domain.statistics import Hours, LateReport
from dutydesk.services.statistics import StatisticsView
from dutydesk.ui.statistics.chart_page import ChartPage
from dutydesk.ui.statistics.drawing import heat_map, kinds, months, on_time
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.statistics import NO_REASON, UNSENT, late_stage, late_words, summary
from dutydesk.wording.when import day_and_clock

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
_HEAT, _MONTHS, _KINDS, _ON_TIME = range(_CHARTS)


class FiguresView(ChartPage):
    """``late_chosen(incident_id)`` on Enter or a double click in the list of the late ones."""

    late_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _CHARTS, parent)
        self._shown: StatisticsView | None = None
        self._late_head = QLabel("迟报和未报")
        self.late = RowTable(theme, "迟报和未报", _COLUMNS)
        self.late.activated.connect(self._on_late)
        self._column.addWidget(self._late_head)
        self._column.addWidget(self.late)
        self._column.addStretch(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: StatisticsView) -> None:
        """Show the figures in words, charts and the list."""
        self._shown = view
        self.summary.setText(summary(view.statistics))
        rows = [_row(at, one, view.first_word) for at, one in enumerate(view.statistics.late)]
        self.late.show_rows(rows)
        self._late_head.setText("迟报和未报" if rows else "迟报和未报：无")
        self.late.setVisible(bool(rows))
        self._size_late(len(rows))
        found = view.statistics
        self.show_drawings(
            {
                _MONTHS: months(found),
                _KINDS: kinds(found),
                _ON_TIME: on_time(found, view.first_word),
            }
        )

    def show_hours(self, hours: Hours, title: str, counter: str) -> None:
        """Show what happened by weekday and hour."""
        self.show_drawings({_HEAT: heat_map(hours, title, counter)})

    def restyle(self) -> None:
        """Take the colours and the type size now set."""
        self._late_head.setFont(self._theme.font(bold=True))
        self._size_late(self.late.rowCount())
        super().restyle()

    def _make_charts(self) -> None:
        super()._make_charts()
        QWidget.setTabOrder(self.charts[-1], self.late)

    def _on_late(self) -> None:
        row = self.late.chosen()
        if self._shown is not None and row:
            self.late_chosen.emit(self._shown.statistics.late[int(row)].incident_id)

    def _size_late(self, rows: int) -> None:
        high = self._theme.measure("row")
        self.late.setFixedHeight(high * (min(rows, _MOST_ROWS) + 1) + self._theme.px(4))


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
