from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.contact_masking import UnmaskReasonMissing
from dutydesk.domain.contact_state import Listed
from dutydesk.domain.contacts import Contact, ContactRole, FurtherRole, RolePair, Unit
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from tests.builders import PIN, Staff, draft


def put(staff: Staff, contact: Contact, *roles: FurtherRole, mobile: str = "") -> None:
    numbers = (NumberDraft(NumberKind.MOBILE, mobile),) if mobile else ()
    staff.room.contacts.save(contact, numbers, roles, by=staff.by)


def test_a_pair_is_shown_at_both_and_one_only_follows_when_it_is_given_up(staffed: Staff) -> None:
    room = staffed.room
    for name in ("甲", "乙", "丙"):
        put(staffed, Contact(name, name))
    put(staffed, Contact("甲", "甲", role_pair=RolePair.A, pair_contact_id="乙"))
    other = room.contact_card.person("乙")
    assert other.card.contact.role_pair is RolePair.B
    assert other.pair is not None
    assert other.pair.contact.name == "甲"
    put(staffed, replace(room.contacts.card("甲").contact, pair_contact_id="丙"))
    assert room.contact_card.person("乙").pairs == ()
    pair = room.contact_card.person("丙").pair
    assert pair is not None
    assert pair.contact.name == "甲"


def test_further_roles_bring_somebody_into_the_unit_the_lookup_and_the_other_pair(
    staffed: Staff,
) -> None:
    room = staffed.room
    for name in ("应急局", "防汛办"):
        room.contacts.save_unit(Unit(name, name), by=staffed.by)
    put(staffed, Contact("乙", "乙某"))
    role = FurtherRole(
        "r", "", "防汛办", "副主任", ContactRole.INFO_OFFICER, RolePair.A, "乙", "安和河段"
    )
    put(staffed, Contact("甲", "甲某", "应急局", "科长"), role)
    for word in ("防汛办", "副主任", "灾害信息员", "安和河段", "应急局 甲某"):
        assert [card.contact.name for card in room.contacts.find(word)] == ["甲某"], word
    assert [card.contact.name for card in room.contacts.people_of("防汛办")] == ["甲某"]
    assert len(room.contacts.listing("防汛办")) == 1
    assert [card.contact.name for card in room.contact_card.person("乙").pairs] == ["甲某"]
    assert room.contact_card.person("甲").card.roles[0].unit_path == ("防汛办",)
    assert room.verification.verify().ok
    assert room.verification.differences() == ()
    put(staffed, room.contacts.card("甲").contact)
    assert room.contacts.find("防汛办") == []


def test_the_card_knows_the_calls_the_term_and_the_training(staffed: Staff) -> None:
    room = staffed.room
    today = room.training.today()
    put(
        staffed,
        Contact("甲", "甲某", duty_role=ContactRole.GRID_WORKER, valid_to=today),
        mobile="19900000013",
    )
    entry = draft(room, "问河道水位", phone="19900000013", kind=EntryKind.OUTGOING_CALL)
    room.duty_log.record(entry, by=staffed.by)
    person = room.contact_card.person("甲")
    assert [one.text for one in person.calls] == ["问河道水位"]
    assert person.training is not None
    assert person.training.missing == 4
    assert len(room.contacts.listing(listed=Listed.EXPIRING)) == 1
    put(
        staffed,
        replace(person.card.contact, valid_to=today - timedelta(days=1)),
        mobile="19900000013",
    )
    put(staffed, Contact("乙", "甲某"))
    assert room.contacts.listing(listed=Listed.EXPIRED) != []
    assert len(room.contacts.listing()) == 1
    assert [card.contact.id for card in room.contacts.find("甲某")] == ["乙", "甲"]
    with pytest.raises(RecordUnknown):
        room.contact_card.person("没有")


def test_a_look_at_full_numbers_is_journalled_with_its_reason(staffed: Staff) -> None:
    room = staffed.room
    put(staffed, Contact("甲", "甲某"), mobile="19900000013")
    viewer = room.officer.add("查阅某", OfficerRole.VIEWER, PIN, by=staffed.by).value
    by = Actor(viewer.id, viewer.id)
    with pytest.raises(UnmaskReasonMissing):
        room.contact_card.unmask("甲", " ", by=by)
    done = room.contact_card.unmask("甲", "送急件", by=by)
    assert done.value.card.numbers[0].number == "19900000013"
    with room.store.reading() as tables:
        action, actor, body = tables.journal._rows.query(
            "SELECT action, actor, body FROM journal ORDER BY rowid DESC LIMIT 1"
        )[0]
    assert (action, actor) == ("contacts.unmask", viewer.id)
    assert "送急件" in json.dumps(json.loads(body), ensure_ascii=False)
