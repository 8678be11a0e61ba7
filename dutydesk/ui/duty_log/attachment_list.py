"""Attachments on record as a list: thumbnail, name, size, who brought it; withdrawn, struck."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dutydesk.domain.attachment import Attachment
from dutydesk.services.attachment import AttachmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.attachment_look import Thumbnails
from dutydesk.wording.attachment import WITHDRAWN, added_words, size_words

_SIDE = 48


class AttachmentList(QListWidget):
    """Keeps the chosen row when it is filled anew."""

    def __init__(
        self, desk: Desk, service: Callable[[], AttachmentService], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.held: tuple[Attachment, ...] = ()
        self.thumbnails = Thumbnails(desk, service, _SIDE, self)
        self.thumbnails.made.connect(self._on_thumbnail)
        self.setAccessibleName("附件")
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_attachments(self, held: Sequence[Attachment]) -> None:
        """Show these."""
        self.held = tuple(held)
        row = max(0, self.currentRow())
        self.clear()
        for one in self.held:
            mark = f"〔{WITHDRAWN}〕" if one.is_withdrawn else ""
            words = f"{one.name}{mark}\n{size_words(one.size)}　{added_words(one)}"
            item = QListWidgetItem(self.thumbnails.icon(one), words)
            font = self._desk.theme.font()
            font.setStrikeOut(one.is_withdrawn)
            item.setFont(font)
            self.addItem(item)
        self.setCurrentRow(min(row, len(self.held) - 1))

    def chosen(self) -> Attachment | None:
        """Return the chosen attachment."""
        row = self.currentRow()
        return self.held[row] if 0 <= row < len(self.held) else None

    def _on_thumbnail(self, sha256: str) -> None:
        for row, one in enumerate(self.held):
            if one.sha256 == sha256 and (item := self.item(row)) is not None:
                item.setIcon(self.thumbnails.icon(one))

    def _restyle(self) -> None:
        side = self._desk.theme.px(_SIDE)
        self.setIconSize(QSize(side, side))
        self.show_attachments(self.held)
