"""The line above the whole log: how much there is, what is asked for, what else can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QWidget

from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.actions import key_text
from dutydesk.ui.duty_log.log_keys import CLEAR, IN_CONTEXT, KEEP
from dutydesk.ui.duty_log.register_deed import PRINT_REGISTER
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.log_search import conditions

# Short words for the line, most wanted first: where width is short, the last goes first.
_VERBS = ((IN_CONTEXT, "前后"), (KEEP, "常用条件"), (PRINT_REGISTER, "登记簿"))
_LEAST_CONDITIONS = 120
# Below this height of the room, at 100 % type, the list needs the line of the verbs too.
_LOW = 420


class LogLine(QWidget):
    """``wanted(action id)`` when one of its buttons was pressed."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._height = theme, 0
        self.words, self.conditions = QLabel(), ElidedLabel()
        self.clear = QPushButton(f"{CLEAR.word}  {key_text(CLEAR.key)}")
        self.verbs = [QPushButton(f"{word}  {key_text(spec.key)}") for spec, word in _VERBS]
        ids = [CLEAR.id, *(spec.id for spec, _ in _VERBS)]
        for name, button in zip(ids, (self.clear, *self.verbs), strict=True):
            set_style(button, rank="quiet")
            button.clicked.connect(partial(self.wanted.emit, name))
        set_style(self.words, tone="muted")
        set_style(self.conditions, tone="accent")
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self.words)
        self._row.addWidget(self.conditions, 1)
        for button in (self.clear, *self.verbs):
            self._row.addWidget(button)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_line(self, words: str, search: LogSearch) -> None:
        """Say how much was found and by what."""
        said = conditions(search)
        self.words.setText(words)
        self.conditions.setText("条件：" + "、".join(said) if said else "")
        self.clear.setVisible(bool(said) or bool(search.text.strip()))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # The verbs give way; else the room would never get narrower than they are.
        least = self._kept_width() + self._theme.px(40)
        return QSize(least, super().minimumSizeHint().height())

    def fit(self, height: int) -> None:
        """Take the height of the room: a low one has no place for the verbs."""
        self._height = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the verbs that leave the conditions their room; the palette has them all."""
        said = self._theme.px(_LEAST_CONDITIONS if self.conditions.text() else 0)
        free = self.width() - said - self._kept_width()
        for button in self.verbs:
            free -= button.sizeHint().width() + self._row.spacing()
            button.setVisible(free >= 0 and self._height >= self._theme.px(_LOW))

    def _kept_width(self) -> int:
        kept = [self.words, *([self.clear] if self.clear.isVisibleTo(self) else [])]
        widths = sum(widget.sizeHint().width() + self._row.spacing() for widget in kept)
        return widths + 2 * self._theme.px(16)

    def _restyle(self) -> None:
        side = self._theme.px(16)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(self._theme.px(12))
        for label in (self.words, self.conditions):
            label.setFont(self._theme.font("small"))
        self._fit()
