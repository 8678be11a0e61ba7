"""Files of contacts from their room: which one, what is in it, and where one is written to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dutydesk.domain.contact_import import ImportReport
from dutydesk.domain.contacts import Unit
from dutydesk.services.contact_import import ContactImportService
from dutydesk.ui.contacts.export_dialog import ExportDialog
from dutydesk.ui.contacts.frame import ContactsFrame
from dutydesk.ui.contacts.import_dialog import ImportDialog, report_words
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import FileWish
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

_FILES = "通讯录文件 (*.xlsx *.xls *.xlsm *.et *.csv *.txt *.vcf)"


class FileDeeds(QWidget):
    """Invisible; what was done stands in the notices."""

    def __init__(self, desk: Desk, service: ContactImportService, room: ContactsFrame) -> None:
        super().__init__(room)
        self.hide()
        self._desk, self._service = desk, service
        self._unit: Callable[[], Unit | None] = _everybody
        room.take_in.clicked.connect(self.import_file)
        room.hand_out.clicked.connect(self.export)

    def follow(self, unit: Callable[[], Unit | None]) -> None:
        """Offer the unit chosen in the tree for an export."""
        self._unit = unit

    def import_file(self) -> None:
        """Ask for a file and show what is in it."""
        if not self._desk.session.seat.may_write:
            return
        files = self._desk.messages.open_files(FileWish("导入通讯录", filters=(_FILES,)))
        if files:
            dialog = ImportDialog(self._desk, self._service, files[0], self.window())
            dialog.imported.connect(self._imported)
            dialog.open()

    def export(self) -> None:
        """Ask for kind and file."""
        if self._desk.session.seat.may_write:
            dialog = ExportDialog(self._desk, self._service, self.window(), self._unit())
            dialog.exported.connect(self._exported)
            dialog.open()

    def _imported(self, report: ImportReport) -> None:
        self._tell(f"已导入。{report_words(report)}")

    def _exported(self, path: Path) -> None:
        self._tell(f"通讯录已导出：{path}")

    def _tell(self, words: str) -> None:
        self._desk.notices.put(Notice("contacts", NoticeKind.DONE, words))


def _everybody() -> None:
    return None
