from dutydesk.domain.roster import PRIMARY_POST
from dutydesk.domain.roster_file import ReadSlot, RosterFile
from tests.roster_builders import nov


def test_the_days_of_a_file_are_in_order_and_once() -> None:
    slots = tuple(ReadSlot(nov(day), None, PRIMARY_POST, 1, "甲某") for day in (3, 1, 3))
    assert RosterFile("表", slots).days == (nov(1), nov(3))
