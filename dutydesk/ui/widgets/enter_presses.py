"""Enter presses the button that has the focus, as it does in dialogs and as people expect."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QRadioButton,
    QWidget,
)


class EnterPresses(QObject):
    """Watches the buttons that get the focus, outside of dialogs, which do this themselves.

    The key is taken at the button and nowhere above it: Enter in a PIN field may move the focus
    to a button while the key is still under way, and must not press it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QAbstractButton)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            if not event.isAutoRepeat():
                watched.click()
            return True
        return False

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        is_button = isinstance(now, QAbstractButton) and not isinstance(
            now, QCheckBox | QRadioButton
        )
        if now is not None and is_button and not isinstance(now.window(), QDialog):
            now.installEventFilter(self)
