"""The unit's own checklist and things: add a line, take one off, behind an administrator's PIN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.checklist import ChecklistItem, ChecklistKind
from dutydesk.domain.officer import Actor
from dutydesk.services.checklist import ChecklistService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox

_HEADS = ("类别", "分组", "项目", "数量")
_KIND = {ChecklistKind.CHECK: "检查项目", ChecklistKind.THING: "移交物品"}
_LOOK = AdminListLook("检查清单和移交物品", "清单", _HEADS, (2,), (720, 480))


class ChecklistDialog(AdminListDialog):
    """Lists every line; changes count from the next handover nobody has signed yet."""

    help_page = "handover"

    def __init__(
        self, desk: Desk, service: ChecklistService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._items: list[ChecklistItem] = []
        self.kind = ChoiceBox(desk.theme, "类别")
        self.group, self.name, self.quantity = QLineEdit(), QLineEdit(), QLineEdit()
        self.add, self.remove = QPushButton("加上"), QPushButton("去掉选中的")
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
        fields = QGridLayout()
        fields.setSpacing(theme.px(8))
        parts = (self.kind, self.group, self.name, self.quantity, self.add)
        for column, part in enumerate(parts):
            fields.addWidget(part, 0, column)
        fields.setColumnStretch(1, 2)
        fields.setColumnStretch(2, 4)
        fields.setColumnStretch(3, 1)
        fields.addWidget(self.remove, 1, 3)
        fields.addWidget(self._close, 1, 4)
        self.kind.activated.connect(self._allow)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._lay_out(self.name, self._answer, fields)

    def _allow(self, *_at: int) -> None:
        is_open = self._may_change
        is_thing = self.kind.currentData() == ChecklistKind.THING.value
        for part in (self.kind, self.name, self.add):
            part.setEnabled(is_open)
        self.group.setEnabled(is_open and not is_thing)
        self.quantity.setEnabled(is_open and is_thing)
        self.remove.setEnabled(is_open and bool(self._items))

    def _show(self, items: list[ChecklistItem]) -> None:
        row = max(self.table.currentRow(), 0)
        self._items = items
        cells = [(_KIND[one.kind], one.group_name, one.name, one.quantity) for one in items]
        self._show_cells(cells, row)

    def _add(self) -> None:
        kind = ChecklistKind(self.kind.currentData())
        texts = tuple(edit.text().strip() for edit in (self.group, self.name, self.quantity))
        self._do(partial(self._put, kind, texts), self._added)

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
        if 0 <= row < len(self._items):
            removed = self._items[row].id
            self._do(lambda by: self._service.remove(removed, by=by))
