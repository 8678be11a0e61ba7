import pytest

from dutydesk.ui.owner_choice import find_owners
from tests.ui.live_desk import fill_contacts


@pytest.fixture
def contacts(staffed):
    fill_contacts(staffed)
    return staffed.room.contacts


def test_a_person_is_offered_with_unit_and_goes_into_the_field_with_it(contacts):
    (found,) = find_owners(contacts, "尉迟某")
    assert (found.value, found.name) == ("安和三社区 尉迟某", "尉迟某")
    assert found.detail.startswith("安和三社区")


def test_a_unit_that_is_meant_stands_before_its_people(contacts):
    found = find_owners(contacts, "安和三社区")
    assert (found[0].value, found[0].detail) == ("安和三社区", "单位")
    assert len({one.value for one in found}) == len(found)


def test_nobody_is_found_for_what_matches_nobody(contacts):
    assert list(find_owners(contacts, "查无此人")) == []
