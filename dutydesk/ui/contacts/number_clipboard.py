"""A number on the clipboard, in dialling form, for one minute."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from dutydesk.ui.contacts.dialling import dialled

KEPT_SECONDS = 60


class NumberClipboard(QObject):
    """Copies a number and clears it after a minute, unless something else was copied since."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_SECONDS * 1000)
        self.timer.timeout.connect(self._clear)

    def copy(self, number: str) -> str:
        """Copy a number and return the words that say so."""
        self._number, extension = dialled(number)
        QGuiApplication.clipboard().setText(self._number)
        self.timer.start()
        after = f"分机{extension}接通后再拨。" if extension else ""
        return f"已复制 {self._number}，{KEPT_SECONDS}秒后清除。{after}"

    def _clear(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._number:
            clipboard.clear()
        self._number = ""
