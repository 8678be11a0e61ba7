"""What is changed from the room of contacts: its dialogs, and the changes that need none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.contact_dialog import ContactDialog, ContactStart
from dutydesk.ui.desk import Desk
from dutydesk.wording.sentences import sentence


class ContactDeeds(QWidget):
    """Invisible; ``saved(ContactCard)`` after the form, ``refused(sentence)`` without one."""

    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, service: ContactsService, room: QWidget) -> None:
        super().__init__(room)
        self.hide()
        self._desk, self._service = desk, service

    def open_contact(self, start: ContactStart) -> None:
        """Open the form of a contact."""
        if self._desk.session.seat.may_write:
            dialog = ContactDialog(self._desk, self._service, start, self.window())
            dialog.saved.connect(self.saved)
            dialog.open()

    def verify(self, contact: Contact) -> None:
        """Record that somebody made sure the numbers hold."""
        by = self._desk.session.seat.actor
        self._write(partial(self._service.verify, contact.id, by=by))

    def retire(self, contact: Contact) -> None:
        """Take a contact out of lists and lookup, or back in."""
        by, is_retired = self._desk.session.seat.actor, not contact.is_retired
        self._write(partial(self._service.retire, contact.id, is_retired=is_retired, by=by))

    def _write(self, job: Callable[[], Done[Contact]]) -> None:
        self._desk.runner.submit(job, done=self._written, failed=self._failed)

    def _written(self, done: Done[Contact]) -> None:
        self._desk.hub.announce(done.changes, self)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.refused.emit(sentence(error))
