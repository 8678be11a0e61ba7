"""The unit's watched words: add one, switch one off or on, behind an administrator's PIN."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
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
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.watch_word import WatchWord
from dutydesk.services.incident import IncidentService
from dutydesk.services.officer import OfficerService
from dutydesk.services.watch_word import WatchWordService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.admin_gate import AdminGate
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.whole_rows import show_whole_rows
from dutydesk.wording.incident import CATEGORY
from dutydesk.wording.sentences import sentence

EDIT = ActionSpec("settings.watch_words", "编辑关注词", "", ActionGroup.ENTRY, "siren")
_HEADS = ("关注词", "类别", "种类", "状态")
_ANY, _NONE = "不限类别", "不限种类"
_HINT = "内容提到这些词时，记下的一条标“待核”。“无人被困”“未发生泄漏”“演练”这样的话不算提到。"
_WIDTH, _HEIGHT = 760, 540

Kinds = Mapping[IncidentCategory, Sequence[str]]


class WatchWordDialog(QDialog):
    """Lists every word; one that is switched off stays on the list."""

    help_page = "settings"
    comes_back = True

    def __init__(
        self,
        desk: Desk,
        service: WatchWordService,
        beside: tuple[IncidentService, OfficerService],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        incident, self._officer = beside
        self._words: list[WatchWord] = []
        self._kinds: Kinds = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("关注词")
        self.gate = AdminGate(desk, self._officer.officers, self._prove)
        self.table = QTableWidget(0, len(_HEADS))
        self.word = QLineEdit()
        self.category = ChoiceBox(desk.theme, "类别")
        self.kind = ChoiceBox(desk.theme, "种类")
        self.put, self.switch = QPushButton("加上"), QPushButton("停用")
        self._close, self._answer = QPushButton("关闭"), QLabel()
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
        set_style(self._answer, tone="overdue")
        for label in (hint, self._answer):
            label.setWordWrap(True)
        self._answer.hide()
        self._build_table()
        fields = QGridLayout()
        fields.setSpacing(theme.px(8))
        for column, part in enumerate((self.word, self.category, self.kind, self.put)):
            fields.addWidget(part, 0, column)
        fields.setColumnStretch(0, 1)
        fields.addWidget(self.switch, 1, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self._close, 1, 3)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(*(theme.px(16),) * 4)
        column_layout.setSpacing(theme.px(12))
        column_layout.addWidget(self.gate)
        column_layout.addWidget(self.table, 1)
        column_layout.addWidget(hint)
        column_layout.addWidget(self._answer)
        column_layout.addLayout(fields)
        # Enter belongs to the field it is pressed in.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._connect()
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height()))
        self._fill_kinds()
        self._allow()
        self.gate.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_table(self) -> None:
        show_whole_rows(self.table, self._desk.theme, "关注词", _HEADS)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.category.currentIndexChanged.connect(self._fill_kinds)
        self.word.returnPressed.connect(self._add)
        self.put.clicked.connect(self._add)
        self.switch.clicked.connect(self._switch)
        self.table.activated.connect(self._switch)
        self.table.currentCellChanged.connect(self._allow)
        self._close.clicked.connect(self.reject)
        self.gate.opened.connect(self._on_gate)
        self.gate.closed.connect(self._allow)

    def _prove(self, officer_id: str, pin: str) -> Officer:
        return self._officer.prove(officer_id, pin, by=Actor(officer_id, officer_id))

    def _on_gate(self, _actor: Actor) -> None:
        self._allow()
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self, *_cells: int) -> None:
        is_open = self.gate.is_open and self._desk.session.seat.may_write
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
        self.table.setRowCount(len(words))
        for at, one in enumerate(words):
            category = CATEGORY[one.category] if one.category else ""
            state = "" if one.is_active else "已停用"
            for column, text in enumerate((one.word, category, one.kind, state)):
                self.table.setItem(at, column, QTableWidgetItem(text))
        if words:
            self.table.selectRow(min(row, len(words) - 1))
        self._allow()

    def _add(self) -> None:
        if self.gate.actor is None:
            return
        value = self.category.currentData()
        category = IncidentCategory(value) if value else None
        kind = str(self.kind.currentData() or "")
        job = partial(self._write, self.word.text(), category, kind, self.gate.actor)
        self._say("")
        self._desk.runner.submit(job, done=self._added, failed=self._refused)

    def _write(
        self, word: str, category: IncidentCategory | None, kind: str, by: Actor
    ) -> Done[WatchWord]:
        """Run on the store lane: touches no widget."""
        return self._service.put(self._service.new(word, category, kind), by=by)

    def _switch(self) -> None:
        chosen = self._chosen()
        if chosen is None or self.gate.actor is None:
            return
        by, is_active = self.gate.actor, not chosen.is_active
        job = partial(self._service.switch, chosen.id, is_active=is_active, by=by)
        self._say("")
        self._desk.runner.submit(job, done=self._changed, failed=self._refused)

    def _added(self, done: Done[Any]) -> None:
        self.word.clear()
        self._changed(done)
        self.table.scrollToBottom()

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
        layout = panel.layout()
        if layout is not None:
            layout.addWidget(self.button)
            layout.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        panel.desk.actions.add(EDIT, self.open, panel)

    def open(self) -> None:
        """Open the list."""
        panel = self._panel
        WatchWordDialog(panel.desk, self._service, self._beside, panel.window()).open()
