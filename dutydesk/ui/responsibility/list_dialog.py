"""The unit's list of who handles what, changed behind an administrator's PIN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.responsibility import Responsibility
from dutydesk.services.officer import OfficerService
from dutydesk.services.responsibility import ResponsibilityService
from dutydesk.ui.admin_list import AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.ordered_list import OrderedListDialog
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


class ResponsibilityListDialog(OrderedListDialog[Responsibility]):
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
        self._changing: Responsibility | None = None
        self.name, self.words, self.kinds = QLineEdit(), QLineEdit(), QLineEdit()
        self.phone, self.note = QLineEdit(), QLineEdit()
        self.category = ChoiceBox(desk.theme, "类别")
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
        self.put.clicked.connect(self._put)
        self.table.activated.connect(self._begin_change)
        self.table.currentCellChanged.connect(self._allow)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.switch.clicked.connect(self._switch)
        self._lay_out(self.name, fields, hint_label, self._answer, self._foot(self.put))

    def _allow(self, *_cells: int) -> None:
        fields = (self.name, self.words, self.kinds, self.category, self.phone, self.note)
        self._allow_order(*fields)

    def _words(self, line: Responsibility) -> tuple[str, ...]:
        return _cells(line)

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
