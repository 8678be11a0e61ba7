from __future__ import annotations

import pytest

from dutydesk.domain.contact_refusals import UnitBelowItself
from dutydesk.domain.contacts import Contact, ContactRole, Unit
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contact_unit import Telephones
from tests.builders import Staff


@pytest.fixture
def units(staffed: Staff) -> dict[str, Unit]:
    service = staffed.room.contacts
    made = {}
    for place, (name, parent) in enumerate(
        (("区", None), ("局", "区"), ("科", "局"), ("街道", None))
    ):
        unit = Unit(name, name, parent, order_no=place + 1)
        made[name] = service.save_unit(unit, by=staffed.by).value
    for name, unit_name in (("单某", "科"), ("仇某", "科"), ("区某", "街道")):
        service.save(Contact(name, name, unit_name), (), by=staffed.by)
    return made


def test_a_moved_unit_takes_its_people_along_and_they_are_found_there(
    staffed: Staff, units: dict[str, Unit]
) -> None:
    room = staffed.room
    done = room.contact_unit.move_unit("局", "街道", by=staffed.by)
    assert done.value.parent_id == "街道"
    assert [card.unit_path for card in room.contacts.find("单某")] == [("街道", "局", "科")]
    assert {card.contact.name for card in room.contacts.find("街道")} == {"单某", "仇某", "区某"}
    with pytest.raises(UnitBelowItself):
        room.contact_unit.move_unit("街道", "科", by=staffed.by)
    assert room.verification.verify().ok


def test_units_and_people_change_places_and_stay_so(
    staffed: Staff, units: dict[str, Unit]
) -> None:
    room = staffed.room
    room.contact_unit.shift_unit("街道", -1, by=staffed.by)
    ordered = sorted(room.contacts.units(), key=lambda one: (one.parent_id or "", one.order_no))
    assert [one.name for one in ordered if one.parent_id is None] == ["街道", "区"]
    room.contact_unit.shift_person("仇某", -1, by=staffed.by)
    assert [card.contact.name for card in room.contacts.people_of("科")] == ["仇某", "单某"]
    room.contact_unit.move_person("仇某", "街道", by=staffed.by)
    assert [card.contact.name for card in room.contacts.people_of("科")] == ["单某"]
    assert {card.contact.name for card in room.contacts.find("街道")} == {"仇某", "区某"}
    with pytest.raises(RecordUnknown):
        room.contact_unit.move_person("仇某", "没有", by=staffed.by)


def test_the_telephones_of_a_unit_are_those_of_its_duty_room(
    staffed: Staff, units: dict[str, Unit]
) -> None:
    room = staffed.room
    service = room.contact_unit
    assert service.save_telephones("街道", Telephones(" ", ""), by=staffed.by).value is None
    made = service.save_telephones(
        "街道", Telephones("0000-6000001", "0000-6000002"), by=staffed.by
    ).value
    assert made is not None
    assert made.contact.duty_role is ContactRole.DUTY_ROOM
    card = service.card("街道")
    assert card.duty_phone is not None
    assert card.fax is not None
    assert (card.duty_phone.number, card.fax.number) == ("0000-6000001", "0000-6000002")
    assert (card.people, card.stale) == (2, 2)
    again = service.save_telephones("街道", Telephones("0000-6000003", ""), by=staffed.by).value
    assert again is not None
    assert again.contact.id == made.contact.id
    assert [(one.kind, one.number) for one in again.numbers] == [(NumberKind.DUTY, "0000-6000003")]
    assert service.card("街道").fax is None
    assert room.contacts.find("6000003")[0].unit == "街道"
    assert room.directory.directory().units[-1].duty_phone == "0000-6000003"
