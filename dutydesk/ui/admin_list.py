"""A list of the unit's own (phrases, watched words, checklist), changed behind a PIN.

A dialog of this kind says what its rows are and what may be done; the gate, the table, the answer
and the way of a change to the record and back are here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor, Officer
from dutydesk.services.officer import OfficerService
from dutydesk.ui.admin_gate import AdminGate
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.whole_rows import show_whole_rows
from dutydesk.wording.sentences import sentence

Job = Callable[[Actor], Done[Any]]


@dataclass(frozen=True, slots=True)
class AdminListLook:
    """Title, what the list is called, its heads, which of them take the width, size in pixels."""

    title: str
    name: str
    heads: Sequence[str]
    wide: Sequence[int]
    size: tuple[int, int]


class AdminListDialog(QDialog):
    """Reads its list again after every change; ``_allow`` whenever what may be done changes."""

    comes_back = True

    def __init__(
        self, desk: Desk, officer: OfficerService, look: AdminListLook, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._look = desk, officer, look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(look.title)
        self.gate = AdminGate(desk, officer.officers, self._prove)
        self.table = QTableWidget(0, len(look.heads))
        self._close, self._answer = QPushButton("关闭"), QLabel()

    def reload(self) -> None:
        """Read the list again."""
        raise NotImplementedError

    def _allow(self, *_at: int) -> None:
        """Allow what may be done with the chosen row, once the gate is open."""
        raise NotImplementedError

    def _lay_out(self, first: QWidget, *parts: QWidget | QLayout) -> None:
        """Place the parts under gate and table; ``first`` gets the cursor when the gate opens."""
        theme = self._desk.theme
        show_whole_rows(self.table, theme, self._look.name, self._look.heads)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in self._look.wide:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        self._answer.hide()
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(*(theme.px(16),) * 4)
        column_layout.setSpacing(theme.px(12))
        column_layout.addWidget(self.gate)
        column_layout.addWidget(self.table, 1)
        for part in parts:
            if isinstance(part, QWidget):
                column_layout.addWidget(part)
            else:
                column_layout.addLayout(part)
        # Enter belongs to the field it is pressed in.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self.gate.opened.connect(partial(self._on_gate, first))
        self.gate.closed.connect(self._allow)
        room = self.screen().availableGeometry()
        wide, high = (theme.px(length) for length in self._look.size)
        self.resize(min(wide, room.width()), min(high, room.height()))
        self._allow()
        self.gate.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _may_change(self) -> bool:
        return self.gate.is_open and self._desk.session.seat.may_write

    def _show_cells(self, rows: Sequence[Sequence[str]], chosen: int) -> None:
        """Show rows of words and choose one, the last where there are fewer."""
        self.table.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text if column in self._look.wide else "")
                self.table.setItem(at, column, item)
        if rows:
            self.table.selectRow(min(max(chosen, 0), len(rows) - 1))
        self._allow()

    def _do(self, job: Job, done: Callable[[Done[Any]], None] | None = None) -> None:
        """Do it as whoever opened the gate; nothing while it is shut."""
        if self.gate.actor is not None:
            self._say("")
            bound = partial(job, self.gate.actor)
            then = done or self._changed
            self._desk.runner.submit(bound, done=then, failed=self._refused)

    def _changed(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.reload()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._answer.setText(words)
        self._answer.setVisible(bool(words))

    def _prove(self, officer_id: str, pin: str) -> Officer:
        return self._officer.prove(officer_id, pin, by=Actor(officer_id, officer_id))

    def _on_gate(self, first: QWidget, _actor: Actor) -> None:
        self._allow()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
