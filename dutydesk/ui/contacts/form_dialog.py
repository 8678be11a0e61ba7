"""The frame of the forms of this room: fields that scroll, an answer, two buttons.

What was typed stays until the record has taken it; closing a changed form asks first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import Choice, Decision
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.sentences import sentence

T = TypeVar("T")
_WIDTH = 600


@dataclass(frozen=True, slots=True)
class FormWords:
    """Title of the window and the verb of its button."""

    title: str
    verb: str = "保存"


class FormDialog(QDialog):
    """A form fills ``rows``, says what is ``typed`` and ``submit``s; ``saved(value)`` then."""

    help_page = "contacts"
    comes_back = True

    saved = Signal(object)

    def __init__(self, desk: Desk, words: FormWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before: object = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.title)
        self.page = QWidget()
        self.rows = FormRows(desk.theme)
        self._inside = QVBoxLayout(self.page)
        self._inside.addLayout(self.rows)
        self._inside.addStretch(1)
        self._scroll = SteadyScroll(bar_stays=False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.page)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.hide()
        set_style(self.answer, tone="overdue")
        self._buttons = QDialogButtonBox()
        self.accept_button = self._buttons.addButton(
            words.verb, QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        set_style(self.accept_button, rank="primary")
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.answer)
        column.addWidget(self._buttons)

    def ready(self, first: QWidget) -> None:
        """Call when all fields are filled: sizes the window and remembers what stood there."""
        theme = self._desk.theme
        side = theme.px(16)
        # Fields and buttons end on one line; a bar that is needed takes its own width.
        self._inside.setContentsMargins(0, 0, 0, 0)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(side, side, side, side)
            column.setSpacing(theme.px(8))
        self._before = self.typed()
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.page.sizeHint()
        wanted = self.page.sizeHint().height() + theme.px(120)
        self.resize(min(theme.px(_WIDTH), room.width() - side), min(wanted, room.height() - side))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> object:
        """Return everything typed, to be compared; each form says its own."""
        raise NotImplementedError

    def submit(self) -> None:
        """Send what was typed to the record; each form does its own."""
        raise NotImplementedError

    def send(self, job: Callable[[], Done[T]]) -> None:
        """Do the job on the lane; the form waits and stays when it is refused."""
        self.accept_button.setEnabled(False)
        self._desk.runner.submit(job, done=self._taken, failed=self._refused)

    def say(self, words: str) -> None:
        """Answer in place."""
        self.answer.setText(words)
        self.answer.setVisible(bool(words))

    def reject(self) -> None:
        """Close; asks first when something was typed that would be lost."""
        if self.typed() != self._before:
            answer = self._desk.messages.decide(
                Decision(
                    self.windowTitle(),
                    "改动还没有保存。",
                    (Choice("drop", "放弃改动", "danger"), Choice("stay", "接着改")),
                    default="stay",
                    escape="stay",
                )
            )
            if answer != "drop":
                return
        super().reject()

    def _taken(self, done: Done[T]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.saved.emit(done.value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.say(sentence(error))
