"""The drafts set aside: a row of buttons above the quick entry, one a draft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from dutydesk.domain.draft import Draft
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

_WORDS = 10


class DraftBar(QWidget):
    """Shows drafts that wait; ``chosen(Draft)`` when one is taken up again."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = QLabel("写到一半")
        set_style(self._label, tone="soon")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        self._buttons: list[QPushButton] = []
        self.drafts: tuple[Draft, ...] = ()
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these drafts, oldest first; none hides the row."""
        self.drafts = tuple(drafts)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(draft) for draft in drafts]
        for at, button in enumerate(self._buttons):
            self._row.insertWidget(1 + at, button)
        self.setVisible(bool(drafts))

    def _button(self, draft: Draft) -> QPushButton:
        words = (draft.content.get("text") or draft.content.get("caller", "")).replace("\n", " ")
        short = words if len(words) <= _WORDS else words[:_WORDS] + "…"
        button = QPushButton(f"{draft.content.get('at', '')} {short}".strip())
        button.setToolTip(words)
        button.clicked.connect(partial(self.chosen.emit, draft))
        return button

    def _restyle(self) -> None:
        side = self._theme.px(16)
        self._row.setContentsMargins(side, self._theme.px(4), side, 0)
        self._row.setSpacing(self._theme.px(8))
