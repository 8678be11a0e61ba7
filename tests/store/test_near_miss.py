from dataclasses import replace

from dutydesk.assembly.room import DutyRoom
from dutydesk.store.near_miss import shipped_near_misses


def test_a_new_room_has_the_shipped_criteria_as_its_own(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        stored = tables.near_miss.all()
        assert not tables.near_miss.is_empty()
    assert [replace(one, id="") for one in stored] == [
        replace(one, id="") for one in shipped_near_misses()
    ]
    assert not {one.id for one in stored} & {one.id for one in shipped_near_misses()}


def test_a_room_older_than_the_list_goes_by_the_shipped_one(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="level.remove_near_miss") as work:
        for one in work.tables.near_miss.all():
            work.tables.near_miss.remove(one.id)
        assert work.tables.near_miss.is_empty()
        assert work.tables.near_miss.all() == list(shipped_near_misses())
