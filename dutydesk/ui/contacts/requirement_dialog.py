"""The unit's list of training requirements, changed behind an administrator's PIN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.contacts import ContactRole
from dutydesk.domain.officer import Actor
from dutydesk.domain.training import TrainingRequirement
from dutydesk.services.officer import OfficerService
from dutydesk.services.training import TrainingService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.contacts.role_rows import role_choice
from dutydesk.ui.contacts.training_dialog import days_in
from dutydesk.ui.desk import Desk
from dutydesk.ui.receivers import line_of, units_in
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.contacts import CONTACT_ROLES

_HEADS = ("名称", "值守角色", "职务、类别里的字", "每年天数", "状态")
_LOOK = AdminListLook("培训要求", "培训要求", _HEADS, (0, 2), (820, 520))
_HINT = (
    "值守角色是这一种的，或职务、类别里有这些字的，每年要达到这些天数；合几条的，按最多的一条。"
)


class RequirementDialog(AdminListDialog):
    """Enter on a row takes it into the fields below."""

    help_page = "contacts"

    def __init__(
        self, desk: Desk, service: TrainingService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._lines: list[TrainingRequirement] = []
        self._changing: TrainingRequirement | None = None
        self.name, self.words, self.days = QLineEdit(), QLineEdit(), QLineEdit()
        self.role = role_choice(desk.theme, "值守角色", None)
        self.put, self.switch = QPushButton("加上"), QPushButton("停用")
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        job = self._service.requirements
        self._desk.runner.submit(job, done=self._show, failed=self._refused)

    def _build(self) -> None:
        theme = self._desk.theme
        fields, foot = QHBoxLayout(), QHBoxLayout()
        for field, hint in (
            (self.name, "名称"),
            (self.words, "职务、类别里的字，用顿号隔开"),
            (self.days, "天数"),
        ):
            field.setAccessibleName(hint)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self._put)
        for part in (self.name, self.role, self.words, self.days, self.put):
            fields.addWidget(part)
        for row in (fields, foot):
            row.setSpacing(theme.px(8))
        foot.addWidget(self.switch)
        foot.addStretch(1)
        foot.addWidget(self._close)
        hint_label = QLabel(_HINT)
        hint_label.setWordWrap(True)
        set_style(hint_label, tone="muted")
        self.put.clicked.connect(self._put)
        self.switch.clicked.connect(self._switch)
        self.table.activated.connect(self._begin_change)
        self.table.currentCellChanged.connect(self._allow)
        self._lay_out(self.name, fields, hint_label, self._answer, foot)

    def _allow(self, *_cells: int) -> None:
        is_open, chosen = self._may_change, self._chosen()
        for part in (self.name, self.role, self.words, self.days, self.put):
            part.setEnabled(is_open)
        self.switch.setEnabled(is_open and chosen is not None)
        self.switch.setText("启用" if chosen is not None and not chosen.is_active else "停用")

    def _chosen(self) -> TrainingRequirement | None:
        row = self.table.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _show(self, lines: list[TrainingRequirement]) -> None:
        row = self.table.currentRow()
        self._lines = list(lines)
        self._show_cells([_cells(line) for line in self._lines], row)

    def _begin_change(self) -> None:
        chosen = self._chosen()
        if chosen is None or not self._may_change:
            return
        self._changing = chosen
        self.name.setText(chosen.name)
        self.words.setText(line_of(chosen.words))
        self.days.setText(str(chosen.days))
        first = next(iter(chosen.duty_roles), "")
        self.role.setCurrentIndex(max(0, self.role.findData(first)))
        self.put.setText("改好")
        self.name.setFocus()

    def _put(self) -> None:
        line = self._changing or TrainingRequirement(id=self._service.new_id(), name="")
        role = self.role.currentData()
        line = replace(
            line,
            name=self.name.text(),
            words=units_in(self.words.text()),
            days=int(days_in(self.days.text())),
            duty_roles=(str(role),) if role else (),
        )
        self._do(lambda by: self._service.put_requirement(line, by=by), self._put_done)

    def _put_done(self, done: Done[Any]) -> None:
        self._changing = None
        for field in (self.name, self.words, self.days):
            field.clear()
        self.role.setCurrentIndex(0)
        self.put.setText("加上")
        self._changed(done)

    def _switch(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            line = replace(chosen, is_active=not chosen.is_active)
            self._do(partial(self._switched, line))

    def _switched(self, line: TrainingRequirement, by: Actor) -> Done[Any]:
        return self._service.put_requirement(line, by=by)


def _cells(line: TrainingRequirement) -> tuple[str, ...]:
    roles = line_of(CONTACT_ROLES[ContactRole(one)] for one in line.duty_roles)
    state = "启用" if line.is_active else "停用"
    return line.name, roles, line_of(line.words), f"{line.days}天", state
