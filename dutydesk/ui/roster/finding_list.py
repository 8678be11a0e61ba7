"""What the check of a month finds, one line each; Enter goes to its day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dutydesk.domain.roster import RosterFinding
from dutydesk.domain.roster_view import RosterView
from dutydesk.ui.roster.month_grid import MonthGrid
from dutydesk.ui.roster.month_rows import WRONG
from dutydesk.ui.theme import Theme
from dutydesk.wording import when
from dutydesk.wording.roster_finding import finding_words

_ROWS = 3


class FindingList(QWidget):
    """``wanted(day)`` when a line is chosen."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = False
        self._findings: tuple[RosterFinding, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("检查结果")
        self.list.setProperty("bare", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.list, 1)
        self.list.itemActivated.connect(self._go)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_month(self, view: RosterView) -> None:
        """Show what was found, in the order of the days."""
        posts = {post.id: post.name for post in view.posts}
        kept = self.list.currentRow()
        self._findings = view.findings
        self.list.clear()
        for one in view.findings:
            text = f"{WRONG} {when.day_and_weekday(one.duty_date)}　{finding_words(one, posts)}"
            item = QListWidgetItem(text)
            item.setToolTip(text)
            self.list.addItem(item)
        self._show_list()
        self.list.setCurrentRow(min(kept, self.list.count() - 1))

    def step(self, grid: MonthGrid) -> None:
        """Go to the next finding, the first one after the last."""
        if self._findings:
            at = (self.list.currentRow() + 1) % len(self._findings)
            self.list.setCurrentRow(at)
            self._go_to(self._findings[at], grid)

    def fold(self, *, is_folded: bool) -> None:
        """Say only how much was found, where there is no height for the lines."""
        self._is_folded = is_folded
        self._show_list()

    def _show_list(self) -> None:
        self.list.setVisible(bool(self._findings) and not self._is_folded)

    def _go_to(self, finding: RosterFinding, grid: MonthGrid) -> None:
        for number, row in enumerate(grid.month.rows):
            if (row.day.day, row.shift.shift) == (finding.duty_date, finding.shift):
                heads = [column.post_id for column in grid.seat_columns()]
                at = heads.index(finding.post_id) if finding.post_id in heads else 0
                seats = [
                    place
                    for place, seat in enumerate(row.seats)
                    if seat is not None
                    and seat.person == finding.person
                    and finding.post_id in {"", seat.post.id}
                ]
                grid.go_seat(number, seats[0] if seats else at)
                return

    def _go(self, item: QListWidgetItem) -> None:
        finding: date = self._findings[self.list.row(item)].duty_date
        self.wanted.emit(finding)

    def _restyle(self) -> None:
        self.list.setFixedHeight(self._theme.measure("row") * _ROWS + self._theme.px(6))
