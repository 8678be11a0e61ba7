from dutydesk.ui.incident.told_people import ToldPerson, find_people
from tests.builders import Staff
from tests.ui.live_desk import fill_contacts


def test_people_are_found_with_the_number_one_would_ring(staffed: Staff) -> None:
    fill_contacts(staffed)
    card = staffed.room.contacts.find("1", 1)[0]
    found = find_people(staffed.room.contacts, card.contact.name)
    person = found[0].value
    assert isinstance(person, ToldPerson)
    assert (person.name, person.unit) == (card.contact.name, card.unit)
    assert person.phone
    assert person.phone in found[0].detail
    assert find_people(staffed.room.contacts, "没有这个人") == []
