from dutydesk.domain.contacts import ContactCard
from dutydesk.ui.absence_notice.people import find_people
from tests.ui.live_desk import fill_contacts


def test_people_are_found_with_their_card_unit_and_post(staffed):
    fill_contacts(staffed)
    found = find_people(staffed.room.contacts, "quxx") or find_people(staffed.room.contacts, "区")
    assert found
    assert isinstance(found[0].value, ContactCard)
    assert found[0].value.unit in found[0].detail
