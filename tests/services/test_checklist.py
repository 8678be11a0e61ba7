from dataclasses import replace

import pytest

from dutydesk.domain.checklist import ChecklistKind, ChecklistNameMissing
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handover import CheckResult
from dutydesk.services.handover import CheckFill, Filling
from tests.builders import Staff
from tests.handover_builders import BY, OUTGOING, sign


def test_a_new_room_has_the_shipped_checklist_with_its_groups(room) -> None:
    items = room.checklist.items()
    checks = [item for item in items if item.kind is ChecklistKind.CHECK]
    assert list(dict.fromkeys(item.group_name for item in checks)) == [
        "值班情况",
        "未办结事项",
        "人员",
        "设备",
        "资料",
        "物品钥匙",
        "纸质涉密件",
        "环境安全",
    ]
    assert len(items) - len(checks) == 6


def test_the_unit_adds_renames_and_removes_lines(staffed: Staff) -> None:
    checklist = staffed.room.checklist
    radio = checklist.new(ChecklistKind.CHECK, "设备", "应急广播")
    done = checklist.put(radio, by=BY)
    assert done.changes.ids("checklist_item") == {radio.id}
    assert staffed.room.handover.draft().checks[-1].name == "应急广播"
    checklist.put(replace(radio, name="应急广播（试音）", order_no=0), by=BY)
    assert staffed.room.handover.draft().checks[0].name == "应急广播（试音）"
    checklist.remove(radio.id, by=BY)
    assert "应急广播（试音）" not in {one.name for one in staffed.room.handover.draft().checks}
    with pytest.raises(RecordUnknown):
        checklist.remove(radio.id, by=BY)
    with pytest.raises(ChecklistNameMissing):
        checklist.put(replace(radio, name=" "), by=BY)


def test_the_units_own_quantity_of_a_thing_stands(staffed: Staff) -> None:
    keys = next(
        item for item in staffed.room.checklist.items() if item.kind is ChecklistKind.THING
    )
    staffed.room.checklist.put(replace(keys, quantity="4把"), by=BY)
    assert staffed.room.handover.draft().things[0].quantity == "4把"


def test_a_line_filled_today_stays_today_when_the_unit_removes_it(staffed: Staff) -> None:
    room = staffed.room
    line = room.handover.draft().checks[0]
    fault = CheckFill(line.item_id, CheckResult.ABNORMAL, "有一件未回")
    room.handover.fill(Filling(checks=(fault,)), by=BY)
    room.checklist.remove(line.item_id, by=BY)
    view = room.handover.draft()
    assert (len(view.checks), view.checks[-1].note) == (34, "有一件未回")


def test_a_signed_checklist_is_not_changed_by_the_units_list(staffed: Staff) -> None:
    signed = sign(staffed, OUTGOING, staffed.admin)
    for item in staffed.room.checklist.items():
        staffed.room.checklist.remove(item.id, by=BY)
    assert staffed.room.handover.draft().checks == signed.checks
    assert staffed.room.handover.draft().things == signed.things
