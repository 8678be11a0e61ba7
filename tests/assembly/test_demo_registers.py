from dutydesk.assembly.demo_registers import check_equipment, file_absence
from tests.absence_builders import at
from tests.builders import Staff

STEP = {
    "person": "鲁某",
    "unit": "街道",
    "post": "副主任",
    "starts": "11-21 07:00",
    "ends": "11-21 20:00",
    "place": "省城",
    "reason": "开会",
    "acting": "曾某",
    "phone": "19900000061",
    "approved": "区委办",
}


def test_a_step_files_a_notice(staffed: Staff) -> None:
    file_absence(staffed.room, STEP, at, staffed.by)
    (notice,) = staffed.room.absence_notice.running()
    assert (notice.person, notice.starts_at) == ("鲁某", at("11-21 07:00"))


def test_a_step_walks_over_all_equipment(staffed: Staff) -> None:
    check_equipment(staffed.room, {"charge": 82, "test": True}, staffed.by)
    view = staffed.room.equipment.view()
    assert all(one.is_checked_in(view.shift_id) for one in view.states)
    (phone,) = [one for one in view.states if one.item.has_test]
    assert (phone.charge_percent, phone.last_test is not None) == (82, True)
