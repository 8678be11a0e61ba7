"""零报告月表: every unit at every cut-off of a month, by shape; Enter opens that cut-off."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.instants import china
from dutydesk.domain.nil_report import NilReportBoard, NilReportLine, NilReportState
from dutydesk.services.nil_report_board import NilReportBoardService, NilReportMonth
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import nil_report as words
from dutydesk.wording.when import clock

_LEGEND = "✓ 零报告　● 有情况　◆ 迟报　▲ 未报　○ 待报　空白为不用报"


class MonthDialog(QDialog):
    """``chosen(due_at)`` when Enter or a double click asks for a cut-off; it closes then.

    ``paper_wanted(month)`` when F9 asks for the month on paper; it closes as well.
    """

    chosen = Signal(object)
    paper_wanted = Signal(object)
    help_page = "nil_report"

    def __init__(
        self, desk: Desk, service: NilReportBoardService, month: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._month = month.replace(day=1)
        self._boards: tuple[NilReportBoard, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("零报告月表")
        self._title, self._legend, self._none = QLabel(), QLabel(_LEGEND), QLabel()
        self.table = QTableWidget()
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the month again."""
        job = partial(self._service.month, self._month)
        self._desk.runner.submit(job, done=self._show)

    def step(self, by: int) -> None:
        """Go to the month before or after."""
        middle = self._month.replace(day=15) + timedelta(days=30 * by)
        self._month = middle.replace(day=1)
        self.reload()

    def open_chosen(self) -> None:
        """Go to the cut-off of the current cell."""
        at = self.table.currentColumn()
        if 0 <= at < len(self._boards):
            self.chosen.emit(self._boards[at].due_at)
            self.accept()

    def print_month(self) -> None:
        """Ask for the month on paper."""
        self.paper_wanted.emit(self._month)
        self.accept()

    def _show(self, month: NilReportMonth) -> None:
        self._boards = month.boards
        self._title.setText(f"{month.month.year}年{month.month.month}月")
        states = [{line.unit.id: line for line in board.lines} for board in month.boards]
        times = {clock(board.due_at) for board in month.boards}
        self.table.clear()
        self.table.setRowCount(len(month.units))
        self.table.setColumnCount(len(month.boards))
        self.table.setHorizontalHeaderLabels(
            [_head(board, with_time=len(times) > 1) for board in month.boards]
        )
        self.table.setVerticalHeaderLabels([unit.name for unit in month.units])
        for row, unit in enumerate(month.units):
            for column, by_unit in enumerate(states):
                line = by_unit.get(unit.id)
                mark = words.mark(line) if line else ""
                item = QTableWidgetItem(mark[:1])
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                if line is not None and (tone := _tone(line)):
                    item.setForeground(self._desk.theme.colour(tone))
                item.setToolTip(f"{unit.name} {mark} {words.said(line) if line else ''}".strip())
                self.table.setItem(row, column, item)
        if month.boards:
            self.table.setCurrentCell(0, len(month.boards) - 1)
        self._none.setText("" if month.boards else "这个月还没有零报告。")
        self._none.setVisible(not month.boards)
        self.table.setVisible(bool(month.boards))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._desk.theme
        self._title.setFont(theme.font("title", bold=True))
        set_style(self._legend, tone="muted")
        set_style(self._none, tone="muted")
        self._legend.setWordWrap(True)
        self.table.setAccessibleName("零报告月表")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        wide = QFontMetrics(theme.font()).horizontalAdvance("30日17:00") + theme.px(10)
        narrow = QFontMetrics(theme.font()).horizontalAdvance("30日") + theme.px(12)
        head = self.table.horizontalHeader()
        head.setMinimumSectionSize(narrow)
        head.setDefaultSectionSize(narrow)
        head.setMaximumSectionSize(wide)
        head.setSectionResizeMode(head.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setDefaultSectionSize(theme.measure("row"))
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        before, after = QPushButton("前一月  Ctrl+PageUp"), QPushButton("后一月  Ctrl+PageDown")
        close, paper = QPushButton("关闭"), QPushButton("打印  F9")
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(before)
        top.addWidget(after)
        foot.addWidget(self._legend, 1)
        foot.addWidget(paper)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self._none, 1)
        column.addLayout(foot)
        for button in (before, after, paper, close):
            button.setAutoDefault(False)
        before.clicked.connect(partial(self.step, -1))
        after.clicked.connect(partial(self.step, 1))
        close.clicked.connect(self.reject)
        paper.clicked.connect(self.print_month)
        self.table.cellDoubleClicked.connect(lambda _row, _column: self.open_chosen())
        for key, deed in (
            ("Ctrl+PgUp", partial(self.step, -1)),
            ("Ctrl+PgDown", partial(self.step, 1)),
            ("F9", self.print_month),
            ("Return", self.open_chosen),
            ("Enter", self.open_chosen),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(deed)
        over = self.parentWidget()
        room = over.window().size() if over is not None else self.size()
        self.resize(min(theme.px(1100), room.width()), min(theme.px(560), room.height()))


def _tone(line: NilReportLine) -> str:
    if line.state is NilReportState.OVERDUE:
        return "overdue"
    return "soon" if line.is_late or line.state is NilReportState.CONTENT else ""


def _head(board: NilReportBoard, *, with_time: bool) -> str:
    day = f"{china(board.due_at).day}日"
    return f"{day}{clock(board.due_at)}" if with_time else day
