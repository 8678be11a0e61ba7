"""The head of the roster room: which month, in what state, and what may be done with it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.roster import MonthState
from dutydesk.domain.roster_view import RosterView
from dutydesk.ui.actions import ActionRegistry
from dutydesk.ui.roster import verbs
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.more_button import MoreButton
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.verb_buttons import VerbButtons
from dutydesk.wording import roster_room as words

_MORE = tuple(
    spec.id
    for spec in (
        verbs.IMPORT,
        verbs.UNDO,
        verbs.PERIODS,
        verbs.HOLIDAYS,
        verbs.POSTS,
        verbs.NEXT_FINDING,
        verbs.TODAY,
        verbs.HISTORY,
    )
)


class MonthHead(QWidget):
    """Title, months, state, buttons; who owns it connects the buttons."""

    def __init__(
        self, theme: Theme, actions: ActionRegistry, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel("值班表")
        self.earlier, self.later = QPushButton("前一月"), QPushButton("后一月")
        self.earlier.setToolTip("上一个月  Ctrl+PageUp")
        self.later.setToolTip("下一个月  Ctrl+PageDown")
        self.month = QLabel()
        self.state = ElidedLabel("")
        self.generate = QPushButton("自动排班  Ctrl+R")
        self.members = QPushButton("人员和意愿  Ctrl+E")
        self.swap = QPushButton("调班、替班  Ctrl+S")
        self.publish = QPushButton("发布  Ctrl+P")
        self.counts = QPushButton("次数  Ctrl+T")
        self.paper = QPushButton("打印  F9")
        self._line = QHBoxLayout()
        for part in (self._title, self.earlier, self.month, self.later):
            self._line.addWidget(part)
        self._line.addWidget(self.state, 1)
        self.more = MoreButton(actions, _MORE)
        self._line.addWidget(self.more)
        self._verbs = VerbButtons(
            theme,
            (self.generate, self.members, self.swap),
            (self.publish, self.counts, self.paper),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._line)
        self._column.addWidget(self._verbs)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_month(self, month: date, view: RosterView, now: datetime) -> None:
        """Say which month is shown, and in what state."""
        self.month.setText(words.month_head(month))
        self.state.setText(f"{words.state_words(view.month, now)}　{words.found_words(view)}")
        is_out = view.month.state is MonthState.PUBLISHED
        set_style(self.state, tone="done" if is_out else "soon")
        self.publish.setText("收回改版  Ctrl+Shift+O" if is_out else "发布  Ctrl+P")

    def fold(self, *, is_folded: bool) -> None:
        """Keep the buttons in a menu where there is no height for them."""
        self._verbs.setVisible(not is_folded)
        self.more.leading = self._verbs.findChildren(QPushButton) if is_folded else ()

    def _restyle(self) -> None:
        theme = self._theme
        self._title.setFont(theme.font("title", bold=True))
        self.month.setFont(theme.font("title", bold=True))
        self._line.setSpacing(theme.px(8))
        self._column.setSpacing(theme.px(8))
