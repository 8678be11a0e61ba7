from __future__ import annotations

from datetime import UTC, datetime

from dutydesk.domain.contact_call import ContactCall
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.person_card import PersonCard, hidden
from dutydesk.domain.phone import NumberKind


def test_no_mobile_of_the_person_the_pair_or_the_calls_is_shown() -> None:
    def card(key: str) -> ContactCard:
        number = ContactNumber("n", key, NumberKind.MOBILE, "19900000013")
        return ContactCard(Contact(key, key), (), (number,))

    at = datetime(2026, 11, 20, tzinfo=UTC)
    call = ContactCall("e", at, EntryKind.INCOMING_CALL, "回电19900000099", "甲")
    shown = hidden(PersonCard(card("a"), (card("b"),), calls=(call,)))
    assert "199000000" not in str(shown)
    assert shown.is_masked
    assert shown.pair is not None
