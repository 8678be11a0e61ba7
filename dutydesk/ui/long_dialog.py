"""A window that asks for many things, wide enough for sentences."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from dutydesk.domain.errors import Refusal
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.desk import Desk
from dutydesk.wording.sentences import sentence

_WIDTH = 640


class LongDialog(AskDialog):
    """``job`` may raise a refusal for what cannot be read; Ctrl+Enter does it from every field.

    Where the button says Ctrl+Enter, nothing else does it: Enter goes to the next field.
    """

    def __init__(self, desk: Desk, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(desk, title, verb, parent)
        self.setMinimumWidth(min(desk.theme.px(_WIDTH), parent.window().width()))
        self._is_by_ctrl_enter = "Ctrl+Enter" in verb
        if self._is_by_ctrl_enter:
            self.accept_button.setDefault(False)
            self.accept_button.setAutoDefault(False)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.submit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self._is_by_ctrl_enter:
            focus: QWidget | None = self.focusWidget()
            if isinstance(focus, QPushButton):
                focus.click()
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def do(self, ask: Callable[[], Job | None]) -> None:
        """Do it, or say why it cannot be done; the window closes when it is on record."""
        try:
            super().do(ask)
        except Refusal as refusal:
            self.say(sentence(refusal))

    def say(self, words: str, field: QWidget | None = None) -> None:
        super().say(words, field)
        self.answer.setVisible(bool(words))
