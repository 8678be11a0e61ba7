"""The gate before what only an administrator may change: one PIN, until the room is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor, Officer, OfficerRole
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.sentences import sentence

ReadOfficers = Callable[[], list[Officer]]
Prove = Callable[[str, str], Officer]


class AdminGate(QWidget):
    """Shows who may open it; ``opened(Actor)`` after a right PIN, ``closed`` when it shuts."""

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self, desk: Desk, officers: ReadOfficers, prove: Prove, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._officers, self._prove = desk, officers, prove
        self.actor: Actor | None = None
        self._words = QLabel()
        self.who = ChoiceBox(desk.theme, "管理员")
        self.pin = PinField("管理员口令")
        self.pin.setPlaceholderText("管理员口令")
        self._open = QPushButton("开始改动")
        self._answer = QLabel()
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        self._row = QHBoxLayout()
        for widget in (self.who, self.pin, self._open):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addLayout(self._row)
        self._column.addWidget(self._answer)
        self._open.clicked.connect(self._press)
        self.pin.entered.connect(self._try)
        desk.theme.changed.connect(self._restyle)
        desk.session.changed.connect(self.shut)
        self._restyle()
        self.shut()

    @property
    def is_open(self) -> bool:
        """Tell whether changes are allowed now."""
        return self.actor is not None

    def shut(self) -> None:
        """Close the gate; called when the room is entered again or somebody else sits down."""
        was_open, self.actor = self.actor is not None, None
        self._words.setText("改动要由管理员输入口令")
        for widget in (self.who, self.pin, self._open):
            widget.show()
        self._say("")
        self.pin.clear()
        self._desk.runner.submit(self._officers, done=self._show_admins)
        if was_open:
            self.closed.emit()

    def _show_admins(self, officers: list[Officer]) -> None:
        self.who.clear()
        for officer in officers:
            if officer.is_active and officer.role is OfficerRole.ADMIN:
                self.who.addItem(officer.name, officer.id)

    def _press(self) -> None:
        self._try(self.pin.take())

    def _try(self, pin: str) -> None:
        officer_id = self.who.currentData()
        if pin and officer_id is not None:
            self._open.setEnabled(False)
            job = partial(self._prove, str(officer_id), pin)
            self._desk.runner.submit(job, done=self._let_in, failed=self._refuse)

    def _let_in(self, officer: Officer) -> None:
        self._open.setEnabled(True)
        self.actor = Actor(officer.id, officer.id)
        for widget in (self.who, self.pin, self._open):
            widget.hide()
        self._say("")
        self._words.setText(f"{officer.name} 正在改动，离开这一页即止")
        self.opened.emit(self.actor)

    def _refuse(self, error: Exception) -> None:
        self._open.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))
        self.pin.setFocus()

    def _say(self, words: str) -> None:
        self._answer.setText(words)
        self._answer.setVisible(bool(words))

    def _restyle(self) -> None:
        theme = self._desk.theme
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._row.setSpacing(theme.px(8))
        self.pin.setMinimumWidth(theme.px(140))
        self.who.setMinimumWidth(theme.px(96))
