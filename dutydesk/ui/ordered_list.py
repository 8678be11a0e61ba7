"""A list of the unit's own whose lines stand in an order and are switched on or off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dutydesk.services.officer import OfficerService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk


class OrderedLine(Protocol):
    """What the lines of such a list have in common."""

    @property
    def name(self) -> str: ...
    @property
    def is_active(self) -> bool: ...


L = TypeVar("L", bound=OrderedLine)


class OrderedListDialog(AdminListDialog, Generic[L]):
    """Keeps the lines, the one chosen, and the buttons below them."""

    def __init__(
        self, desk: Desk, officer: OfficerService, look: AdminListLook, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, look, parent)
        self._lines: list[L] = []
        self.put, self.switch = QPushButton("加上"), QPushButton("停用")
        self.up, self.down = QPushButton("上移"), QPushButton("下移")

    def _words(self, line: L) -> Sequence[str]:
        """Return what stands in the cells of a line."""
        raise NotImplementedError

    def _chosen(self) -> L | None:
        row = self.table.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _show(self, lines: Sequence[L]) -> None:
        """Show the lines; the one that was chosen stays so, under its name."""
        chosen = self._chosen()
        self._lines = list(lines)
        names = [line.name for line in lines]
        row = names.index(chosen.name) if chosen and chosen.name in names else 0
        self._show_cells([self._words(line) for line in lines], row)

    def _allow_order(self, *fields: QWidget) -> None:
        """Allow fields and buttons as far as the gate and the row chosen let."""
        is_open, chosen, row = self._may_change, self._chosen(), self.table.currentRow()
        for part in (*fields, self.put):
            part.setEnabled(is_open)
        self.switch.setEnabled(is_open and chosen is not None)
        self.switch.setText("启用" if chosen is not None and not chosen.is_active else "停用")
        self.up.setEnabled(is_open and row > 0)
        self.down.setEnabled(is_open and 0 <= row < len(self._lines) - 1)

    def _foot(self, *first: QPushButton) -> QHBoxLayout:
        """Return the row of buttons, ``first`` before the usual ones."""
        foot = QHBoxLayout()
        foot.setSpacing(self._desk.theme.px(8))
        for button in (*first, self.up, self.down, self.switch):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        return foot
