"""Every version of one record as the journal tells it: who, when, what stood there before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.history import RecordHistory
from dutydesk.services.history import HistoryService
from dutydesk.ui.desk import Desk
from dutydesk.wording.history import story
from dutydesk.wording.sentences import sentence

_WIDTH, _HEIGHT = 720, 520


class HistoryDialog(QDialog):
    """Opens at once and is filled when the journal has answered; arrow keys read on."""

    help_page = "duty_log"
    comes_back = True

    def __init__(
        self, desk: Desk, service: HistoryService, record: tuple[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("修改经过")
        self.text = QPlainTextEdit("正在读…")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("修改经过")
        # A read-only field has no cursor by itself; with one the arrow keys read line by line.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        theme = desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        over = parent.window()
        self.resize(min(theme.px(_WIDTH), over.width()), min(theme.px(_HEIGHT), over.height()))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        desk.runner.submit(partial(service.told, *record), done=self._show, failed=self._failed)

    def _show(self, history: RecordHistory) -> None:
        self.text.setPlainText(story(history))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.text.setPlainText(sentence(error))
