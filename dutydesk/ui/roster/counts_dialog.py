"""每人值班次数 of a month, or of the year so far and planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.paper_span import PaperSpan, month_of
from dutydesk.domain.roster_count import DutyCount
from dutydesk.services.roster_trial import RosterTrialService
from dutydesk.ui.desk import Desk
from dutydesk.ui.roster.count_table import CountTable
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.roster_room import month_head

_SIZE = (720, 560)
_MONTH, _YEAR = "month", "year"


class CountsDialog(QDialog):
    """Begins with the month of the room."""

    help_page = "roster"

    def __init__(
        self, desk: Desk, service: RosterTrialService, month: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._month = desk, service, month
        self._asked = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("每人值班次数")
        self.span = ChoiceBox(desk.theme, "哪一段")
        self.span.addItem(month_head(month), _MONTH)
        self.span.addItem(f"{month.year}年全年", _YEAR)
        self.counts = CountTable(desk.theme, "每人值班次数")
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        theme = desk.theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(QLabel("统计"))
        head.addWidget(self.span)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        column.addWidget(self.counts, 1)
        column.addLayout(foot)
        over = parent.window()
        wide, high = (theme.px(length) for length in _SIZE)
        self.resize(min(wide, over.width()), min(high, over.height()))
        self.span.currentIndexChanged.connect(self.reload)
        self.counts.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def reload(self) -> None:
        """Read the counts of the span chosen."""
        self._asked += 1
        year = self._month.year
        is_year = self.span.currentData() == _YEAR
        whole = PaperSpan(date(year, 1, 1), date(year, 12, 31))
        span = whole if is_year else month_of(self._month)
        job = partial(self._service.counts, span.since, span.until)
        self._desk.runner.submit(job, done=partial(self._show, self._asked))

    def _show(self, asked: int, counts: Sequence[DutyCount]) -> None:
        if asked == self._asked:
            self.counts.show_counts(counts)
