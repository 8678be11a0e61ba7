"""The line under the grid: the current cell in words, how it was changed, what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.domain.roster_change import changed_slots
from dutydesk.domain.roster_view import RosterView, SeatView
from dutydesk.ui.roster.month_rows import GridRow, seat_hint, wrong_with
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.roster_finding import finding_words
from dutydesk.wording.roster_sheet import change_words


class SeatLine(QWidget):
    """Two lines: what stands there, and in red why something was not done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told, self.answer = QLabel(), QLabel()
        set_style(self.told, tone="muted")
        set_style(self.answer, tone="overdue")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for label in (self.told, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.answer.hide()

    def say(self, text: str) -> None:
        """Say why something was not done."""
        self.answer.setText(text)
        self.answer.setVisible(bool(text))

    def show_seat(
        self, view: RosterView | None, row: GridRow | None, seat: SeatView | None
    ) -> None:
        """Tell a cell in words."""
        if view is None or row is None or seat is None:
            self.told.setText("")
            return
        posts = {post.id: post.name for post in view.posts}
        parts = [seat_hint(row, seat)]
        if seat.slot is not None:
            swaps = [one.swap for one in view.swaps]
            parts += [
                change_words(one, seat.post.name, has_reason=True)
                for one in changed_slots([seat.slot], swaps)
            ]
        parts += [finding_words(one, posts) for one in wrong_with(row, seat)]
        self.told.setText("　".join(parts))
