"""How the inputs of the quick entry stand: three rows, cut in two where space is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.duty_log.detail_area import DetailArea
from dutydesk.ui.theme import Theme

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True, slots=True)
class Places:
    """Which inputs stand where, each row from the left; ``who`` and ``details`` take the space.

    ``tasks`` are what is to come of the entry, ``end`` the buttons.
    """

    when: Sequence[QWidget]
    who: Sequence[tuple[QWidget, int]]
    text: QWidget
    details: DetailArea
    tasks: Sequence[QWidget]
    end: Sequence[QWidget]


class EntryRows(QVBoxLayout):
    """When and who above, the text, what the kind asks and the button below."""

    def __init__(self, parent: QWidget, theme: Theme, places: Places) -> None:
        super().__init__(parent)
        self._theme, self._details = theme, places.details
        self._when, self._who, self._tasks, self._verbs = (QHBoxLayout() for _ in range(4))
        for row, widgets in (
            (self._when, places.when),
            (self._tasks, places.tasks),
            (self._verbs, places.end),
        ):
            for widget in widgets:
                row.addWidget(widget)
        self._end = QBoxLayout(_BESIDE)
        self._end.addLayout(self._tasks)
        self._end.addLayout(self._verbs)
        for widget, stretch in places.who:
            self._who.addWidget(widget, stretch)
        self.top, self.low = QBoxLayout(_BESIDE), QBoxLayout(_BESIDE)
        self.top.addLayout(self._when)
        self.top.addLayout(self._who, 1)
        self.low.addWidget(places.details, 1)
        self.low.addLayout(self._end)
        self.setContentsMargins(0, 0, 0, 0)
        self.addLayout(self.top)
        self.addWidget(places.text)
        self.addLayout(self.low)

    def fold(self, *, is_folded: bool) -> None:
        """Leave out what need not be filled in, so that more of the log is in sight."""
        self._details.setVisible(not is_folded)

    def arrange(self, width: int) -> None:
        """Put the second half of a row below the first where both do not fit."""
        gap = self.spacing()
        top = self._when.sizeHint().width() + self._who.minimumSize().width() + gap
        end = self._tasks.sizeHint().width() + self._verbs.sizeHint().width() + gap
        low = end + self._details.least_width() + gap
        self.top.setDirection(_BESIDE if top <= width else _BELOW)
        is_below = low > width or self._details.is_unfolded
        self.low.setDirection(_BELOW if is_below else _BESIDE)
        self._end.setDirection(_BESIDE if end <= width else _BELOW)
        # Alone in its row the button keeps its size and its place at the right.
        is_alone = is_below or self._details.isHidden()
        right = Qt.AlignmentFlag.AlignRight
        self.low.setAlignment(self._end, right if is_alone else Qt.AlignmentFlag(0))

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        halves = (self._when, self._who, self._tasks, self._verbs)
        for layout in (self, self.top, self.low, self._end, *halves):
            layout.setSpacing(self._theme.px(8))
