"""The keys for attachments in the rooms that show entries, and the way files reach the form.

The application hangs it on a room; what reads and shows files is loaded when it is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.rooms import RoomPanel

if TYPE_CHECKING:
    from dutydesk.services.attachment import AttachmentService
    from dutydesk.ui.duty_log.entry_form import EntryForm
    from dutydesk.ui.duty_log.opened_copies import OpenedCopies

_WORDS = {"duty_desk": "值班台", "duty_log": "值班日志"}

ATTACH = ActionSpec(
    "duty_desk.attach",
    "给正在写的这条添加附件",
    "Ctrl+Shift+A",
    ActionGroup.ENTRY,
    "paperclip",
    room="值班台",
)


def attachments_spec(room_id: str) -> ActionSpec:
    """Return the verb that shows the attachments of an entry, in one of the rooms."""
    return ActionSpec(
        f"{room_id}.attachments",
        "看选中记录的附件，或补一个",
        "Ctrl+Shift+O",
        ActionGroup.ENTRY,
        "paperclip",
        room=_WORDS[room_id],
    )


class AttachmentDesk(QObject):
    """Shows the attachments of the chosen entry."""

    def __init__(
        self,
        panel: RoomPanel,
        service: Callable[[], AttachmentService],
        chosen: Callable[[], ListedEntry | None],
        room_id: str,
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._chosen = panel, service, chosen
        self._form: EntryForm | None = None
        panel.desk.actions.add(attachments_spec(room_id), self.show_attachments, panel)

    @cached_property
    def copies(self) -> OpenedCopies:
        """Copies handed to other programs; gone when the desk is locked or closed."""
        from dutydesk.ui.duty_log.opened_copies import OpenedCopies  # noqa: PLC0415 -- on demand

        copies = OpenedCopies()
        locked = getattr(self._panel.window(), "locked", None)
        if locked is not None:
            locked.connect(self._on_locked)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(copies.drop)
        return copies

    def serve(self, form: EntryForm) -> None:
        """Let files be dropped on the form, pasted into it and chosen by key."""
        from dutydesk.ui.duty_log.attachment_intake import Intake  # noqa: PLC0415 -- on demand

        self._form = form
        form.files.bind(self._service)
        Intake(form, form.files.bring)
        self._panel.desk.actions.add(ATTACH, self.choose, self._panel)

    def choose(self) -> None:
        """Choose files for the entry that is being typed."""
        desk = self._panel.desk
        if self._form is None or self._form.is_saving or not desk.session.seat.may_write:
            return
        from dutydesk.ui.duty_log.attachment_intake import Brought  # noqa: PLC0415 -- on demand
        from dutydesk.ui.messages import FileWish  # noqa: PLC0415 -- on demand

        files = desk.messages.open_files(FileWish("添加附件"))
        if files:
            self._form.files.bring(Brought(tuple(files)))

    def show_attachments(self) -> None:
        """Open the attachments of the chosen entry."""
        listed = self._chosen()
        if listed is None:
            return
        # Loaded late: the desk paints before anybody can want this.
        from dutydesk.ui.duty_log.attachments_dialog import AttachmentsDialog  # noqa: PLC0415

        window = self._panel.window()
        service = self._service()
        AttachmentsDialog(self._panel.desk, service, self.copies, listed, window).open()

    def _on_locked(self, is_locked: bool) -> None:
        if is_locked:
            self.copies.drop()
