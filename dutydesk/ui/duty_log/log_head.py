"""What stands above the whole log: what is asked for, and what is done with the chosen entry."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.folding_row import FoldingRow
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.search_edit import SearchEdit
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.when import whole_day_and_weekday

# The least width of the search field, in Chinese characters.
_LEAST_QUERY = 12
_DAY_HINT = "日期，如1120"


class LogHead(QWidget):
    """The search field beside the rest, or above it where the room is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.query = SearchEdit(theme, "查找", "查找：几个词用空格隔开，都要有  F3")
        self.kind = ChoiceBox(theme, "类别")
        self.day = QLineEdit()
        self.day.setPlaceholderText(_DAY_HINT)
        self.day.setAccessibleName("值班日")
        self.correct = QPushButton("更正")
        self.print = QPushButton("打印这一天  F9")
        self.kind.addItem("全部类别", None)
        for kind in EntryKind:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        self._find, self._tools = QHBoxLayout(), QHBoxLayout()
        self._find.addWidget(self.query)
        for widget in (self.kind, self.day, self.correct, self.print):
            self._tools.addWidget(widget)
        self._row = FoldingRow(self._find, self._tools)
        self.setLayout(self._row)
        theme.changed.connect(self._restyle)
        self._restyle()

    def typed_day(self, now: datetime) -> date | None:
        """Return the day asked for; one that cannot be read is marked and asks for nothing."""
        text = self.day.text().strip()
        if not text:
            return None
        try:
            day = read_typed_day(text, china(now).date())
        except TypedTimeUnclear:
            set_style(self.day, wrong=True)
            self.day.setToolTip("看不懂，可写 1120、昨天、周五")
            return None
        set_style(self.day, wrong=False)
        self.day.setToolTip(whole_day_and_weekday(day))
        return day

    def ask_for_day(self, duty_date: date) -> None:
        """Ask for one duty day and for nothing else."""
        self.query.clear()
        self.day.setText(duty_date.isoformat())

    def is_folded(self) -> bool:
        """Tell whether this takes two rows."""
        return self._row.direction() is FoldingRow.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.fold(self.width())

    def _restyle(self) -> None:
        theme, metrics = self._theme, QFontMetrics(self._theme.font())
        side = theme.px(16)
        self._row.setContentsMargins(side, theme.px(12), side, 0)
        for row in (self._row, self._find, self._tools):
            row.setSpacing(theme.px(8))
        self.query.setMinimumWidth(metrics.horizontalAdvance("国") * _LEAST_QUERY)
        self.day.setFixedWidth(metrics.horizontalAdvance(_DAY_HINT) + theme.px(28))
        self._row.fold(self.width())
