"""A window that asks for many things: its form scrolls, its verb stays in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from dutydesk.domain.errors import Refusal
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.desk import Desk
from dutydesk.wording.sentences import sentence

_WIDTH = 640


class LongDialog(AskDialog):
    """``job`` may raise a refusal for what cannot be read; Ctrl+Enter does it from every field."""

    def __init__(self, desk: Desk, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(desk, title, verb, parent)
        self.answer.hide()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.submit)

    def submit(self) -> None:
        """Do it, or say why it cannot be done; the window closes when it is on record."""
        if not self.accept_button.isEnabled():
            return
        try:
            super().submit()
        except Refusal as refusal:
            self.say(sentence(refusal))

    def say(self, words: str, field: QWidget | None = None) -> None:
        super().say(words, field)
        self.answer.setVisible(bool(words))

    def grow(self, height: int) -> None:
        """Take ``height`` pixels at 100 % type, but no more than the window above has."""
        theme, above = self.desk.theme, self.parentWidget()
        wide, high = theme.px(_WIDTH), theme.px(height)
        if above is not None:
            wide, high = min(wide, above.width()), min(high, above.height())
        self.setMinimumWidth(wide)
        self.resize(wide, high)

    def _build(self) -> None:
        super()._build()
        inside = QWidget()
        self._column.removeItem(self.form)
        self.form.setParent(None)
        inside.setLayout(self.form)
        # The ring around a field with the focus needs its two pixels.
        self.form.setContentsMargins(2, 2, self.desk.theme.px(8), 2)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.insertWidget(0, scroll, 1)

    def _refused(self, error: Exception) -> None:
        super()._refused(error)
        self.answer.show()
