"""The unit's own phrases: write, change, order, switch off, behind an administrator's PIN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor
from dutydesk.domain.phrase import Phrase
from dutydesk.services.officer import OfficerService
from dutydesk.services.phrase import PhraseService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.phrase import ANY_KIND, phrase_kind

_HEADS = ("类别", "常用语", "状态")
_LOOK = AdminListLook("常用语", "常用语", _HEADS, (1,), (860, 560))
_HINT = (
    "空写成 {单位}。{单位}、{人}、{电话}、{时间} 由记录自动填上，"
    "其他名称自己定，写记录时按 Tab 逐个填。"
)


class PhraseDialog(AdminListDialog):
    """Lists every phrase in the unit's order; Enter on a row takes it into the fields below."""

    help_page = "duty_desk"

    def __init__(
        self, desk: Desk, service: PhraseService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._phrases: list[Phrase] = []
        self._changing: Phrase | None = None
        self.kind, self.text = ChoiceBox(desk.theme, "类别"), QLineEdit()
        self.put = QPushButton("加上")
        self.up, self.down = QPushButton("上移"), QPushButton("下移")
        self.switch, self.shipped = QPushButton("停用"), QPushButton("补齐自带的")
        self._hint = QLabel(_HINT)
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._desk.runner.submit(self._service.phrases, done=self._show, failed=self._refused)

    def _build(self) -> None:
        theme = self._desk.theme
        self.kind.addItem(ANY_KIND, "")
        for kind in EntryKind:
            self.kind.addItem(phrase_kind(kind), kind.value)
        self.text.setAccessibleName("常用语内容")
        self.text.setPlaceholderText("写一句，如：接{单位}电话，{内容}。")
        set_style(self._hint, tone="muted")
        self._hint.setWordWrap(True)
        fields = QGridLayout()
        fields.setSpacing(theme.px(8))
        for column, part in enumerate((self.kind, self.text, self.put)):
            fields.addWidget(part, 0, column)
        fields.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for button in (self.up, self.down, self.switch, self.shipped):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        self._connect()
        self._lay_out(self.text, fields, self._hint, self._answer, foot)

    def _connect(self) -> None:
        self.text.returnPressed.connect(self._put)
        self.put.clicked.connect(self._put)
        self.table.activated.connect(self._begin_change)
        self.table.currentCellChanged.connect(self._allow)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.switch.clicked.connect(self._switch)
        self.shipped.clicked.connect(self._take_shipped)

    def _allow(self, *_cells: int) -> None:
        is_open = self._may_change
        chosen = self._chosen()
        row = self.table.currentRow()
        for part in (self.kind, self.text, self.put, self.shipped):
            part.setEnabled(is_open)
        self.switch.setEnabled(is_open and chosen is not None)
        self.switch.setText("启用" if chosen is not None and not chosen.is_active else "停用")
        self.up.setEnabled(is_open and row > 0)
        self.down.setEnabled(is_open and 0 <= row < len(self._phrases) - 1)

    def _chosen(self) -> Phrase | None:
        row = self.table.currentRow()
        return self._phrases[row] if 0 <= row < len(self._phrases) else None

    def _show(self, phrases: list[Phrase]) -> None:
        chosen, top = self._chosen(), self.table.verticalScrollBar().value()
        self._phrases = phrases
        ids = [phrase.id for phrase in phrases]
        row = ids.index(chosen.id) if chosen and chosen.id in ids else 0
        self._show_cells([_cells(phrase) for phrase in phrases], row)
        self.table.verticalScrollBar().setValue(top)

    def _begin_change(self) -> None:
        phrase = self._chosen()
        if phrase is None or not self.text.isEnabled():
            return
        self._changing = phrase
        self.kind.setCurrentIndex(self.kind.findData(phrase.kind.value if phrase.kind else ""))
        self.text.setText(phrase.text)
        self.put.setText("改好")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self) -> None:
        value = self.kind.currentData()
        kind = EntryKind(value) if value else None
        self._do(partial(self._write, self._changing, self.text.text().strip(), kind), self._kept)

    def _write(
        self, changed: Phrase | None, text: str, kind: EntryKind | None, by: Actor
    ) -> Done[Any]:
        """Run on the store lane: touches no widget."""
        if changed is None:
            return self._service.put(self._service.new(text, kind), by=by)
        return self._service.put(replace(changed, text=text, kind=kind), by=by)

    def _kept(self, done: Done[Any]) -> None:
        is_new, self._changing = self._changing is None, None
        self.text.clear()
        self.put.setText("加上")
        self._changed(done)
        if is_new:
            self.table.scrollToBottom()

    def _move(self, steps: int) -> None:
        phrase = self._chosen()
        if phrase is not None:
            self._do(lambda by: self._service.move(phrase.id, steps, by=by))

    def _switch(self) -> None:
        phrase = self._chosen()
        if phrase is not None:
            other = replace(phrase, is_active=not phrase.is_active)
            self._do(lambda by: self._service.put(other, by=by))

    def _take_shipped(self) -> None:
        self._do(lambda by: self._service.take_shipped(by=by))


def _cells(phrase: Phrase) -> tuple[str, ...]:
    return phrase_kind(phrase.kind), phrase.text, "" if phrase.is_active else "已停用"
