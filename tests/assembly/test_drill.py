from datetime import date

from dutydesk.assembly.drill import drill_folder


def test_each_drill_of_a_day_gets_a_folder_of_its_own_beside_the_room(tmp_path):
    data, day = tmp_path / "room", date(2026, 11, 20)
    first = drill_folder(data, day)
    assert (first.parent, first.name) == (tmp_path, "room-drill-2026-11-20")
    first.mkdir()
    (first / "room.db").touch()
    assert drill_folder(data, day).name == "room-drill-2026-11-20-2"
