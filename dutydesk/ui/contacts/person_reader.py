"""Reads the person the room shows, with mobiles hidden from who may only look."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from dutydesk.domain.contact_masking import masked_card
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.person_card import PersonCard, hidden
from dutydesk.services.contact_card import ContactCardService
from dutydesk.ui.desk import Desk


class PersonReader(QObject):
    """``read(PersonCard)``, or None when nobody is chosen; the last one asked for only."""

    read = Signal(object)

    def __init__(self, desk: Desk, service: ContactCardService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._asked = self._answered = 0
        self._person: PersonCard | None = None
        self._looked_at = ""

    @property
    def is_settled(self) -> bool:
        """Tell whether the person shown is the one asked for last."""
        return self._asked == self._answered

    def show(self, card: ContactCard | None) -> None:
        """Read a person; everything is there before it is shown, so that nothing flickers."""
        self._asked += 1
        if card is None:
            self._taken(self._asked, None)
        else:
            self._read(card.contact.id)

    def again(self) -> None:
        """Read the same person again, who may have changed."""
        if self._person is not None:
            self._asked += 1
            self._read(self._person.card.contact.id)

    def look_at(self, contact_id: str) -> None:
        """Show the numbers of somebody in full until another one is chosen."""
        self._looked_at = contact_id
        self.tell()

    def tell(self) -> None:
        """Tell the person once more, as the one who now sits at the desk may see it."""
        self.read.emit(self._as_seen())

    def _read(self, contact_id: str) -> None:
        job = partial(self._service.person, contact_id)
        self._desk.runner.submit(job, done=partial(self._taken, self._asked))

    def _taken(self, asked: int, person: PersonCard | None) -> None:
        if asked != self._asked:
            return
        self._answered = asked
        self._person = person
        if person is None or person.card.contact.id != self._looked_at:
            self._looked_at = ""
        self.tell()

    def _as_seen(self) -> PersonCard | None:
        person = self._person
        if person is None or sees_mobiles(self._desk):
            return person
        is_looked_at = person.card.contact.id == self._looked_at
        return person if is_looked_at else hidden(person)


def sees_mobiles(desk: Desk) -> bool:
    """Tell whether whoever sits at the desk sees the mobiles of people."""
    return desk.session.seat.sees_mobiles


def as_seen(desk: Desk, card: ContactCard) -> ContactCard:
    """Return a card of a list as whoever sits at the desk may see it."""
    return card if sees_mobiles(desk) else masked_card(card)
