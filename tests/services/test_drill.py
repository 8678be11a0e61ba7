import pytest

from dutydesk.domain.drill import NoDrill


def test_a_room_that_replays_no_day_has_nothing_to_review(staffed):
    assert staffed.room.drill.replayed() is None
    with pytest.raises(NoDrill):
        staffed.room.drill.review()


def test_the_kit_calls_no_real_person_and_keeps_no_backup_place(staffed):
    kit = staffed.room.drill.kit()
    assert "backup_folder" not in kit.settings
    assert {one.name for one in kit.officers} >= {"甲某", "乙某"}
    assert kit.kinds
    assert kit.rules
