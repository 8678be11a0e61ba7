import pytest

from dutydesk.app.record_deeds import record_verbs


@pytest.mark.parametrize("room_id", ["duty_desk", "duty_log", "open_item", "incident"])
def test_every_room_with_records_announces_the_verbs_it_will_have(room_id):
    ids = [spec.id for spec in record_verbs(room_id)]
    assert f"{room_id}.history" in ids
    assert (f"{room_id}.withdraw" in ids) == (room_id in {"duty_desk", "duty_log"})
