from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST
from tests.builders import Staff
from tests.roster_office import member
from tests.ui.live_desk import fill_contacts


def test_those_on_the_list_of_the_post_come_first_then_everybody_on_file(staffed: Staff) -> None:
    fill_contacts(staffed)
    room = staffed.room
    member(room, "李备", PRIMARY_POST)
    member(room, "李带", LEAD_POST)
    member(room, "李离", LEAD_POST, is_active=False)
    found = room.roster_people.find("l", LEAD_POST)
    assert [one.person.name for one in found][:2] == ["李带", "李备"]
    assert [one.is_listed for one in found][:2] == [True, False]
    assert "李离" not in {one.person.name for one in found}
    others = [one for one in found if one.person.member_id is None]
    assert others
    assert all(one.person.contact_id and not one.is_listed for one in others)
    assert [one.person.name for one in room.roster_people.find("lidai")][:1] == ["李带"]


def test_whoever_is_listed_is_not_told_twice(staffed: Staff) -> None:
    fill_contacts(staffed)
    name = staffed.room.contacts.find("l", 1)[0].contact.name
    member(staffed.room, name, LEAD_POST)
    found = staffed.room.roster_people.find(name, LEAD_POST)
    assert [one.person.name for one in found].count(name) == 1
