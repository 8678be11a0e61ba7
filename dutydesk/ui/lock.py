"""The curtain over the rooms of a locked desk: who may unlock, and a PIN field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.desk import Desk, DeskServices, Seat, Unlocker
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.ui.widgets.restyle import set_style


class LockCurtain(QWidget):
    """Hides the rooms until a PIN is right; ``unlocked(Seat)`` says who sits down."""

    unlocked = Signal(object)

    def __init__(self, desk: Desk, services: DeskServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="window")
        self._picture, self._title = QLabel(), QLabel("已锁屏")
        self._lead = QLabel("值班日志和通讯录已遮住。时限和报警照常。")
        self._late = QLabel()
        self._who = ChoiceBox(desk.theme, "解锁的人")
        self._pin = PinField("口令")
        self._open = QPushButton("解锁")
        self._answer = QLabel()
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def draw(self) -> None:
        """Close the curtain: read who may unlock and wait for a PIN."""
        self._pin.clear()
        self._say("")
        self._desk.runner.submit(self._services.unlockers, done=self._show_people)
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_late(self, words: str) -> None:
        """Say in large letters that an alarm goes unanswered, never what it is about."""
        self._late.setText(words)
        self._late.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        for label in (self._picture, self._late, self._title, self._lead, self._answer):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._picture)
        set_style(self._lead, tone="muted")
        set_style(self._late, tone="overdue")
        self._late.hide()
        set_style(self._answer, tone="overdue")
        set_style(self._open, rank="primary")
        self._open.clicked.connect(self._press)
        self._pin.entered.connect(self._try)
        who, pin = QLabel("值班员"), QLabel("口令")
        who.setBuddy(self._who)
        pin.setBuddy(self._pin)
        self._form = QGridLayout()
        self._form.addWidget(who, 0, 0)
        self._form.addWidget(self._who, 0, 1)
        self._form.addWidget(pin, 1, 0)
        self._form.addWidget(self._pin, 1, 1)
        self._form.addWidget(self._open, 2, 1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._picture, self._late, self._title, self._lead):
            column.addWidget(widget)
        middle = QWidget()
        middle.setLayout(self._form)
        self._form.setContentsMargins(0, 0, 0, 0)
        middle.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._answer)
        self._answer.hide()
        column.addStretch(3)
        self._column = column

    def _show_people(self, people: tuple[Unlocker, ...]) -> None:
        sitting = self._desk.session.seat.actor.officer_id
        self._who.clear()
        for one in people:
            self._who.addItem(one.name, one.officer_id)
        self._who.setCurrentIndex(max(0, self._who.findData(sitting)))

    def _press(self) -> None:
        self._try(self._pin.take())

    def _try(self, pin: str) -> None:
        officer_id = self._who.currentData()
        if not pin or officer_id is None:
            return
        self._open.setEnabled(False)
        self._desk.runner.submit(
            partial(self._services.unlock, str(officer_id), pin),
            done=self._let_in,
            failed=self._refuse,
        )

    def _let_in(self, seat: Seat) -> None:
        self._open.setEnabled(True)
        self._say("")
        self.unlocked.emit(seat)

    def _refuse(self, error: Exception) -> None:
        self._open.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        # The sentences know every feature of the domain: not before the first paint.
        from dutydesk.wording.sentences import sentence  # noqa: PLC0415 - see above

        self._say(sentence(error))
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self._answer.setText(words)
        self._answer.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        """Leave out the picture where the fields need its height."""
        self._picture.show()
        need = self._column.totalHeightForWidth(self.width())
        self._picture.setVisible(need <= self.height())

    def _restyle(self) -> None:
        theme = self._desk.theme
        self._picture.setPixmap(theme.pixmap("lock", "muted", 32))
        self._title.setFont(theme.font("large", bold=True))
        self._late.setFont(theme.font("large", bold=True))
        side = theme.px(12)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(8))
        self._form.setHorizontalSpacing(theme.px(12))
        self._form.setVerticalSpacing(theme.px(8))
        self._who.setMinimumWidth(theme.px(180))
        self._fit()
