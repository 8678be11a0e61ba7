"""How the window calls for attention: to the front, in the task bar, in the tray."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from dutydesk.ui.theme import Theme


class Attention(QObject):
    """Calls without ever taking the keyboard from who is typing, here or elsewhere."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._tray: QSystemTrayIcon | None = None

    def nudge(self, title: str, text: str) -> None:
        """Let the tray say a sentence; where there is none, the task bar flashes instead."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            QApplication.alert(self._window, 0)
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._theme.icon("siren", "overdue", 32), self)
            self._tray.setToolTip(title)
            self._tray.activated.connect(self._come)
            self._tray.messageClicked.connect(self._come)
            self._tray.show()
        self._tray.showMessage(title, text, QSystemTrayIcon.MessageIcon.Warning)

    def come_forward(self) -> None:
        """Put the window on top, out of the task bar if it lies there, without activating it.

        The task bar flashes: many desktops let no window come up over the one in use.
        """
        window = self._window
        QApplication.alert(window, 0)
        if window.windowState() & Qt.WindowState.WindowMinimized:
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
        window.raise_()

    def _come(self) -> None:
        self.come_forward()
        self._window.activateWindow()
