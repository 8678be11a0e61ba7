from __future__ import annotations

import pytest

from dutydesk.domain.contact_masking import (
    UnmaskReasonMissing,
    checked_reason,
    is_hidden,
    masked_card,
)
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber
from dutydesk.domain.phone import NumberKind


def test_no_mobile_can_be_read_wherever_it_was_written() -> None:
    numbers = (
        ContactNumber("1", "c", NumberKind.MOBILE, "19900000013"),
        ContactNumber("2", "c", NumberKind.OFFICE, "0000-6000013"),
        ContactNumber("3", "c", NumberKind.OTHER, "手机19900000014"),
    )
    contact = Contact("c", "甲", note="夜里打19900000015", other_posts=("河长 19900000016",))
    card = masked_card(ContactCard(contact, (), numbers))
    assert "1990000001" not in str(card)
    assert [is_hidden(one.number) for one in card.numbers] == [True, False, True]
    assert masked_card(card) == card


def test_a_look_needs_a_reason() -> None:
    assert checked_reason(" 领导要 ") == "领导要"
    with pytest.raises(UnmaskReasonMissing):
        checked_reason(" ")
