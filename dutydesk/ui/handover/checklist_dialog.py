"""The unit's own checklist and things: add a line, take one off, behind an administrator's PIN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.checklist import ChecklistItem, ChecklistKind
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor, Officer
from dutydesk.services.checklist import ChecklistService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.admin_gate import AdminGate
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.whole_rows import show_whole_rows
from dutydesk.wording.sentences import sentence

_HEADS = ("类别", "分组", "项目", "数量")
_KIND = {ChecklistKind.CHECK: "检查项目", ChecklistKind.THING: "移交物品"}
_WIDTH, _HEIGHT = 720, 480


class ChecklistDialog(QDialog):
    """Lists every line; changes count from the next handover nobody has signed yet."""

    help_page = "handover"
    comes_back = True

    def __init__(
        self, desk: Desk, service: ChecklistService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._officer = desk, service, officer
        self._items: list[ChecklistItem] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("检查清单和移交物品")
        self.gate = AdminGate(desk, officer.officers, self._prove)
        self.table = QTableWidget(0, len(_HEADS))
        self.kind = ChoiceBox(desk.theme, "类别")
        self.group, self.name, self.quantity = QLineEdit(), QLineEdit(), QLineEdit()
        self.add, self.remove = QPushButton("加上"), QPushButton("去掉选中的")
        self._close = QPushButton("关闭")
        self._answer = QLabel()
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._desk.runner.submit(self._service.items, done=self._show, failed=self._refused)

    def _build(self) -> None:
        theme = self._desk.theme
        for kind, word in _KIND.items():
            self.kind.addItem(word, kind.value)
        for field, word in ((self.group, "分组"), (self.name, "项目"), (self.quantity, "数量")):
            field.setAccessibleName(word)
            field.setPlaceholderText(word)
            field.returnPressed.connect(self._add)
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        self._build_table()
        fields = QGridLayout()
        fields.setSpacing(theme.px(8))
        parts = (self.kind, self.group, self.name, self.quantity, self.add)
        for column, part in enumerate(parts):
            fields.addWidget(part, 0, column)
        fields.setColumnStretch(1, 2)
        fields.setColumnStretch(2, 4)
        fields.setColumnStretch(3, 1)
        fields.addWidget(self._answer, 1, 0, 1, 3)
        fields.addWidget(self.remove, 1, 3)
        fields.addWidget(self._close, 1, 4)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(*(theme.px(16),) * 4)
        column_layout.setSpacing(theme.px(12))
        column_layout.addWidget(self.gate)
        column_layout.addWidget(self.table, 1)
        column_layout.addLayout(fields)
        # Enter belongs to the field it is pressed in.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.kind.activated.connect(self._allow)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._close.clicked.connect(self.reject)
        self.gate.opened.connect(self._on_gate)
        self.gate.closed.connect(self._allow)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height()))
        self._allow()
        self.gate.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_table(self) -> None:
        show_whole_rows(self.table, self._desk.theme, "清单", _HEADS)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _prove(self, officer_id: str, pin: str) -> Officer:
        return self._officer.prove(officer_id, pin, by=Actor(officer_id, officer_id))

    def _on_gate(self, _actor: Actor) -> None:
        self._allow()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self, _at: int = 0) -> None:
        is_open = self.gate.is_open and self._desk.session.seat.may_write
        is_thing = self.kind.currentData() == ChecklistKind.THING.value
        for part in (self.kind, self.name, self.add):
            part.setEnabled(is_open)
        self.group.setEnabled(is_open and not is_thing)
        self.quantity.setEnabled(is_open and is_thing)
        self.remove.setEnabled(is_open and bool(self._items))

    def _show(self, items: list[ChecklistItem]) -> None:
        row = max(self.table.currentRow(), 0)
        self._items = items
        self.table.setRowCount(len(items))
        for at, item in enumerate(items):
            cells = (_KIND[item.kind], item.group_name, item.name, item.quantity)
            for column, text in enumerate(cells):
                self.table.setItem(at, column, QTableWidgetItem(text))
        if items:
            self.table.selectRow(min(row, len(items) - 1))
        self._allow()

    def _add(self) -> None:
        if self.gate.actor is None:
            return
        kind = ChecklistKind(self.kind.currentData())
        texts = tuple(edit.text().strip() for edit in (self.group, self.name, self.quantity))
        job = partial(self._put, kind, texts, self.gate.actor)
        self._answer.clear()
        self._desk.runner.submit(job, done=self._added, failed=self._refused)

    def _put(self, kind: ChecklistKind, texts: tuple[str, ...], by: Actor) -> Done[ChecklistItem]:
        """Run on the store lane: touches no widget."""
        group, name, quantity = texts
        is_thing = kind is ChecklistKind.THING
        item = self._service.new(kind, "" if is_thing else group, name)
        return self._service.put(replace(item, quantity=quantity if is_thing else ""), by=by)

    def _added(self, done: Done[Any]) -> None:
        self.name.clear()
        self.quantity.clear()
        self._changed(done)
        self.table.scrollToBottom()

    def _remove(self) -> None:
        row = self.table.currentRow()
        if self.gate.actor is not None and 0 <= row < len(self._items):
            job = partial(self._service.remove, self._items[row].id, by=self.gate.actor)
            self._answer.clear()
            self._desk.runner.submit(job, done=self._changed, failed=self._refused)

    def _changed(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.reload()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._answer.setText(sentence(error))
