"""A list whose lines are ticked by Space; as high as its lines, up to a limit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dutydesk.ui.theme import Theme

_MOST_ROWS = 8


class TickList(QListWidget):
    """Takes (id, words); every line is ticked at first."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        lines: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        for line_id, words in lines:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, line_id)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | item.flags())
            item.setCheckState(Qt.CheckState.Checked)
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)
        theme.changed.connect(self._restyle)
        self._restyle()

    def ticked(self) -> list[str]:
        """Return the ids of the lines that are ticked, in order."""
        items = [self.item(at) for at in range(self.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _restyle(self) -> None:
        row = self._theme.measure("row")
        for at in range(self.count()):
            self.item(at).setSizeHint(QSize(0, row))
        self.setFixedHeight(row * min(_MOST_ROWS, max(self.count(), 1)) + self._theme.px(6))
