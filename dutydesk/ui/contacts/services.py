"""What the room of contacts is handed."""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass
from dutydesk.services.contact_card import ContactCardService
from dutydesk.services.contact_import import ContactImportService
from dutydesk.services.contacts import ContactsService


@dataclass(frozen=True, slots=True)
class ContactsRoomServices:
    """The services of lists, of one card, and of files."""

    contacts: ContactsService
    cards: ContactCardService
    importing: ContactImportService
