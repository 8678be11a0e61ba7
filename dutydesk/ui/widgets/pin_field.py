"""The field for a PIN: digits only, hidden, without input method."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 12


class PinField(QLineEdit):
    """Takes up to twelve digits, full-width ones too; ``entered(pin)`` on Enter.

    With ``is_kept`` the digits stay on Enter: one field of a form that reads it when it is sent.
    """

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, is_kept: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMaxLength(LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textEdited.connect(self._keep_digits)
        if not is_kept:
            self.returnPressed.connect(self._enter)

    def take(self) -> str:
        """Return what was typed and empty the field, so that no PIN stays on screen."""
        pin = self.text()
        self.clear()
        return pin

    def _keep_digits(self, text: str) -> None:
        narrow = unicodedata.normalize("NFKC", text)
        digits = "".join(sign for sign in narrow if sign in "0123456789")
        if digits != text:
            self.setText(digits)

    def _enter(self) -> None:
        if self.text():
            self.entered.emit(self.take())
