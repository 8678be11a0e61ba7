"""The entries of one duty day below the calendar, under a line that names the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.duty_log.entry_delegate import EntryDelegate
from dutydesk.ui.duty_log.log_model import LogModel
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when


class DayEntries(QWidget):
    """Shows what was written down in one duty day; empty for none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = QLabel()
        self.model = LogModel(self)
        self.list = QListView()
        set_style(self._line, tone="muted")
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(theme, self.list, self))
        self.list.setAccessibleName("这一天的记录")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("bare", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        self._column.addWidget(self.list, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_day(self, day: date | None, entries: Sequence[ListedEntry]) -> None:
        """Show the entries of a duty day."""
        self.model.show_entries(entries, frozenset())
        if day is None:
            self._line.setText("")
            return
        count = f"{len(entries)} 条" if entries else "没有记录"
        self._line.setText(
            f"{when.whole_day_and_weekday(day)}　{count}　打印 F9　到值班日志看 Enter"
        )

    def _restyle(self) -> None:
        theme = self._theme
        self._column.setSpacing(theme.px(8))
        self._line.setFont(theme.font("small"))
        # Where space is short the list gives way, not the words.
        self.list.setMinimumHeight(theme.px(24))
        self.list.doItemsLayout()
