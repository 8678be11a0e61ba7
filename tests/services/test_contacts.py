"""Import, find, change, verify and export, on a real room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contact_refusals import (
    ContactNameMissing,
    UnitBelowItself,
    UnitNameMissing,
)
from dutydesk.domain.contact_state import Listed
from dutydesk.domain.contacts import AddressBook, Contact, Unit
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from tests.builders import Staff

BY = Actor("cli")
ROWS = "单位,姓名,手机\n甲局,单强,19900001003\n甲局,,19900001009\n乙局,曾静,1990000100\n"
FILES = {"通讯录.xlsx": 506, "重点单位-GB18030.csv": 40, "手机导出.vcf": 20}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "表.csv"
    path.write_text(ROWS, "utf-8-sig")
    return path


def book_of(room: DutyRoom) -> AddressBook:
    with room.store.reading() as tables:
        return tables.contacts.book()


def journalled(room: DutyRoom) -> int:
    with room.store.reading() as tables:
        return tables.journal.count()


def test_a_contact_is_saved_found_changed_and_retired(room: DutyRoom) -> None:
    service = room.contacts
    unit = service.save_unit(Unit(service.new_id(), "区应急管理局"), by=BY).value
    new = Contact(service.new_id(), "单强", unit.id, post="局长")
    drafts = [NumberDraft(NumberKind.MOBILE, "199 0000 1003"), NumberDraft(NumberKind.FAX, " ")]
    card = service.save(new, drafts, by=BY).value
    assert [n.number for n in card.numbers] == ["19900001003"]
    assert service.find("sq") == [card] == service.people_of(unit.id)

    kept = NumberDraft(NumberKind.OFFICE, "6511554转8001", id=card.numbers[0].id)
    changed = service.save(replace(card.contact, name="曾强"), [kept], by=BY).value
    assert [(n.id, n.number) for n in changed.numbers] == [(kept.id, "6511554-8001")]
    assert service.find("单强") == []
    assert service.find("8001") == [changed]

    service.retire(new.id, by=BY)
    assert service.find("曾强") == []
    assert service.people_of(unit.id) == []
    service.retire(new.id, is_retired=False, by=BY)
    assert len(service.find("曾强")) == 1


def test_a_doubtful_number_is_kept_as_typed(room: DutyRoom) -> None:
    drafts = [NumberDraft(NumberKind.MOBILE, "问门卫"), NumberDraft(NumberKind.OFFICE, "1/2")]
    card = room.contacts.save(Contact(room.contacts.new_id(), "甲"), drafts, by=BY).value
    assert [(n.number, n.is_doubtful) for n in card.numbers] == [("问门卫", True), ("1/2", True)]


def test_a_renamed_unit_is_found_by_its_new_name(room: DutyRoom, file: Path) -> None:
    room.contact_import.import_file(file, by=BY)
    unit = next(unit for unit in room.contacts.units() if unit.name == "甲局")
    room.contacts.save_unit(replace(unit, name="丙局"), by=BY)
    assert room.contacts.find("甲局") == []
    assert [card.contact.name for card in room.contacts.find("丙局")] == ["单强"]


def test_rules_refuse_what_cannot_be(room: DutyRoom) -> None:
    service = room.contacts
    with pytest.raises(ContactNameMissing):
        service.save(Contact(service.new_id(), " "), [], by=BY)
    with pytest.raises(UnitNameMissing):
        service.save_unit(Unit(service.new_id(), ""), by=BY)
    upper = service.save_unit(Unit(service.new_id(), "上"), by=BY).value
    lower = service.save_unit(Unit(service.new_id(), "下", upper.id), by=BY).value
    with pytest.raises(UnitBelowItself):
        service.save_unit(replace(upper, parent_id=lower.id), by=BY)
    with pytest.raises(RecordUnknown):
        service.card("x")
    with pytest.raises(RecordUnknown):
        service.verify("x", by=BY)
    with pytest.raises(BadInput):
        service.find("a", 0)


def test_who_verified_and_when_is_on_record(staffed: Staff) -> None:
    service = staffed.room.contacts
    card = service.save(Contact(service.new_id(), "单强"), [], by=staffed.by).value
    verified = service.verify(card.contact.id, by=staffed.by).value
    assert (verified.verified_by, verified.last_verified_at) == ("甲某", staffed.room.clock.now())


def test_a_list_shows_everybody_a_unit_or_who_has_none_and_counts_them(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    service = room.contacts
    top = Unit(service.new_id(), "区应急管理局")
    below = Unit(service.new_id(), "值班科", parent_id=top.id)
    for unit in (top, below):
        service.save_unit(unit, by=by)
    people = {
        name: service.save(Contact(service.new_id(), name, unit_id=unit_id), (), by=by).value
        for name, unit_id in (("单某", top.id), ("仇某", below.id), ("曾某", None), ("解某", None))
    }
    service.retire(people["解某"].contact.id, by=by)

    def names(rowids: list[int]) -> list[str]:
        return [card.contact.name for card in service.page(rowids).values()]

    assert names(service.listing()) == ["单某", "仇某", "曾某"]
    assert names(service.listing(top.id)) == ["单某", "仇某"]
    assert names(service.listing(below.id)) == ["仇某"]
    assert names(service.listing("")) == ["曾某"]
    assert names(service.listing(listed=Listed.RETIRED)) == ["解某"]
    assert service.counts().by_unit == {top.id: 1, below.id: 1, None: 1}
    assert service.page(()) == {}
