"""What stands on the directory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contacts import Contact, Unit
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_directory import DirectoryPerson

BY = Actor("cli")


def test_an_empty_address_book_gives_an_empty_directory(room: DutyRoom) -> None:
    directory = room.directory.directory()
    assert (directory.units, directory.as_of) == ((), None)
    assert (directory.unit, directory.is_practice) == ("安和街道办事处值班室", True)


def test_the_office_files_fill_it_in_tree_order(room: DutyRoom, shared_data: Path) -> None:
    room.contact_import.import_file(shared_data / "office" / "通讯录.xlsx", by=BY)
    directory = room.directory.directory(is_masked=True)
    assert directory.is_masked
    assert directory.as_of == date(2026, 11, 20)
    assert len(directory.units) == 19 + 6 + 6 * 33
    assert sum(len(unit.people) for unit in directory.units) == 506 - 6
    street = next(unit for unit in directory.units if unit.name == "安和街道")
    assert (street.depth, street.duty_phone, street.fax) == (0, "0000-6267613", "0000-6267613")
    place = directory.units.index(street)
    community = directory.units[place + 1]
    assert (community.name, community.depth) == ("安和第1社区", 1)
    assert community.people[0] == DirectoryPerson(
        name="朴涛",
        duty_role="灾害信息员",
        role_pair="A",
        office_phone="0000-6018732",
        mobile="19900001050",
    )


def test_units_without_people_are_left_out_and_people_without_units_come_last(
    room: DutyRoom,
) -> None:
    service = room.contacts
    empty = service.save_unit(Unit(service.new_id(), "空局"), by=BY).value
    upper = service.save_unit(Unit(service.new_id(), "上级", order_no=1), by=BY).value
    lower = service.save_unit(Unit(service.new_id(), "下级", upper.id), by=BY).value
    service.save(Contact(service.new_id(), "甲", lower.id), [], by=BY)
    service.save(Contact(service.new_id(), "乙"), [], by=BY)
    names = [(unit.name, unit.depth) for unit in room.directory.directory().units]
    assert empty.name not in [name for name, _ in names]
    assert names == [("上级", 0), ("下级", 1), ("未分单位", 0)]


def test_retired_people_are_not_printed(room: DutyRoom) -> None:
    contact = room.contacts.save(Contact(room.contacts.new_id(), "甲"), [], by=BY).value.contact
    room.contacts.retire(contact.id, by=BY)
    assert room.directory.directory().units == ()


def test_the_duty_number_of_a_key_unit_stands_in_its_head_line_only(
    room: DutyRoom, shared_data: Path
) -> None:
    room.contact_import.import_file(shared_data / "office" / "重点单位-GB18030.csv", by=BY)
    unit = room.directory.directory().units[0]
    assert (unit.name, unit.duty_phone) == ("安和商贸第1单位", "0000-6132914")
    assert unit.people == (DirectoryPerson("孟宇洋", "安全负责人", mobile="19900001501"),)


def test_the_duty_rooms_own_numbers_stand_on_the_directory(room: DutyRoom) -> None:
    room.settings.put({"duty_phone": "0000-0000888", "duty_fax": "0000-0000889"}, by=BY)
    directory = room.directory.directory()
    assert (directory.duty_phone, directory.fax) == ("0000-0000888", "0000-0000889")
