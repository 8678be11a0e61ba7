"""The unit's watched words: add one, switch one off or on, behind an administrator's PIN."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.officer import Actor
from dutydesk.domain.watch_word import WatchWord
from dutydesk.services.incident import IncidentService
from dutydesk.services.officer import OfficerService
from dutydesk.services.watch_word import WatchWordService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident import CATEGORY

EDIT = ActionSpec("settings.watch_words", "编辑关注词", "", ActionGroup.ENTRY, "siren")
_HEADS = ("关注词", "类别", "种类", "状态")
_ANY, _NONE = "不限类别", "不限种类"
_HINT = "内容提到这些词时，记下的一条标“待核”。“无人被困”“未发生泄漏”“演练”这样的话不算提到。"
_LOOK = AdminListLook("关注词", "关注词", _HEADS, (0, 1, 2, 3), (760, 540))

Kinds = Mapping[IncidentCategory, Sequence[str]]


class WatchWordDialog(AdminListDialog):
    """Lists every word; one that is switched off stays on the list."""

    help_page = "settings"

    def __init__(
        self,
        desk: Desk,
        service: WatchWordService,
        beside: tuple[IncidentService, OfficerService],
        parent: QWidget,
    ) -> None:
        incident, officer = beside
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._words: list[WatchWord] = []
        self._kinds: Kinds = {}
        self.word = QLineEdit()
        self.category = ChoiceBox(desk.theme, "类别")
        self.kind = ChoiceBox(desk.theme, "种类")
        self.put, self.switch = QPushButton("加上"), QPushButton("停用")
        self._build()
        self.reload()
        desk.runner.submit(incident.kinds, done=self._take_kinds, failed=self._refused)

    def reload(self) -> None:
        """Read the list again."""
        self._desk.runner.submit(self._service.words, done=self._show, failed=self._refused)

    def _build(self) -> None:
        theme = self._desk.theme
        self.category.addItem(_ANY, "")
        for category, word in CATEGORY.items():
            self.category.addItem(word, category.value)
        self.word.setAccessibleName("关注词")
        self.word.setPlaceholderText("例如：停电")
        hint = QLabel(_HINT)
        set_style(hint, tone="muted")
        hint.setWordWrap(True)
        fields = QGridLayout()
        fields.setSpacing(theme.px(8))
        for column, part in enumerate((self.word, self.category, self.kind, self.put)):
            fields.addWidget(part, 0, column)
        fields.setColumnStretch(0, 1)
        fields.addWidget(self.switch, 1, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self._close, 1, 3)
        self._connect()
        self._fill_kinds()
        self._lay_out(self.word, hint, self._answer, fields)

    def _connect(self) -> None:
        self.category.currentIndexChanged.connect(self._fill_kinds)
        self.word.returnPressed.connect(self._add)
        self.put.clicked.connect(self._add)
        self.switch.clicked.connect(self._switch)
        self.table.activated.connect(self._switch)
        self.table.currentCellChanged.connect(self._allow)

    def _allow(self, *_cells: int) -> None:
        is_open = self._may_change
        chosen = self._chosen()
        for part in (self.word, self.category, self.kind, self.put):
            part.setEnabled(is_open)
        self.switch.setEnabled(is_open and chosen is not None)
        self.switch.setText("启用" if chosen is not None and not chosen.is_active else "停用")

    def _take_kinds(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._fill_kinds()

    def _fill_kinds(self, _at: int = 0) -> None:
        self.kind.clear()
        self.kind.addItem(_NONE, "")
        value = self.category.currentData()
        for name in self._kinds.get(IncidentCategory(value), ()) if value else ():
            self.kind.addItem(name, name)

    def _chosen(self) -> WatchWord | None:
        row = self.table.currentRow()
        return self._words[row] if 0 <= row < len(self._words) else None

    def _show(self, words: list[WatchWord]) -> None:
        row = max(self.table.currentRow(), 0)
        self._words = words
        self._show_cells([_cells(one) for one in words], row)

    def _add(self) -> None:
        value = self.category.currentData()
        category = IncidentCategory(value) if value else None
        kind = str(self.kind.currentData() or "")
        self._do(partial(self._write, self.word.text(), category, kind), self._added)

    def _write(
        self, word: str, category: IncidentCategory | None, kind: str, by: Actor
    ) -> Done[WatchWord]:
        """Run on the store lane: touches no widget."""
        return self._service.put(self._service.new(word, category, kind), by=by)

    def _switch(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            is_active = not chosen.is_active
            self._do(lambda by: self._service.switch(chosen.id, is_active=is_active, by=by))

    def _added(self, done: Done[Any]) -> None:
        self.word.clear()
        self._changed(done)
        self.table.scrollToBottom()


def _cells(word: WatchWord) -> tuple[str, ...]:
    category = CATEGORY[word.category] if word.category else ""
    return word.word, category, word.kind, "" if word.is_active else "已停用"


class WatchWordDeed(QObject):
    """Hung on the settings by the application: a verb for the palette, a button below the page."""

    def __init__(
        self,
        panel: RoomPanel,
        service: WatchWordService,
        beside: tuple[IncidentService, OfficerService],
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._beside = panel, service, beside
        self.button = QPushButton("关注词…")
        self.button.clicked.connect(self.open)
        self.row = QHBoxLayout()
        layout = panel.layout()
        if isinstance(layout, QVBoxLayout):
            # In line with the page above, which has its own margin.
            self.row.addWidget(self.button)
            self.row.addStretch(1)
            layout.addLayout(self.row)
            panel.desk.theme.changed.connect(self._restyle)
            self._restyle()
        panel.desk.actions.add(EDIT, self.open, panel)

    def open(self) -> None:
        """Open the list."""
        panel = self._panel
        WatchWordDialog(panel.desk, self._service, self._beside, panel.window()).open()

    def _restyle(self) -> None:
        px = self._panel.desk.theme.px
        self.row.setContentsMargins(px(16), px(8), px(16), px(8))
