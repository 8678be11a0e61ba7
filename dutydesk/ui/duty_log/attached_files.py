"""The files that go with the entry being typed; no height while there are none.

A file is copied into the room when it is brought, so that its source may vanish and the draft
keeps it; the parts that read and show are loaded with the first file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dutydesk.domain.attachment import NewAttachment
from dutydesk.ui.desk import Desk

if TYPE_CHECKING:
    from dutydesk.services.attachment import AttachmentService
    from dutydesk.ui.duty_log.attachment_intake import Brought
    from dutydesk.ui.duty_log.attachment_strip import AttachmentStrip

# What a draft keeps: the files as JSON, and their names for the button of the draft.
_FILES, NAMES = "attachments", "attached"

_READING = "附件还在读入，请稍等；不要它就按“不要了”。"


class AttachedFiles(QWidget):
    """Holds the files of one draft; ``edited`` when one came or went, ``said`` with words."""

    edited = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Callable[[], AttachmentService] | None = None
        self._strip: AttachmentStrip | None = None
        self._unshown: list[NewAttachment] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def bind(self, service: Callable[[], AttachmentService]) -> None:
        """Say where files are taken in; without it none are."""
        self._service = service
        self._show(self._unshown)

    @property
    def is_reading(self) -> bool:
        """Tell whether a file is still being copied in."""
        return self._strip is not None and self._strip.is_reading

    def must_wait(self) -> bool:
        """Tell whether a file is still being copied in, and say so."""
        if self.is_reading:
            self.said.emit(_READING)
        return self.is_reading

    def is_empty(self) -> bool:
        """Tell whether no file waits for the entry."""
        return not self.value()

    def value(self) -> tuple[NewAttachment, ...]:
        """Return the files in the order they were brought."""
        return tuple(self._strip.files if self._strip is not None else self._unshown)

    def content(self) -> dict[str, str]:
        """Return what a draft keeps; nothing for no file."""
        files = self.value()
        if not files:
            return {}
        kept = json.dumps([asdict(one) for one in files], ensure_ascii=False)
        return {_FILES: kept, NAMES: "、".join(one.name for one in files)}

    def load(self, content: Mapping[str, str]) -> None:
        """Show the files that a draft kept."""
        kept = json.loads(content.get(_FILES, "[]"))
        self._show([NewAttachment(**one) for one in kept])

    def clear(self) -> None:
        """Forget all files; one that is being copied is given up."""
        self._show([])

    def set_locked(self, *, is_locked: bool) -> None:
        """Hold everything as it is while it is being saved."""
        if self._strip is not None:
            self._strip.setEnabled(not is_locked)

    def bring(self, brought: Brought) -> None:
        """Take files or a picture in."""
        strip = self._made()
        if strip is not None and self._desk.session.seat.may_write and strip.isEnabled():
            strip.bring(brought)

    def _show(self, files: list[NewAttachment]) -> None:
        strip = self._made() if files else self._strip
        # A draft may be there before the desk says where files are taken in.
        self._unshown = [] if strip is not None else files
        if strip is not None:
            strip.show_files(files)

    def _follow(self, is_shown: bool) -> None:
        was_hidden = self.isHidden()
        self.setVisible(is_shown)
        if is_shown and was_hidden:
            # At large type the form scrolls; what was just brought must be seen.
            QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        step = self.parentWidget()
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        if step is not None:
            step.ensureWidgetVisible(self, 0, 0)

    def _made(self) -> AttachmentStrip | None:
        if self._strip is None and self._service is not None:
            # Loaded with the first file: most entries have none.
            from dutydesk.ui.duty_log.attachment_strip import AttachmentStrip  # noqa: PLC0415

            self._strip = AttachmentStrip(self._desk, self._service, self)
            self._column.addWidget(self._strip)
            self._strip.edited.connect(self.edited)
            self._strip.said.connect(self.said)
            self._strip.shown.connect(self._follow)
        return self._strip
