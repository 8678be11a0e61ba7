"""Taking one attachment back: asked why; it stays on record, and so does its file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.attachment import Attachment
from dutydesk.domain.changes import Done
from dutydesk.services.attachment import AttachmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.wording.attachment import added_words


class WithdrawAttachmentDialog(LongDialog):
    """The reason is kept as a draft until it is on record."""

    help_page = "attachment"

    def __init__(
        self, desk: Desk, service: AttachmentService, attachment: Attachment, parent: QWidget
    ) -> None:
        super().__init__(desk, "撤下附件", "撤下", parent)
        self._service, self._attachment = service, attachment
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("例如：放错了记录；照片里有无关的人")
        name = QLabel(f"{attachment.name}\n{added_words(attachment)}")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self.form.row("附件", name)
        self.form.row("原因", self.reason)
        self.form.note("撤下的附件还留在记录里，标明谁在什么时候为什么撤下。")
        self.keep(f"withdraw_attachment:{attachment.id}", {"reason": self.reason}).begin()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        by = self.desk.session.seat.actor
        reason = self.reason.text().strip()
        return partial(self._service.withdraw, self._attachment.id, reason, by=by)
