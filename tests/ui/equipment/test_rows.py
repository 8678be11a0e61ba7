from datetime import timedelta

from dutydesk.domain.equipment import EquipmentResult
from dutydesk.domain.equipment_due import EquipmentState
from dutydesk.services.equipment import EquipmentView
from dutydesk.ui.equipment.rows import COLUMNS, row_of, story, told_of
from tests.equipment_builders import CHECKED, checked, satellite

NOW = CHECKED + timedelta(hours=1)


def test_a_row_says_whether_it_was_looked_at_and_what_is_to_be_done():
    read = checked(charge_percent=45)
    state = EquipmentState(satellite(), read, read, read)
    view = EquipmentView((state,), "s1", "丙某", timedelta(days=7))
    row = row_of(state, "s1", told_of(view, NOW), NOW)
    assert len(row.cells) == len(COLUMNS)
    assert row.cells == ("✓ 正常", "卫星电话", "08:30 甲某", "电量45%，须充电")
    assert row_of(state, "s2", {}, NOW).cells[0] == "○ 未查"
    assert row_of(EquipmentState(satellite()), "s1", {}, NOW).cells[2] == "未查"


def test_a_fault_of_an_earlier_shift_keeps_its_mark():
    fault = checked(result=EquipmentResult.ABNORMAL, note="不能开机")
    state = EquipmentState(satellite(), fault)
    assert row_of(state, "s2", {}, NOW).cells[0] == "▲ 未查"
    assert row_of(state, "s2", {}, NOW).tone == "overdue"


def test_the_story_of_an_item_begins_with_what_it_is_asked():
    state = EquipmentState(satellite(), checked())
    head, last = story(state, [checked(charge_percent=82)])
    assert head.startswith("卫星电话　值班室　17400000001：每月试呼")
    assert head.endswith("下次试呼在11月30日前")
    assert last == "11月20日 周五 08:30 甲某　正常，电量82%"
    # In a low room the list has the lines; its own column tells the last check.
    assert story(state, [checked(charge_percent=82)], is_low=True) == [head]
