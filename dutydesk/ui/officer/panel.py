"""值班人员: everybody of the room with role, phone and PIN; changes need an administrator."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor, Officer
from dutydesk.services.officer import OfficerService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.admin_gate import AdminGate
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import Choice, Decision
from dutydesk.ui.officer.officer_dialog import OfficerDialog, OfficerTask
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.selected_bar import show_bar
from dutydesk.wording import when
from dutydesk.wording.officer import OFFICER_ROLE
from dutydesk.wording.sentences import sentence

NEW = ActionSpec(
    "officer.new", "新增值班人员", "Ctrl+N", ActionGroup.ENTRY, "plus", room="值班人员"
)
TAKE_OFF = ActionSpec("officer.take_off", "停用选中的值班人员", "", ActionGroup.ENTRY, "users")
VERBS = (NEW, TAKE_OFF)
_HEADS = ("姓名", "角色", "电话", "口令", "状态")
# A telephone number is of no use when its end is missing.
_WHOLE = (2, 3)


class OfficersPanel(RoomPanel):
    """Lists officers; adding, changing, new PINs and taking off need the gate open."""

    help_page = "officers"

    def __init__(self, desk: Desk, service: OfficerService, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = service
        self._officers: list[Officer] = []
        self._title = QLabel("值班人员")
        self.gate = AdminGate(desk, service.officers, self._prove)
        self.table = QTableWidget(0, len(_HEADS))
        self.add = QPushButton("新增  Ctrl+N")
        self.change = QPushButton("修改")
        self.new_pin = QPushButton("重设口令")
        self.take_off = QPushButton("停用")
        self._answer = QLabel()
        self._build()
        desk.actions.add(NEW, self.begin, self)
        desk.actions.add(TAKE_OFF, self.take_off.click, self)
        desk.hub.committed.connect(self._on_committed)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Begin with the gate shut and the cursor in the PIN field."""
        self.gate.shut()
        self.gate.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> bool:
        """Ask for a new officer (Ctrl+N), once the gate is open."""
        if not self.gate.is_open:
            self._answer.setText("请先由管理员输入口令。")
            self.gate.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open(OfficerTask())
        return True

    def reload(self) -> None:
        """Read everybody again."""
        self.desk.runner.submit(self._service.officers, done=self._show)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.table.setHorizontalHeaderLabels(list(_HEADS))
        self.table.setAccessibleName("值班人员")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setProperty("bare", True)
        show_bar(self.table, self.desk.theme)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in _WHOLE:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        self._row = QHBoxLayout()
        for button in (self.add, self.change, self.new_pin, self.take_off):
            self._row.addWidget(button)
        self._row.addWidget(self._answer, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self.gate)
        self._column.addLayout(self._row)
        self._column.addWidget(self.table, 1)
        self.add.clicked.connect(self.begin)
        self.change.clicked.connect(self._change)
        self.new_pin.clicked.connect(self._new_pin)
        self.take_off.clicked.connect(self._take_off)
        self.gate.opened.connect(self._on_gate)
        self.gate.closed.connect(self._allow)
        self.table.itemSelectionChanged.connect(self._allow)
        self._allow()

    def _prove(self, officer_id: str, pin: str) -> Officer:
        return self._service.prove(officer_id, pin, by=Actor(officer_id, officer_id))

    def _on_gate(self, _actor: Actor) -> None:
        self._answer.clear()
        self._allow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        is_open = self.gate.is_open and self.desk.session.seat.may_write
        chosen = self._chosen()
        self.add.setEnabled(is_open)
        for button in (self.change, self.new_pin):
            button.setEnabled(is_open and chosen is not None and chosen.is_active)
        self.take_off.setEnabled(is_open and chosen is not None)
        self.take_off.setText("停用" if chosen is None or chosen.is_active else "重新启用")

    def _chosen(self) -> Officer | None:
        row = self.table.currentRow()
        return self._officers[row] if 0 <= row < len(self._officers) else None

    def _show(self, officers: list[Officer]) -> None:
        row = max(self.table.currentRow(), 0)
        self._officers = officers
        self.table.setRowCount(len(officers))
        for at, officer in enumerate(officers):
            cells = (
                officer.name,
                OFFICER_ROLE[officer.role],
                officer.phone,
                _pin_words(officer),
                "在用" if officer.is_active else "已停用",
            )
            for column, text in enumerate(cells):
                self.table.setItem(at, column, QTableWidgetItem(text))
        if officers:
            self.table.selectRow(min(row, len(officers) - 1))
        self._allow()

    def _open(self, task: OfficerTask) -> None:
        if self.gate.actor is not None:
            self._answer.clear()
            window = self.window()
            OfficerDialog(self.desk, self._service, task, self.gate.actor, window).open()

    def _change(self) -> None:
        self._open(OfficerTask(self._chosen()))

    def _new_pin(self) -> None:
        self._open(OfficerTask(self._chosen(), is_pin_only=True))

    def _take_off(self) -> None:
        officer = self._chosen()
        if officer is None or self.gate.actor is None:
            return
        if not officer.is_active:
            job = partial(self._service.reactivate, officer.id, by=self.gate.actor)
            self.desk.runner.submit(job, done=self._taken_off, failed=self._refused)
            return
        decision = Decision(
            "停用值班人员",
            f"停用{officer.name}后，不能再值班和签字，以前的记录不变。",
            (Choice("yes", "停用", "danger"), Choice("no", "不停用")),
            default="no",
            escape="no",
        )
        if self.desk.messages.decide(decision) == "yes":
            job = partial(self._service.deactivate, officer.id, by=self.gate.actor)
            self.desk.runner.submit(job, done=self._taken_off, failed=self._refused)

    def _taken_off(self, done: Done[Officer]) -> None:
        self._answer.clear()
        self.desk.hub.announce(done.changes, self)
        self.reload()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._answer.setText(sentence(error))

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("officer"):
            self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(12))
        self._row.setSpacing(theme.px(8))
        self._title.setFont(theme.font("title", bold=True))
        self.table.verticalHeader().setDefaultSectionSize(theme.measure("row"))


def _pin_words(officer: Officer) -> str:
    set_at = officer.pin_set_at
    return f"{when.day(china(set_at).date())}设" if set_at else "未设"
