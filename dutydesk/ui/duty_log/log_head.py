"""What stands above the whole log: what is asked for, and what is done with the chosen entry."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day
from dutydesk.ui.actions import key_text
from dutydesk.ui.duty_log.log_keys import FURTHER
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
_DAY_TIP = "值班日：1120、昨天；一段写 1101到1120"
_DAY_UNCLEAR = "看不懂，可写 1120、昨天、周五"
# Between the two ends of a span; a dash stands within a day already (11-20).
_SPAN = re.compile("[到至~～]")


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
        self.day.setToolTip(_DAY_TIP)
        self.further = QPushButton(f"更多条件  {key_text(FURTHER.key)}")
        self.further.setCheckable(True)
        self.correct = QPushButton("更正")
        self.correct.setToolTip("Ctrl+E")
        self.print = QPushButton("打印这一天  F9")
        self.kind.addItem("全部类别", None)
        for kind in EntryKind:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        self._find, self._tools = QHBoxLayout(), QHBoxLayout()
        self._find.addWidget(self.query, 1)
        self._find.addWidget(self.further)
        for widget in (self.kind, self.day, self.correct, self.print):
            self._tools.addWidget(widget)
        self._row = FoldingRow(self._find, self._tools)
        self.setLayout(self._row)
        theme.changed.connect(self._restyle)
        self._restyle()

    def search(self, now: datetime) -> LogSearch:
        """Return what is asked for here; a day that cannot be read is marked and asks nothing."""
        since, until = self._span(china(now).date())
        kind = self.kind.currentData()
        return LogSearch(self.query.text(), since, until, (EntryKind(kind),) if kind else ())

    def show_search(self, search: LogSearch) -> None:
        """Set everything as a search has it."""
        self.query.setText(search.text)
        kind = search.kinds[0].value if search.kinds else None
        self.kind.setCurrentIndex(self.kind.findData(kind))
        first, last = (day.isoformat() if day else "" for day in (search.since, search.until))
        self.day.setText(first if first == last else f"{first}到{last}")

    def _span(self, today: date) -> tuple[date | None, date | None]:
        text = self.day.text().strip()
        set_style(self.day, wrong=False)
        self.day.setToolTip(_DAY_TIP)
        if not text:
            return None, None
        first, *rest = _SPAN.split(text, maxsplit=1)
        try:
            since = read_typed_day(first, today) if first.strip() else None
            if not rest:
                self.day.setToolTip(whole_day_and_weekday(since) if since else _DAY_TIP)
                return since, since
            return since, read_typed_day(rest[0], today) if rest[0].strip() else None
        except TypedTimeUnclear:
            set_style(self.day, wrong=True)
            self.day.setToolTip(_DAY_UNCLEAR)
            return None, None

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
