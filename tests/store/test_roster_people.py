from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contacts import Contact
from dutydesk.domain.officer import OfficerRole
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.services.contacts import NumberDraft
from dutydesk.store.roster_people import PeopleOnFile, people_on
from tests.builders import PIN
from tests.roster_builders import CLI, nov, put


def contact(room: DutyRoom, name: str, mobile: str) -> str:
    numbers = [NumberDraft(NumberKind.OFFICE, "0000-1"), NumberDraft(NumberKind.MOBILE, mobile)]
    new = Contact(id=room.contacts.new_id(), name=name)
    return room.contacts.save(new, numbers, by=CLI).value.contact.id


def test_of_two_of_one_name_the_number_decides(room: DutyRoom) -> None:
    first, second = contact(room, "张三", "19900000001"), contact(room, "张三", "19900000002")
    with room.store.reading() as tables:
        people = PeopleOnFile(tables, ["张三", "李四"], ())
        assert people.contact_of(RosterPerson("张三")) is None
        assert people.contact_of(RosterPerson("张三", phone="199-0000-0002")) == second
        assert people.contact_of(RosterPerson("张三", contact_id=first)) == first
        assert people.is_on_file("张三")
        assert not people.is_on_file("李四")


def test_the_number_on_file_comes_before_the_written_one(room: DutyRoom) -> None:
    contact(room, "张三", "19900000001")
    room.officer.add("乙某", OfficerRole.DUTY_OFFICER, PIN, phone="19900000003", by=CLI)
    made = [
        put(room, nov(25), "张三"),
        put(room, nov(26), "乙某"),
        put(room, nov(27), "王五"),
    ]
    with room.store.reading() as tables:
        people = people_on(tables, made)
        assert [people.phone_of(one) for one in made] == ["19900000001", "19900000003", ""]
        assert people.is_on_file("乙某")
