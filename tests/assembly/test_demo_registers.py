from dutydesk.assembly.demo_registers import check_equipment, file_absence, ring_everybody
from tests.absence_builders import at
from tests.builders import Staff
from tests.call_builders import fill_people

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


def test_a_step_rings_everybody_of_a_level(staffed: Staff) -> None:
    fill_people(staffed.room, staffed.by, 2)
    step = {
        "title": "叫应",
        "words": "请回报",
        "kinds": ["community"],
        "results": [[["answered", "收到"]], [["busy", ""], ["answered", "已到"]]],
        "note": "",
    }
    ring_everybody(staffed.room, step, staffed.by)
    (line,) = staffed.room.call_reading.rounds()
    assert (line.counts.reached, line.call_round.ended_by) == (4, "甲某")
