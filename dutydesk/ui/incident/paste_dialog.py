"""粘贴即录: the text of a message, what was read in it, and which of it goes into the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import Refusal
from dutydesk.domain.message_reading import MessageEmpty, MessageReading
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.message_parts import MessagePart, message_parts, not_stated
from dutydesk.ui.incident.message_text import MessageText
from dutydesk.ui.incident.part_list import Choice, PartList
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.sentences import sentence

if TYPE_CHECKING:
    # The reader is loaded with the first message, not with the room.
    from dutydesk.services.message import MessageService

FORM = "incident_paste"
_PAUSE_MS = 300
_WIDTH, _ROWS = 1040, 20
_ASK = "Enter 采用，Delete 不用，↑↓ 换一项"


class PasteDialog(LongDialog):
    """``filled(parts)`` with the lines that were accepted, then the window closes.

    ``held`` is what the form says already: nothing of it is replaced unless its line is accepted.
    """

    filled = Signal(object)
    help_page = "incident"

    def __init__(
        self,
        desk: Desk,
        service: MessageService,
        held: Mapping[str, str],
        received_at: datetime,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "粘贴即录", "全部采用并填入  Ctrl+Enter", parent)
        self._service, self._held, self._received_at = service, held, received_at
        self._read_last = ""
        self.text = MessageText(desk.theme)
        self.parts = PartList(desk.theme)
        self.take = QPushButton("采用  Enter")
        self.skip = QPushButton("不用  Delete")
        self.only = QPushButton("只填采用的")
        self.hint = QLabel(_ASK)
        self.unsaid = QLabel()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self.draft = self.keep(FORM, {"text": self.text})
        self._connect()
        self.draft.begin()
        # On the lane behind the look for a kept draft: the clipboard fills what is still empty.
        desk.runner.submit(partial(desk.drafts.of_form, FORM), done=self._paste)

    def read(self) -> None:
        """Read the text again, if it changed."""
        self._pause.stop()
        text = self.text.toPlainText()
        if text == self._read_last:
            return
        self._read_last = text
        self.answer.hide()
        self.desk.runner.submit(
            partial(self._service.read, text, self._received_at),
            done=partial(self._show, text),
            failed=partial(self._unread, text),
            queue=Queue.POOL,
        )

    def submit(self) -> None:
        """Accept what is open and replaces nothing, then fill the form."""
        self.read()
        self.parts.accept_rest()
        self.fill()

    def fill(self) -> None:
        """Give the form what was accepted and close."""
        accepted = self.parts.accepted()
        if not accepted:
            self.say("还没有采用的内容。贴上原文，选中一项按 Enter 采用。", self.text)
            return
        self.draft.done()
        self.filled.emit(accepted)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_to_work()

    def _lay_out(self) -> None:
        theme = self.desk.theme
        body = QWidget()
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.px(8))
        self.hint.setWordWrap(True)
        self.unsaid.setWordWrap(True)
        for label in (self.hint, self.unsaid):
            set_style(label, tone="muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        for button in (self.take, self.skip, self.only):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        side.addWidget(self.hint)
        side.addWidget(self.parts, 1)
        side.addWidget(self.unsaid)
        side.addLayout(buttons)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.text, 1)
        row.addLayout(side, 1)
        # As large as the window over which it stands allows; the text and the list scroll.
        over = self.parentWidget()
        room = over.window().size() if over is not None else self.size()
        lines = QFontMetrics(theme.font()).lineSpacing() * _ROWS
        body.setMinimumSize(
            min(theme.px(_WIDTH), room.width() - theme.px(64)),
            min(lines + theme.px(32), room.height() - theme.px(110)),
        )
        self.form.addRow(body)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.read)
        self.parts.pointed_at.connect(self._point_at)
        self.parts.decided.connect(self._count)
        self.parts.finished.connect(self._go_to_filling)
        self.take.clicked.connect(partial(self._decide, Choice.ACCEPTED))
        self.skip.clicked.connect(partial(self._decide, Choice.LEFT_OUT))
        self.only.clicked.connect(self.fill)
        self.draft.given_up.connect(self._paste_anew)
        self._count()

    def _paste(self, kept: Sequence[Draft]) -> None:
        if not kept and not self.text.toPlainText():
            self._paste_anew()
        self.read()

    def _paste_anew(self) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(QApplication.clipboard().text())
        self.text.blockSignals(False)
        # What was only pasted is no writing to keep; the next message must not find it here.
        self.draft.rebase("text")
        self.read()

    def _show(self, text: str, reading: MessageReading) -> None:
        if text != self._read_last:
            return
        parts = message_parts(reading, text, self._held)
        self.parts.show_parts(parts)
        self.unsaid.setText(_unsaid_words(not_stated(reading)))
        self._point_at(parts[0] if parts else None)
        self._count()
        self._go_to_work()

    def _unread(self, text: str, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        if text != self._read_last:
            return
        self.parts.show_parts([])
        self.unsaid.setText("")
        self.text.show_spans((), None)
        self._count()
        # An empty field says by its own hint what it is for.
        if not isinstance(error, MessageEmpty):
            self.say(sentence(error))

    def _decide(self, choice: Choice) -> None:
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        self.parts.decide(choice)

    def _point_at(self, part: MessagePart | None) -> None:
        spans = [one.span for one in self.parts.parts if one.span is not None]
        self.text.show_spans(spans, part.span if part is not None else None)

    def _count(self) -> None:
        is_some = bool(self.parts.parts)
        for button in (self.take, self.skip):
            button.setEnabled(is_some)
        self.only.setEnabled(bool(self.parts.accepted()))
        self.accept_button.setEnabled(bool(self.parts.accepted() or self.parts.open_parts()))
        word = "全部采用并填入" if self.parts.open_parts() else "填入"
        self.accept_button.setText(f"{word}  Ctrl+Enter")

    def _go_to_filling(self) -> None:
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_work(self) -> None:
        """Put the cursor where one goes on: into the list once something was read."""
        if self.isVisible() and not (self.text.hasFocus() and self.text.document().isModified()):
            field = self.parts if self.parts.parts else self.text
            field.setFocus(Qt.FocusReason.OtherFocusReason)


def _unsaid_words(words: list[str]) -> str:
    return f"原文没有提到：{'、'.join(words)}" if words else ""
