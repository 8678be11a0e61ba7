"""The unit's list of who handles what, changed behind an administrator's PIN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.responsibility import Responsibility
from dutydesk.services.officer import OfficerService
from dutydesk.services.responsibility import ResponsibilityService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident import CATEGORY
from dutydesk.wording.responsibility import scope_words

_LOOK = AdminListLook(
    "谁管这事清单", "清单", ("找谁", "管什么", "电话", "说明", "状态"), (1,), (1000, 640)
)
_HINT = (
    "“找谁”写通讯录里的单位名称，就列出它的值班电话和负责人；通讯录里没有的，写上电话。"
    "“管什么”三样写一样就行：说到哪些词、哪些种类、哪个类别。词和种类用顿号隔开。"
)


class ResponsibilityListDialog(AdminListDialog):
    """Enter on a row takes it into the fields below."""

    help_page = "contacts"

    def __init__(
        self,
        desk: Desk,
        service: ResponsibilityService,
        officer: OfficerService,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._lines: list[Responsibility] = []
        self._changing: Responsibility | None = None
        self.name, self.words, self.kinds = QLineEdit(), QLineEdit(), QLineEdit()
        self.phone, self.note = QLineEdit(), QLineEdit()
        self.category = ChoiceBox(desk.theme, "类别")
        self.put, self.switch = QPushButton("加上"), QPushButton("停用")
        self.up, self.down = QPushButton("上移"), QPushButton("下移")
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._desk.runner.submit(self._service.lines, done=self._show, failed=self._refused)

    def _build(self) -> None:
        theme = self._desk.theme
        self.category.addItem("不按类别", "")
        for category, word in CATEGORY.items():
            self.category.addItem(word, category.value)
        for field, word, hint in (
            (self.name, "找谁", "找谁，如 燃气公司"),
            (self.words, "说到哪些词", "说到哪些词，如 燃气、煤气"),
            (self.kinds, "哪些种类", "哪些种类，如 燃气泄漏、供气中断"),
            (self.phone, "电话", "电话"),
            (self.note, "说明", "说明，如 抢修"),
        ):
            field.setAccessibleName(word)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self._put)
        hint_label = QLabel(_HINT)
        set_style(hint_label, tone="muted")
        hint_label.setWordWrap(True)
        fields = QGridLayout()
        fields.setSpacing(theme.px(8))
        for column, part in enumerate((self.name, self.words, self.kinds)):
            fields.addWidget(part, 0, column)
        fields.addWidget(self.category, 1, 0)
        fields.addWidget(self.phone, 1, 1)
        fields.addWidget(self.note, 1, 2)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for button in (self.put, self.up, self.down, self.switch):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        self.put.clicked.connect(self._put)
        self.table.activated.connect(self._begin_change)
        self.table.currentCellChanged.connect(self._allow)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.switch.clicked.connect(self._switch)
        self._lay_out(self.name, fields, hint_label, self._answer, foot)

    def _allow(self, *_cells: int) -> None:
        is_open, chosen, row = self._may_change, self._chosen(), self.table.currentRow()
        for part in (self.name, self.words, self.kinds, self.phone, self.note, self.put):
            part.setEnabled(is_open)
        self.category.setEnabled(is_open)
        self.switch.setEnabled(is_open and chosen is not None)
        self.switch.setText("启用" if chosen is not None and not chosen.is_active else "停用")
        self.up.setEnabled(is_open and row > 0)
        self.down.setEnabled(is_open and 0 <= row < len(self._lines) - 1)

    def _chosen(self) -> Responsibility | None:
        row = self.table.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _show(self, lines: Sequence[Responsibility]) -> None:
        chosen = self._chosen()
        self._lines = list(lines)
        names = [line.name for line in lines]
        row = names.index(chosen.name) if chosen and chosen.name in names else 0
        self._show_cells([_cells(line) for line in lines], row)

    def _begin_change(self) -> None:
        line = self._chosen()
        if line is None or not self.name.isEnabled():
            return
        self._changing = line
        self.name.setText(line.name)
        self.words.setText("、".join(line.words))
        self.kinds.setText("、".join(line.kinds))
        self.category.setCurrentIndex(self.category.findData(line.category or ""))
        self.phone.setText(line.phone)
        self.note.setText(line.note)
        self.put.setText("改好")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self) -> None:
        line = self._typed()
        self._do(lambda by: self._service.put(line, by=by), self._kept)

    def _typed(self) -> Responsibility:
        category = self.category.currentData()
        begun = self._changing or Responsibility(id=self._service.new_id(), name="")
        return replace(
            begun,
            name=self.name.text(),
            words=_parts(self.words.text()),
            kinds=_parts(self.kinds.text()),
            category=IncidentCategory(category) if category else None,
            phone=self.phone.text().strip(),
            note=self.note.text().strip(),
        )

    def _kept(self, done: Done[Responsibility]) -> None:
        self._changing = None
        for field in (self.name, self.words, self.kinds, self.phone, self.note):
            field.clear()
        self.category.setCurrentIndex(0)
        self.put.setText("加上")
        self._changed(done)

    def _move(self, steps: int) -> None:
        line = self._chosen()
        if line is not None:
            self._do(lambda by: self._service.move(line.id, steps, by=by))

    def _switch(self) -> None:
        line = self._chosen()
        if line is not None:
            other = replace(line, is_active=not line.is_active)
            self._do(lambda by: self._service.put(other, by=by))


def _parts(text: str) -> tuple[str, ...]:
    parts = text.replace("，", "、").replace(",", "、").split("、")
    return tuple(part.strip() for part in parts if part.strip())


def _cells(line: Responsibility) -> tuple[str, ...]:
    state = "" if line.is_active else "已停用"
    return line.name, scope_words(line), line.phone, line.note, state
