from functools import cached_property

from dutydesk.assembly.people_services import PeopleServices
from dutydesk.assembly.room import DutyRoom


def test_each_service_is_built_when_asked_for_and_then_kept(room: DutyRoom) -> None:
    names = [
        name for name, held in vars(PeopleServices).items() if isinstance(held, cached_property)
    ]
    assert names
    for name in names:
        assert name not in vars(room)
        assert getattr(room, name) is getattr(room, name)
