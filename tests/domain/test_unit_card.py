from __future__ import annotations

from dutydesk.domain.contacts import (
    Contact,
    ContactCard,
    ContactNumber,
    ContactRole,
    FurtherRole,
    ShownRole,
)
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.unit_card import duty_number, fax_number, heads_of


def person(key: str, role: ContactRole | None, *numbers: tuple[NumberKind, str]) -> ContactCard:
    told = tuple(
        ContactNumber(f"{key}{n}", key, kind, number, order_no=n)
        for n, (kind, number) in enumerate(numbers)
    )
    return ContactCard(Contact(key, key, "u", duty_role=role), (), told)


ROOM = person(
    "room",
    ContactRole.DUTY_ROOM,
    (NumberKind.OFFICE, "0000-6000001"),
    (NumberKind.FAX, "0000-6000002"),
    (NumberKind.DUTY, "0000-6000003"),
)
CLERK = person("clerk", None, (NumberKind.DUTY, "0000-6000009"))


def test_the_duty_room_is_rung_first_then_the_only_duty_telephone() -> None:
    room = duty_number([CLERK, ROOM], "u")
    assert room is not None
    assert room.number == "0000-6000003"
    clerk = duty_number([CLERK], "u")
    assert clerk is not None
    assert clerk.number == "0000-6000009"
    other = person("other", None, (NumberKind.DUTY, "0000-6000008"))
    assert duty_number([CLERK, other], "u") is None
    assert duty_number([ROOM], "v") is None
    fax = fax_number([CLERK, ROOM], "u")
    assert fax is not None
    assert fax.number == "0000-6000002"
    assert fax_number([CLERK], "u") is None


def test_heads_come_before_deputies_whichever_role_says_so() -> None:
    role = ShownRole(FurtherRole("r", "c", "u", duty_role=ContactRole.HEAD))
    by_role = ContactCard(Contact("c", "丙", "v"), roles=(role,))
    deputy = person("乙", ContactRole.DEPUTY_IN_CHARGE)
    assert [card.contact.name for card in heads_of([deputy, by_role, ROOM], "u")] == ["丙", "乙"]
