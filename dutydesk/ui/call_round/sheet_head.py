"""The head of the running sheet: what it is about, how far it is, how long it has run."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.call_progress import CallCounts, CallTime
from dutydesk.domain.call_round import CallRound
from dutydesk.ui.call_round.sheet_state import SheetState
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import call_round as words
from dutydesk.wording import when


class ProgressBar(QWidget):
    """Answered, told to the superior, rung, not rung: one bar, with words beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[tuple[int, str], ...] = ()
        self.setAccessibleName("叫应进度")

    def show_counts(self, counted: CallCounts) -> None:
        """Show other counts."""
        self._parts = (
            (counted.reached, "done"),
            (counted.escalated, "soon"),
            (counted.trying, "overdue"),
            (counted.waiting, "line"),
        )
        self.setAccessibleDescription(words.counts_words(counted))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        total = sum(count for count, _ in self._parts)
        left = 0
        before = 0
        for count, role in self._parts:
            before += count
            right = round(self.width() * before / total) if total else 0
            painter.fillRect(QRect(left, 0, right - left, self.height()), self._theme.colour(role))
            left = right
        painter.end()


class SheetHead(QWidget):
    """Title, counts, bar and time; the time goes on by the second."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title, self.counts, self.time = QLabel(), QLabel(), QLabel()
        self.bar = ProgressBar(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for label in (self.title, self.counts, self.time):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.counts.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.addWidget(self.counts, 1)
        self._row.addWidget(self.time)
        self._column.addWidget(self.title)
        self._column.addLayout(self._row)
        self._column.addWidget(self.bar)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: SheetState, now: datetime) -> None:
        """Show counts and time as they stand."""
        counted = state.counts()
        self.title.setText(state.call_round.title)
        share = words.share(counted.reached, counted.asked)
        told = f"{counted.reached}/{counted.asked} 已应答（{share}）　"
        longest = state.timing(now).longest
        self.time.setToolTip(f"等得最久 {words.elapsed(longest)}" if longest else "")
        self.counts.setText(told + words.counts_words(counted))
        self.bar.show_counts(counted)
        self.tell_time(state, now)

    def tell_time(self, state: SheetState, now: datetime) -> None:
        """Show how long it has run."""
        call_round, times = state.call_round, state.timing(now)
        text = _time_words(call_round, times)
        if text != self.time.text():
            self.time.setText(text)
        set_style(self.time, tone="overdue" if times.is_over else "muted")

    def give_way(self, *, is_lowest: bool) -> None:
        """Leave the title and the bar out where the room is low: the counts say the same."""
        self.title.setVisible(not is_lowest)
        self.bar.setVisible(not is_lowest)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(4))
        self._row.setSpacing(self._theme.px(16))
        self.title.setFont(self._theme.font("title", bold=True))
        self.bar.setFixedHeight(self._theme.px(8))


def _time_words(call_round: CallRound, times: CallTime) -> str:
    took = words.elapsed(times.elapsed)
    if call_round.ended_at is not None:
        ended = when.day_and_clock(call_round.ended_at)
        note = f"　{call_round.end_note}" if call_round.end_note else ""
        return f"{words.ENDED}：{ended}，用时{took}{note}"
    over = f"▲ 已过{call_round.within_minutes}分钟　" if times.is_over else ""
    return f"{over}已用 {took}"
