"""核实 right after a call: who was just rung from the card is offered to be marked as verified."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.contacts import Contact, ContactCard
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.person_card import PersonCard
from dutydesk.services.contact_card import ContactCardService
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.panel import ContactsPanel
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording.sentences import sentence

_KEY = "contact-verify"


class CallOffer(QObject):
    """Waits for the entry of the call that the room began; another room writes it."""

    def __init__(
        self, panel: ContactsPanel, service: ContactsService, cards: ContactCardService
    ) -> None:
        super().__init__(panel)
        self._desk, self._service, self._cards = panel.desk, service, cards
        self._rung = ""
        panel.call_wanted.connect(self._on_call)
        panel.desk.hub.committed.connect(self._on_committed)

    def _on_call(self, card: ContactCard, _number: str) -> None:
        self._rung = card.contact.id

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if self._rung and changes.names("log_entry"):
            job = partial(self._cards.person, self._rung)
            offer = partial(self._offer, changes)
            self._desk.runner.submit(job, done=offer, failed=self._failed)

    def _offer(self, changes: Changes, person: PersonCard) -> None:
        """Offer it when the entry is of a call with this very person."""
        if not {call.entry_id for call in person.calls} & set(changes.ids("log_entry")):
            return
        self._rung = ""
        contact = person.card.contact
        words = f"刚和{contact.name}通过话，号码无误就核实一下。"
        verify = partial(self._verify, contact)
        self._desk.notices.put(Notice(_KEY, NoticeKind.HINT, words, "核实无误", verify))

    def _verify(self, contact: Contact) -> None:
        by = self._desk.session.seat.actor
        job = partial(self._service.verify, contact.id, by=by)
        self._desk.runner.submit(job, done=self._verified, failed=self._failed)

    def _verified(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)
        words = f"{done.value.name}的号码已核实。"
        self._desk.notices.put(Notice(_KEY, NoticeKind.DONE, words))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._desk.notices.put(Notice(_KEY, NoticeKind.ERROR, sentence(error)))
