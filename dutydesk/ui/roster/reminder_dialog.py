"""今日·明日值班: who is on now, who comes tomorrow, who keeps the next holiday, with numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.roster_reminder import has_gap
from dutydesk.domain.roster_view import RosterDayView, RosterReminder, RosterShiftView
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording import roster_reminder as words

_SIZE = (620, 560)
_BETWEEN_POSTS = 20
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class ReminderDialog(QDialog):
    """Shows the reminder as it was when it was opened; ``open_roster`` goes to the room."""

    help_page = "roster"

    def __init__(
        self,
        desk: Desk,
        reminder: RosterReminder,
        open_roster: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self.reminder, self._open_roster = desk, reminder, open_roster
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.TITLE)
        self.roster = QPushButton("打开值班表")
        self.copy = QPushButton("复制成文字")
        self._close = QPushButton("关闭")
        self._told = QLabel()
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, desk.theme.px(8), 0)
        self._page.setSpacing(desk.theme.px(6))
        self._day(words.TODAY, reminder.today, is_now=True)
        self._day(words.TOMORROW, reminder.tomorrow)
        self._holiday(reminder.holiday)
        self._page.addStretch(1)
        self._area = SteadyScroll(bar_stays=False)
        self._area.setWidget(page)
        self._area.setAccessibleName(words.as_text(reminder))
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        set_style(self._told, tone="done")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.roster)
        buttons.addWidget(self.copy)
        buttons.addWidget(self._told, 1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        self.roster.clicked.connect(self._go)
        self.copy.clicked.connect(self._copy)
        self._close.clicked.connect(self.reject)
        self._close.setDefault(True)
        room = self.screen().availableGeometry()
        wide, high = (theme.px(length) for length in _SIZE)
        self.resize(min(wide, room.width()), min(high, room.height()))
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day(self, word: str, day: RosterDayView, *, is_now: bool = False) -> None:
        theme = self._desk.theme
        head = QLabel(f"{word}　{words.day_head(day)}")
        head.setFont(theme.font("title", bold=True))
        head.setWordWrap(True)
        self._page.addWidget(head)
        if not day.slots:
            self._note(words.NOT_ROSTERED, "soon" if is_now else "overdue")
            return
        if has_gap(day):
            self._note(f"▲ {words.gap_words(day)}", "overdue")
        for shift in day.shifts:
            if word_of := words.shift_word(shift):
                self._note(word_of, "muted")
            self._page.addLayout(self._seats(shift))

    def _seats(self, shift: RosterShiftView) -> QGridLayout:
        """Post, person, number: large enough to be read while dialling."""
        theme = self._desk.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(_BETWEEN_POSTS))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(2, 1)
        seats = [seat for seat in shift.seats if seat.slot is not None or seat.post.is_needed]
        for at, seat in enumerate(seats):
            label, who, phone = QLabel(seat.post.name), QLabel(seat.person), QLabel(seat.phone)
            set_style(label, tone="muted")
            for part in (who, phone):
                part.setFont(theme.font(bold=True))
                part.setTextFormat(Qt.TextFormat.PlainText)
                part.setTextInteractionFlags(_SELECTABLE)
                part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if seat.slot is None:
                who.setText(words.NOBODY)
                set_style(who, tone="overdue")
            for column, part in enumerate((label, who, phone)):
                grid.addWidget(part, at, column)
        return grid

    def _holiday(self, days: tuple[RosterDayView, ...]) -> None:
        theme = self._desk.theme
        head = QLabel(words.HOLIDAY)
        head.setFont(theme.font("title", bold=True))
        self._page.addWidget(head)
        if not days:
            self._note(words.NO_HOLIDAY, "muted")
        for day in days:
            lines = [words.shift_line(shift, has_phones=False) for shift in day.shifts]
            told = "；".join(lines) if day.slots else words.NOT_ROSTERED
            tone = "overdue" if day.slots and has_gap(day) else ""
            self._note(f"{words.day_head(day)}　{told}", tone)

    def _note(self, text: str, tone: str) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if tone:
            set_style(label, tone=tone)
        self._page.addWidget(label)

    def _go(self) -> None:
        self.accept()
        self._open_roster()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(words.as_text(self.reminder))
        self._told.setText(words.COPIED)
