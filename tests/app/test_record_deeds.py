from types import SimpleNamespace

import pytest

from dutydesk.app.record_deeds import _LISTS, record_verbs

ROOMS = (
    "duty_desk",
    "duty_log",
    "open_item",
    "directive",
    "incident",
    "absence_notice",
    "equipment",
    "nil_report",
    "roll_call",
)


@pytest.mark.parametrize("room_id", ROOMS)
def test_every_room_with_records_announces_the_verbs_it_will_have(room_id):
    ids = [spec.id for spec in record_verbs(room_id)]
    assert f"{room_id}.history" in ids
    assert (f"{room_id}.withdraw" in ids) == (room_id in {"duty_desk", "duty_log"})


@pytest.mark.parametrize("room_id", ROOMS[1:])
def test_every_room_with_a_list_hands_it_out(room_id):
    assert f"{room_id}.export_list" in [spec.id for spec in record_verbs(room_id)]


@pytest.mark.parametrize("is_all", [False, True])
def test_what_is_closed_is_handed_out_where_it_is_listed(is_all):
    asked = []
    table = SimpleNamespace(
        open_item_table=lambda **how: asked.append(how),
        directive_table=lambda **how: asked.append(how),
    )
    for room_id in ("open_item", "directive"):
        _LISTS[room_id](SimpleNamespace(list_export=table), SimpleNamespace(is_all=is_all))()
    assert asked == [{"with_closed": is_all}] * 2
