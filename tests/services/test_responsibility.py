from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contacts import Contact, ContactRole, RolePair, Unit, UnitKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handling_list import LineKnown, LineNameMissing
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.responsibility import Responsibility, ResponsibilityScopeMissing, Why
from dutydesk.services.contacts import NumberDraft

BY = Actor("cli")


@pytest.fixture
def known(room: DutyRoom) -> DutyRoom:
    """A street with two communities, and the gas company."""
    for unit in (
        Unit("street", "安和街道办事处", kind=UnitKind.STREET),
        Unit("first", "安和一社区", "street", kind=UnitKind.COMMUNITY),
        Unit("third", "安和三社区", "street", kind=UnitKind.COMMUNITY),
        Unit("gas", "东湖燃气公司", kind=UnitKind.PUBLIC_SERVICE),
    ):
        room.contacts.save_unit(unit, by=BY)
    people = (
        ("甲某", "third", ContactRole.INFO_OFFICER, RolePair.A, ""),
        ("乙某", "third", ContactRole.INFO_OFFICER, RolePair.B, ""),
        ("丙某", "third", ContactRole.GRID_WORKER, None, "1号楼、2号楼"),
        ("丁某", "third", ContactRole.GRID_WORKER, None, "3号楼、4号楼"),
        ("戊某", "first", ContactRole.HEAD, None, ""),
        ("己某", "street", ContactRole.DUTY_ROOM, None, ""),
        ("庚某", "gas", ContactRole.HEAD, None, ""),
    )
    for place, (name, unit_id, role, pair, area) in enumerate(people):
        contact = Contact(f"c{place}", name, unit_id, duty_role=role, role_pair=pair, area=area)
        number = NumberDraft(NumberKind.MOBILE, f"1990000000{place}")
        room.contacts.save(contact, (number,), by=BY)
    return room


def names(room: DutyRoom, text: str) -> list[str]:
    service = room.responsibility
    return [one.name for one in service.who(service.asked(text))]


def test_a_gas_leak_names_the_grid_worker_the_community_the_street_and_the_company(
    known: DutyRoom,
) -> None:
    found = names(known, "安和三社区3号楼燃气泄漏")
    assert found[:4] == ["丁某", "丙某", "甲某", "乙某"]
    assert found[4] == "己某"
    assert "庚某" in found
    assert "戊某" not in found


def test_a_card_tells_why_and_with_which_number(known: DutyRoom) -> None:
    service = known.responsibility
    first = service.who(service.asked("安和三社区3号楼燃气泄漏"))[0]
    assert (first.why, first.unit, first.phone) == (Why.AREA, "安和三社区", "19900000003")


def test_a_name_that_is_only_on_the_list_keeps_its_number(known: DutyRoom) -> None:
    service = known.responsibility
    found = service.who(service.asked("路边平房起火，有明火"))
    fire = next(one for one in found if one.name == "119")
    assert (fire.phone, fire.card) == ("119", None)


def test_the_command_of_the_kind_stands_last(known: DutyRoom) -> None:
    service = known.responsibility
    found = service.who(replace(service.asked("起火"), kind="火灾"))
    assert found[-1].why is Why.COMMAND
    assert found[-1].name == "市火灾事故应急指挥部"


@pytest.mark.parametrize("text", ["", "   ", "。", "今天天气不错"])
def test_what_says_nothing_names_nobody(known: DutyRoom, text: str) -> None:
    assert names(known, text) == []


def test_someone_who_left_is_not_named(known: DutyRoom) -> None:
    known.contacts.retire("c3", by=BY)
    assert "丁某" not in names(known, "安和三社区3号楼燃气泄漏")


def test_the_list_is_shipped_until_the_unit_changes_it(known: DutyRoom) -> None:
    service = known.responsibility
    shipped = service.lines()
    assert shipped[0].name == "110"
    gas = next(one for one in shipped if one.name == "燃气公司")
    kept = service.put(replace(gas, phone="0000-0000001"), by=BY).value
    assert kept.id != gas.id
    lines = service.lines()
    assert len(lines) == len(shipped)
    assert next(one for one in lines if one.name == "燃气公司").phone == "0000-0000001"
    line = Responsibility(id=service.new_id(), name="蜂窝处置队", words=("马蜂",))
    service.put(line, by=BY)
    assert service.lines()[-1].name == "蜂窝处置队"
    assert "蜂窝处置队" in names(known, "小区有马蜂窝")
    service.move(service.lines()[-1].id, -100, by=BY)
    assert service.lines()[0].name == "蜂窝处置队"
    service.put(replace(service.lines()[0], is_active=False), by=BY)
    assert "蜂窝处置队" not in names(known, "小区有马蜂窝")


def test_a_line_that_cannot_be_is_refused(known: DutyRoom) -> None:
    service = known.responsibility
    line = Responsibility(id=service.new_id(), name="谁")
    with pytest.raises(ResponsibilityScopeMissing):
        service.put(line, by=BY)
    with pytest.raises(LineNameMissing):
        service.put(replace(line, name=" "), by=BY)
    first = service.lines()[0]
    with pytest.raises(LineKnown):
        service.put(replace(first, id=service.new_id()), by=BY)
    with pytest.raises(RecordUnknown):
        service.move("nobody", 1, by=BY)


def test_every_kind_of_the_shipped_list_is_a_kind_of_the_unit(
    room: DutyRoom, shared_data: Path
) -> None:
    kinds = {name for names in room.incident.kinds().values() for name in names}
    named = {kind for line in room.responsibility.lines() for kind in line.kinds}
    assert named <= kinds
    room.contact_import.import_file(shared_data / "office" / "通讯录.xlsx", by=BY)
    asked = room.responsibility.asked("安和街道安和一社区起火")
    assert asked.category is IncidentCategory.ACCIDENT
    assert room.responsibility.who(asked)
