"""A card is found by its names, readings, roles and numbers."""

from __future__ import annotations

from dutydesk.domain.contact_lookup import KeyKind
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, ContactRole, RolePair
from dutydesk.domain.phone import NumberKind
from dutydesk.exchange.contact_keys import keys_for


def test_a_card_gives_all_its_keys() -> None:
    contact = Contact("1", "单强", duty_role=ContactRole.INFO_OFFICER, role_pair=RolePair.A)
    number = ContactNumber("n", "1", NumberKind.MOBILE, "19900001003")
    keys = keys_for(ContactCard(contact, ("区应急管理局",), (number,))).keys
    assert {
        (KeyKind.NAME, "单强"),
        (KeyKind.INITIALS, "sq"),
        (KeyKind.PINYIN, "shanqiang"),
        (KeyKind.PINYIN, "danqiang"),
        (KeyKind.UNIT, "区应急管理局"),
        (KeyKind.UNIT_INITIALS, "qyjglj"),
        (KeyKind.UNIT_INITIALS, "yjglj"),
        (KeyKind.POST, "灾害信息员"),
        (KeyKind.POST, "a角"),
        (KeyKind.TAIL, "30010000991"),
    } <= keys
