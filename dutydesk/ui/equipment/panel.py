"""设备, the room of equipment: every item with its last check; checked in a walk by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.equipment import (
    DraftEquipmentCheck,
    EquipmentCheck,
    EquipmentItem,
    EquipmentResult,
)
from dutydesk.domain.equipment_due import EquipmentState
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.equipment import EquipmentService, EquipmentView
from dutydesk.ui.desk import Desk
from dutydesk.ui.equipment.equipment_dialogs import CheckDialog, Finding, ItemDialog
from dutydesk.ui.equipment.rows import COLUMNS, row_of, story, told_of
from dutydesk.ui.equipment.verbs import VERBS
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowTable
from dutydesk.ui.widgets.verb_buttons import VerbButtons
from dutydesk.wording.sentences import sentence

_EMPTY = EmptyWords(
    "hard-drive",
    "还没有设备清单",
    "值班电话、传真、卫星电话这些每班要查的设备排在这里。",
    "用常用设备清单",
)
_TABLES = ("equipment_item", "equipment_check", "shift", "setting")
_LOW = 320  # Below this height, at 100 % type, the list needs the whole room.

ShowPaper = Callable[[PaperRequest], object]


class EquipmentPanel(RoomPanel):
    """Goes on to the next item after a check; ``count_changed`` says how many need something."""

    help_page = "equipment"

    def __init__(
        self,
        desk: Desk,
        service: EquipmentService,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._service, self._show_paper = service, show_paper
        self.view = EquipmentView((), None, "")
        self._wanted = ""
        self._title, self._counts = QLabel("设备检查"), QLabel()
        self.normal = QPushButton("正常  Ctrl+1")
        self.abnormal = QPushButton("异常  Ctrl+2")
        self.reported = QPushButton("已报修  Ctrl+3")
        self.rest = QPushButton("其余正常  Ctrl+Shift+N")
        self.add = QPushButton("列入  Ctrl+N")
        self.change = QPushButton("修改  Ctrl+E")
        self.table = RowTable(desk.theme, "设备", COLUMNS)
        self.detail, self._answer = QLabel(), QLabel()
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._build()
        self._connect()
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on with the walk."""
        self.reload()
        if self.view.states:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().entered()

    def begin(self) -> bool:
        """Ask for a new item of the list (Ctrl+N)."""
        if self.desk.session.seat.may_write:
            self._open_item(None)
        return True

    def print_view(self) -> bool:
        """F9: the list with the checks of this month."""
        today = china(self.desk.clock.now()).date()
        self._show_paper(PaperRequest(PaperKind.EQUIPMENT_LIST, month=today))
        return True

    def show_record(self, record_id: str) -> None:
        """Select an item, as its line in 时限 asks."""
        self._wanted = record_id
        self.reload()

    def selected(self) -> EquipmentState | None:
        """Return the item of the current row with what is known of it."""
        chosen = self.table.chosen()
        return next((one for one in self.view.states if one.item.id == chosen), None)

    def check_normal(self) -> None:
        """正常: at once, unless something has to be read off the item first."""
        state = self._ready()
        if state is None:
            return
        if state.item.low_charge_percent is not None:
            self._ask(state, EquipmentResult.NORMAL)
            return
        draft = DraftEquipmentCheck(
            id=self._service.new_id(), item_id=state.item.id, result=EquipmentResult.NORMAL
        )
        self._submit(partial(self._service.check, draft, by=self.desk.session.seat.actor))

    def check_abnormal(self) -> None:
        """异常: what it is, and whom it was told."""
        self._ask(self._ready(), EquipmentResult.ABNORMAL)

    def check_reported(self) -> None:
        """已报修: what it is, and to whom it was reported."""
        self._ask(self._ready(), EquipmentResult.REPAIR_REPORTED)

    def check_rest(self) -> None:
        """其余正常: everything nobody looked at yet and that is not asked by itself."""
        if self.desk.session.seat.may_write and self.isVisible():
            ids = [one.item.id for one in self.view.states]
            self._submit(partial(self._service.check_rest, ids, by=self.desk.session.seat.actor))

    def change_selected(self) -> None:
        """Change the selected item of the list."""
        state = self.selected() if self.isVisible() else None
        if state is not None and self.desk.session.seat.may_write:
            self._open_item(state.item)

    def reload(self) -> None:
        """Read the list again."""
        self.desk.runner.submit(self._service.view, done=self._show)

    def _seed(self) -> None:
        if self.desk.session.seat.may_write:
            self._submit(partial(self._service.seed, by=self.desk.session.seat.actor))

    def _ready(self) -> EquipmentState | None:
        state = self.selected() if self.isVisible() else None
        is_ready = state is not None and state.item.is_active
        return state if is_ready and self.desk.session.seat.may_write else None

    def _ask(self, state: EquipmentState | None, result: EquipmentResult) -> None:
        if state is None:
            return
        finding = Finding(state, result, self.view.lead)
        dialog = CheckDialog(self.desk, self._service, finding, self.window())
        dialog.answered.connect(self._go_on)
        dialog.open()

    def _open_item(self, item: EquipmentItem | None) -> None:
        ItemDialog(self.desk, self._service, self._service.rules(), self.window(), item).open()

    def _submit(self, job: Callable[[], Done[Any]]) -> None:
        self.desk.runner.submit(job, done=self._done, failed=self._refused)

    def _done(self, done: Done[Any]) -> None:
        self._say("")
        self.desk.hub.announce(done.changes)
        if isinstance(done.value, EquipmentCheck):
            self._go_on(done.value)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _go_on(self, check: EquipmentCheck) -> None:
        """Choose the next item that nobody looked at in this shift, else the next one."""
        ids = [one.item.id for one in self.view.states]
        at = ids.index(check.item_id) if check.item_id in ids else -1
        open_after = [
            one.item.id
            for one in (*self.view.states[at + 1 :], *self.view.states[: at + 1])
            if one.item.is_active and not one.is_checked_in(self.view.shift_id)
        ]
        rest = [one for one in open_after if one != check.item_id]
        self._wanted = rest[0] if rest else check.item_id
        self.reload()

    def _say(self, text: str) -> None:
        self._answer.setText(text)
        self._answer.setVisible(bool(text))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        set_style(self._counts, tone="muted")
        set_style(self.detail, tone="muted")
        set_style(self._answer, tone="overdue")
        for label in (self.detail, self._answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._counts)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        verbs = VerbButtons(
            self.desk.theme,
            (self.normal, self.abnormal, self.reported),
            (self.rest, self.add, self.change),
        )
        self._column.addWidget(verbs)
        self._column.addWidget(self._answer)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.detail)
        self._column.addWidget(self._empty, 1)

    def _connect(self) -> None:
        desk = self.desk
        deeds = (
            self.check_normal,
            self.check_abnormal,
            self.check_reported,
            self.check_rest,
            self.begin,
            self.change_selected,
        )
        buttons = (self.normal, self.abnormal, self.reported, self.rest, self.add, self.change)
        for spec, deed, button in zip(VERBS, deeds, buttons, strict=True):
            desk.actions.add(spec, deed, self, local=spec.key != "Ctrl+N")
            button.clicked.connect(deed)
        self._empty.begun.connect(self._seed)
        self.table.activated.connect(self.check_normal)
        self.table.itemSelectionChanged.connect(self._on_selected)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)

    def _show(self, view: EquipmentView) -> None:
        wanted, self._wanted = self._wanted, ""
        self.view = view
        now = self.desk.clock.now()
        told = told_of(view, now)
        states = [one for one in view.states if one.item.is_active]
        retired = [one for one in view.states if not one.item.is_active]
        rows = [row_of(one, view.shift_id, told, now) for one in (*states, *retired)]
        self.table.show_rows(rows, wanted)
        done = sum(one.is_checked_in(view.shift_id) for one in states)
        self._counts.setText(f"本班已查 {done}/{len(states)}")
        self.count_changed.emit(sum(bool(told.get(one.item.id)) for one in states))
        for widget in (self.table, self.detail, self._counts):
            widget.setVisible(bool(view.states))
        self._empty.setVisible(not view.states)
        if wanted:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_selected(self) -> None:
        self._allow()
        state = self.selected()
        if state is None:
            self.detail.setText("")
            return
        job = partial(self._service.history, state.item.id)
        self.desk.runner.submit(job, done=partial(self._show_history, state))

    def _show_history(self, state: EquipmentState, checks: list[EquipmentCheck]) -> None:
        is_low = self.height() < self.desk.theme.px(_LOW)
        self.detail.setText("\n".join(story(state, checks, is_low=is_low)))

    def _allow(self) -> None:
        may_write = self.desk.session.seat.may_write
        state = self.selected()
        is_active = state is not None and state.item.is_active
        self.add.setEnabled(may_write)
        self.rest.setEnabled(may_write and bool(self.view.states))
        self.change.setEnabled(may_write and state is not None)
        for button in (self.normal, self.abnormal, self.reported):
            button.setEnabled(may_write and is_active)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._title.setFont(theme.font("title", bold=True))
