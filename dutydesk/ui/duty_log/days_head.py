"""What stands above the calendar: which view, which stretch of time, a field for a day."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.instants import china
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day
from dutydesk.ui.actions import ActionGroup, ActionSpec, key_text
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style


class DaysView(StrEnum):
    """周, 月, 上次值班以来."""

    WEEK = "week"
    MONTH = "month"
    SINCE = "since"


WORDS = {DaysView.WEEK: "周", DaysView.MONTH: "月", DaysView.SINCE: "上次值班以来"}
KEYS = {
    view: ActionSpec(
        f"day_view.{view.value}",
        f"值班日历：{WORDS[view]}",
        f"Ctrl+{number}",
        ActionGroup.VIEW,
        "calendar-days",
        room="值班日历",
    )
    for number, view in enumerate(DaysView, start=1)
}
BEFORE = ActionSpec(
    "day_view.before", "前一段", "Ctrl+PgUp", ActionGroup.VIEW, "undo-2", room="值班日历"
)
AFTER = ActionSpec(
    "day_view.after", "后一段", "Ctrl+PgDown", ActionGroup.VIEW, "chevron-right", room="值班日历"
)
TODAY = ActionSpec(
    "day_view.today", "回到今班", "Ctrl+Home", ActionGroup.VIEW, "calendar-days", room="值班日历"
)
VERBS = (*KEYS.values(), BEFORE, AFTER, TODAY)


class DaysHead(QWidget):
    """``view_wanted(DaysView)``, ``steps_wanted(int)``, ``day_wanted(date or None)``."""

    view_wanted = Signal(object)
    steps_wanted = Signal(int)
    day_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel()
        self.day = QLineEdit()
        self._tabs = {view: QPushButton() for view in DaysView}
        self._before, self._after = QPushButton(), QPushButton()
        self._today = QPushButton()
        self._view = DaysView.WEEK
        self._row, self._tools = QHBoxLayout(), QHBoxLayout()
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_view(self, view: DaysView, title: str) -> None:
        """Show which view it is and which stretch of time."""
        self._view = view
        self._tabs[view].setChecked(True)
        self._title.setText(title)
        self._name_keys()
        for button in (self._before, self._after):
            button.setEnabled(view is not DaysView.SINCE)

    def read_day(self, now: datetime) -> None:
        """Ask for the day that was typed; one that cannot be read is marked and asks nothing."""
        text = self.day.text().strip()
        try:
            day = read_typed_day(text, china(now).date()) if text else None
        except TypedTimeUnclear:
            set_style(self.day, wrong=True)
            return
        set_style(self.day, wrong=False)
        self.day_wanted.emit(day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_keys()

    def _name_keys(self) -> None:
        """Write the keys on the buttons where there is room for them, else into their hints."""
        unit = "月" if self._view is DaysView.MONTH else "周"
        rows = (
            {self._tabs[view]: (WORDS[view], KEYS[view].key) for view in DaysView},
            {
                self._before: (f"前一{unit}", BEFORE.key),
                self._after: (f"后一{unit}", AFTER.key),
                self._today: ("今班", TODAY.key),
            },
        )
        metrics, side = QFontMetrics(self._theme.font()), self._theme.px(40)
        title = QFontMetrics(self._theme.font("title", bold=True))
        beside = (title.horizontalAdvance(self._title.text()), self.day.width())
        for row, taken in zip(rows, beside, strict=True):
            full = {button: f"{word}  {key_text(key)}" for button, (word, key) in row.items()}
            wide = sum(metrics.horizontalAdvance(words) + side for words in full.values())
            for button, (word, key) in row.items():
                button.setText(full[button] if wide + taken + side <= self.width() else word)
                button.setToolTip(key_text(key))

    def _build(self) -> None:
        group = QButtonGroup(self)
        self._row.addWidget(self._title, 1)
        for view, button in self._tabs.items():
            button.setCheckable(True)
            group.addButton(button)
            self._row.addWidget(button)
            button.clicked.connect(partial(self.view_wanted.emit, view))
        self.day.setPlaceholderText("日期，如1120")
        self.day.setAccessibleName("到哪一天")
        for widget in (self._before, self._after, self._today, self.day):
            self._tools.addWidget(widget)
        self._tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addLayout(self._tools)
        self._column = column
        self._before.clicked.connect(partial(self.steps_wanted.emit, -1))
        self._after.clicked.connect(partial(self.steps_wanted.emit, 1))
        self._today.clicked.connect(partial(self.day_wanted.emit, None))

    def _restyle(self) -> None:
        theme = self._theme
        for row in (self._row, self._tools):
            row.setSpacing(theme.px(8))
        self._column.setSpacing(theme.px(8))
        self._title.setFont(theme.font("title", bold=True))
        self.day.setFixedWidth(theme.px(150))
        self._name_keys()
