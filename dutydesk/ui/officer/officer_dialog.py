"""One officer: entered, changed, or given a new PIN."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor, Officer, OfficerRole, is_weak_pin
from dutydesk.services.officer import OfficerService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.officer import OFFICER_ROLE
from dutydesk.wording.sentences import sentence

_WIDTH = 420


@dataclass(frozen=True, slots=True)
class OfficerTask:
    """What the dialog is for: a new officer (None), or one to change or give a new PIN."""

    officer: Officer | None = None
    is_pin_only: bool = False


class OfficerDialog(QDialog):
    """Asks for name, role, phone and PIN as the task needs; ``saved(Officer)`` after COMMIT."""

    help_page = "officers"
    comes_back = True

    saved = Signal(object)

    def __init__(
        self, desk: Desk, service: OfficerService, task: OfficerTask, by: Actor, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._task, self._by = desk, service, task, by
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        officer = task.officer
        self.name = QLineEdit(officer.name if officer else "")
        self.role = ChoiceBox(desk.theme, "角色")
        self.phone = QLineEdit(officer.phone if officer else "")
        self.pin = PinField("新口令", is_kept=True)
        self.again = PinField("再输一次", is_kept=True)
        self.admin_pin = PinField("管理员口令", is_kept=True)
        self._answer = QLabel()
        self._buttons = QDialogButtonBox()
        word = "新增" if officer is None else "重设" if task.is_pin_only else "改好"
        self._accept = QPushButton(word)
        self._build()

    def submit(self) -> None:
        """Save; what was typed stays when it is refused."""
        task = self._task
        if self._asks_pin and self.pin.text() != self.again.text():
            self._answer.setText("两次输入的口令不一样。请重新输入。")
            self.again.setFocus()
            return
        role = OfficerRole(self.role.currentData())
        if task.officer is None:
            job = partial(
                self._service.add,
                self.name.text().strip(),
                role,
                self.pin.text(),
                phone=self.phone.text().strip(),
                by=self._by,
            )
        elif task.is_pin_only:
            job = partial(
                self._service.set_pin,
                task.officer.id,
                self.pin.text(),
                admin_id=self._by.officer_id or "",
                admin_pin=self.admin_pin.text(),
                by=self._by,
            )
        else:
            job = partial(
                self._service.change,
                task.officer.id,
                role,
                self.phone.text().strip(),
                by=self._by,
            )
        self._accept.setEnabled(False)
        self._desk.runner.submit(job, done=self._done, failed=self._refused)

    @property
    def _asks_pin(self) -> bool:
        return self._task.officer is None or self._task.is_pin_only

    def _build(self) -> None:
        theme, task = self._desk.theme, self._task
        for role in OfficerRole:
            self.role.addItem(OFFICER_ROLE[role], role.value)
        if task.officer is not None:
            self.setWindowTitle(
                f"{'重设口令' if task.is_pin_only else '修改'}：{task.officer.name}"
            )
            self.role.setCurrentIndex(self.role.findData(task.officer.role.value))
            self.name.setReadOnly(True)
        else:
            self.setWindowTitle("新增值班人员")
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        form = FormRows(theme)
        form.row("姓名", self.name)
        if not task.is_pin_only:
            form.row("角色", self.role)
            form.row("电话", self.phone)
        if task.is_pin_only:
            form.row("管理员口令", self.admin_pin)
        if self._asks_pin:
            form.row("新口令", self.pin)
            form.row("再输一次", self.again)
            form.note("6到12位数字。交接班签字和解锁时用。")
        column.addLayout(form)
        column.addWidget(self._answer)
        column.addWidget(self._buttons)
        set_style(self._accept, rank="primary")
        self._buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        self.pin.textEdited.connect(self._warn_weak)
        self.setMinimumWidth(theme.px(_WIDTH))
        is_new = task.officer is None
        first = self.admin_pin if task.is_pin_only else self.name if is_new else self.role
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn_weak(self, _text: str) -> None:
        pin = self.pin.text()
        weak = len(pin) >= 6 and is_weak_pin(pin)  # noqa: PLR2004 -- the shortest PIN
        self._answer.setText("这个口令太好猜，建议换一个。" if weak else "")

    def _done(self, done: Done[Officer]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.saved.emit(done.value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._accept.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._answer.setText(sentence(error))
