"""People on file twice are found and made one by decision, on a real room."""

from __future__ import annotations

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contact_refusals import ContactWithItself
from dutydesk.domain.contact_twins import TwinKind
from dutydesk.domain.contacts import Contact, ContactCard, Unit
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft

BY = Actor("cli")


def saved(room: DutyRoom, name: str, *numbers: str, **more: object) -> ContactCard:
    contact = Contact(room.contacts.new_id(), name, **more)  # type: ignore[arg-type]  # fields of Contact
    drafts = [
        NumberDraft(NumberKind.MOBILE if len(n) == 11 else NumberKind.OFFICE, n) for n in numbers
    ]
    return room.contacts.save(contact, drafts, by=BY).value


def test_pairs_are_found_by_mobile_number_or_unit_and_colleagues_are_none(room: DutyRoom) -> None:
    unit = room.contacts.save_unit(Unit(room.contacts.new_id(), "甲局"), by=BY).value
    first = saved(room, "单强", "19900001003", "6511554", unit_id=unit.id)
    second = saved(room, "单小强", "19900001003")
    third = saved(room, "单强", unit_id=unit.id)
    saved(room, "曾静", "6511554", unit_id=unit.id)
    found = {(t.kind, t.first.contact.id, t.second.contact.id) for t in room.contact_twins.twins()}
    assert found == {
        (TwinKind.SAME_MOBILE, first.contact.id, second.contact.id),
        (TwinKind.SAME_NAME_AND_UNIT, first.contact.id, third.contact.id),
    }


def test_one_stays_with_all_of_both_and_the_other_points_there(room: DutyRoom) -> None:
    units = [
        room.contacts.save_unit(Unit(room.contacts.new_id(), name), by=BY).value
        for name in ("甲局", "乙街道")
    ]
    kept = saved(room, "单强", "19900001003", unit_id=units[0].id, post="局长")
    other = saved(
        room, "单小强", "19900001003", "6511554", unit_id=units[1].id, post="顾问", address="某路"
    )
    with room.store.reading() as tables:
        rows = tables.journal.count()
    done = room.contact_twins.merge(kept.contact.id, other.contact.id, by=BY).value
    assert (done.contact.name, done.contact.post, done.contact.address) == ("单强", "局长", "某路")
    assert done.contact.other_posts == ("乙街道 顾问",)
    assert [n.number for n in done.numbers] == ["19900001003", "6511554"]
    gone = room.contacts.card(other.contact.id)
    assert (gone.contact.is_retired, gone.contact.merged_into) == (True, kept.contact.id)
    assert [n.number for n in gone.numbers] == ["19900001003", "6511554"]
    assert [c.contact.id for c in room.contacts.find("6511554")] == [kept.contact.id]
    assert room.contact_twins.twins() == []
    again = room.contact_twins.merge(kept.contact.id, other.contact.id, by=BY).value
    assert again == done
    with room.store.reading() as tables:
        assert tables.journal.count() == rows + 1


def test_the_other_one_of_a_pair_follows(room: DutyRoom) -> None:
    kept, other = saved(room, "单强", "19900001003"), saved(room, "单小强", "19900001003")
    partner = saved(room, "曾静", pair_contact_id=other.contact.id)
    room.contacts.save(
        Contact(other.contact.id, "单小强", pair_contact_id=partner.contact.id), [], by=BY
    )
    room.contact_twins.merge(kept.contact.id, other.contact.id, by=BY)
    assert room.contacts.card(kept.contact.id).contact.pair_contact_id == partner.contact.id
    assert room.contacts.card(partner.contact.id).contact.pair_contact_id == kept.contact.id


def test_nobody_is_merged_with_themselves_or_with_nobody(room: DutyRoom) -> None:
    one = saved(room, "单强")
    with pytest.raises(ContactWithItself):
        room.contact_twins.merge(one.contact.id, one.contact.id, by=BY)
    with pytest.raises(RecordUnknown):
        room.contact_twins.merge(one.contact.id, "x", by=BY)
