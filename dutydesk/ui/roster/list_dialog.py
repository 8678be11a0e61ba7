"""A window with one list of the roster's own, changed line by line by any officer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowTable


class ListDialog(QDialog):
    """Buttons under tables; a subclass reads its lists and opens its forms."""

    help_page = "roster"
    comes_back = True

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(desk.theme.px(16),) * 4)
        self._column.setSpacing(desk.theme.px(8))

    def place(self, title: str, table: RowTable, buttons: Sequence[QPushButton]) -> None:
        """Add a list with its title and its buttons."""
        if title:
            label = QLabel(title)
            set_style(label, tone="muted")
            self._column.addWidget(label)
        self._column.addWidget(table, 1)
        row = QHBoxLayout()
        row.setSpacing(self.desk.theme.px(8))
        for button in buttons:
            button.setAutoDefault(False)
            button.setEnabled(self.desk.session.seat.may_write)
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def end(self, wide: int, high: int) -> None:
        """Add the way out and take a size that fits the desk."""
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        self._column.addLayout(row)
        theme, room = self.desk.theme, self.screen().availableGeometry()
        self.resize(min(theme.px(wide), room.width()), min(theme.px(high), room.height()))

    def key(self, keys: str, button: QPushButton) -> None:
        """Let a key press a button of this window."""
        QShortcut(QKeySequence(keys), self).activated.connect(button.click)
