"""What hangs on the room of contacts for order: 查重, and the files that were imported."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dutydesk.services.contact_import import ContactImportService
from dutydesk.services.contact_twins import ContactTwinsService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.contacts.panel import ContactsPanel

TWINS = ActionSpec("contacts.twins", "查重：谁录入了两次", "Ctrl+R", ActionGroup.ENTRY, "users")
IMPORTS = ActionSpec(
    "contacts.imports", "导入过的文件，撤回一次导入", "", ActionGroup.ENTRY, "file-text"
)
VERBS = (TWINS, IMPORTS)


class TwinsDeed(QWidget):
    """Invisible; opens both dialogs, and offers an export of the unit chosen."""

    def __init__(
        self, panel: ContactsPanel, twins: ContactTwinsService, importing: ContactImportService
    ) -> None:
        super().__init__(panel)
        self.hide()
        panel.files.follow(panel.unit)
        self._desk, self._twins, self._importing = panel.desk, twins, importing
        for spec, handler in zip(VERBS, (self.show_twins, self.show_imports), strict=True):
            panel.desk.actions.add(spec, handler, panel, local=True)

    def show_twins(self) -> None:
        """Open 查重."""
        from dutydesk.ui.contacts.twins_dialog import TwinsDialog  # noqa: PLC0415 -- on demand

        if self._desk.session.seat.may_write:
            TwinsDialog(self._desk, self._twins, self.window()).open()

    def show_imports(self) -> None:
        """Open the list of imports."""
        from dutydesk.ui.contacts.imports_dialog import ImportsDialog  # noqa: PLC0415 -- on demand

        if self._desk.session.seat.may_write:
            ImportsDialog(self._desk, self._importing, self.window()).open()
