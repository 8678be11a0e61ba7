from dataclasses import replace

from dutydesk.assembly.room import DutyRoom


def test_a_file_knows_whose_room_it_is(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        known = tables.room.get()
    assert (known.unit, known.is_practice) == ("安和街道办事处值班室", True)
    assert known.created_at == room.clock.now()
    with room.store.writing(actor="test", action="test.rename") as work:
        work.tables.room.put(replace(known, unit="安和镇"))
        assert work.tables.room.get().unit == "安和镇"
