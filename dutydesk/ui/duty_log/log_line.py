"""The line above the whole log: how much there is, what is asked for, and the way back to all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.actions import key_text
from dutydesk.ui.duty_log.log_keys import CLEAR
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.log_search import conditions


class LogLine(QWidget):
    """``cleared`` when everything is wanted again."""

    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words, self.conditions = QLabel(), ElidedLabel()
        self.clear = QPushButton(f"{CLEAR.word}  {key_text(CLEAR.key)}")
        set_style(self.clear, rank="quiet")
        set_style(self.words, tone="muted")
        set_style(self.conditions, tone="accent")
        self.clear.clicked.connect(self.cleared)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words)
        self._row.addWidget(self.conditions, 1)
        self._row.addWidget(self.clear)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_line(self, words: str, search: LogSearch) -> None:
        """Say how much was found and by what."""
        said = conditions(search)
        self.words.setText(words)
        self.conditions.setText("条件：" + "、".join(said) if said else "")
        self.clear.setVisible(bool(said) or bool(search.text.strip()))

    def _restyle(self) -> None:
        side = self._theme.px(16)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(self._theme.px(12))
        for label in (self.words, self.conditions):
            label.setFont(self._theme.font("small"))
