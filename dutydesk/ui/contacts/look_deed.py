"""看完整号码: who may only look says why, and the look is on record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.contacts import Contact
from dutydesk.domain.person_card import PersonCard
from dutydesk.services.contact_card import ContactCardService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.contacts.form_dialog import FormDialog, FormWords
from dutydesk.ui.contacts.panel import ContactsPanel
from dutydesk.ui.desk import Desk

LOOK = ActionSpec("contacts.look", "看选中的人的完整号码", "Ctrl+M", ActionGroup.VIEW, "eye")
VERBS = (LOOK,)


class LookDialog(FormDialog):
    """Asks for the reason; ``saved(PersonCard)`` when the look is on record."""

    def __init__(
        self, desk: Desk, service: ContactCardService, contact: Contact, parent: QWidget
    ) -> None:
        super().__init__(desk, FormWords(f"看{contact.name}的完整号码", "看号码"), parent)
        self._service, self._contact = service, contact
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("为什么要看，例如：送达紧急通知")
        self.rows.row("原因", self.reason)
        self.rows.note("谁在什么时候、为什么看了谁的号码，会记在记录里。")
        self.ready(self.reason)

    def typed(self) -> object:
        """Return the reason."""
        return self.reason.text()

    def submit(self) -> None:
        """Put the look on record."""
        by = self._desk.session.seat.actor
        self.send(partial(self._service.unmask, self._contact.id, self.reason.text(), by=by))


class LookDeed(QObject):
    """Hangs on the room of contacts."""

    def __init__(self, panel: ContactsPanel, service: ContactCardService) -> None:
        super().__init__(panel)
        self._panel, self._service = panel, service
        panel.desk.actions.add(LOOK, self.look, panel, local=True)
        panel.card.look_wanted.connect(self.look)

    def look(self) -> None:
        """Ask why; nothing for who sees every number anyway."""
        shown = self._panel.card.shown()
        if shown is None or not shown.is_masked:
            return
        panel = self._panel
        dialog = LookDialog(panel.desk, self._service, shown.card.contact, panel.window())
        dialog.saved.connect(self._looked)
        dialog.open()

    def _looked(self, person: PersonCard) -> None:
        self._panel.reader.look_at(person.card.contact.id)
