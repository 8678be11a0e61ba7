"""What is done with one attachment on record: looked at, opened, saved, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.attachment import Attachment, runs_when_opened
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.attachment import AttachmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.attachment_viewer import AttachmentViewer
from dutydesk.ui.duty_log.opened_copies import OpenedCopies
from dutydesk.ui.messages import Choice, Decision, FileWish
from dutydesk.ui.tasks import Queue
from dutydesk.wording.sentences import sentence

_NO_PROGRAM = "没有打开：这台电脑没有设好看这种文件的程序。请按 Ctrl+S 另存为。"


class AttachmentDeeds(QObject):
    """Over one window; ``said(words, tone)`` with what came of it, ``withdrawn`` after COMMIT."""

    said = Signal(str, str)
    withdrawn = Signal()

    def __init__(
        self, desk: Desk, service: AttachmentService, copies: OpenedCopies, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._service, self._copies = desk, service, copies
        self._window = window

    def look(self, held: Sequence[Attachment], one: Attachment) -> None:
        """Show a photo among the others; everything else is opened by its program."""
        photos = [photo for photo in held if photo.is_image]
        if one.is_image:
            shown = photos, photos.index(one)
            AttachmentViewer(self._desk, self._service, shown, self._window).open()
        else:
            self.open(one)

    def open(self, one: Attachment) -> None:
        """Open a read-only copy with the desktop's program; a program only after a question."""
        if self._may_open(one):
            self._copy(one, self._copies.place(one.name), self._opened)

    def save(self, one: Attachment) -> None:
        """Write a copy where the officer wants it."""
        target = self._desk.messages.save_file(FileWish("附件另存为", one.name))
        if target is not None:
            self._copy(one, target, self._saved)

    def withdraw(self, one: Attachment) -> None:
        """Ask why it is taken back."""
        if one.is_withdrawn or not self._desk.session.seat.may_write:
            return
        # Loaded late: seldom wanted.
        from dutydesk.ui.duty_log.withdraw_attachment_dialog import (  # noqa: PLC0415
            WithdrawAttachmentDialog,
        )

        dialog = WithdrawAttachmentDialog(self._desk, self._service, one, self._window)
        dialog.answered.connect(self._withdrawn)
        dialog.open()

    def _copy(self, one: Attachment, target: Path, done: Callable[[Path], None]) -> None:
        self._desk.runner.submit(
            partial(self._service.save_as, one, target),
            done=done,
            failed=self._failed,
            queue=Queue.POOL,
        )

    def _may_open(self, one: Attachment) -> bool:
        if not runs_when_opened(one.name, one.media_type):
            return True
        text = (
            f"“{one.name}”是程序或带程序的文件，打开就会运行，可能损坏这台电脑。"
            "来历不清楚就不要打开，可以另存后先查毒。"
        )
        choices = (Choice("leave", "不打开", "primary"), Choice("open", "仍然打开", "danger"))
        decision = Decision("打开程序", text, choices, "leave", "leave")
        return self._desk.messages.decide(decision) == "open"

    def _opened(self, copy: Path) -> None:
        self.said.emit("" if self._copies.open(copy) else _NO_PROGRAM, "overdue")

    def _saved(self, target: Path) -> None:
        self.said.emit(f"已存到 {target}。", "done")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.said.emit(sentence(error), "overdue")

    def _withdrawn(self, _attachment: Attachment) -> None:
        self.withdrawn.emit()
