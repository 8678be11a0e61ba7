from datetime import timedelta

from dutydesk.domain.equipment import EquipmentResult
from dutydesk.domain.equipment_due import EquipmentMatter, EquipmentState
from dutydesk.domain.equipment_link import answered_checks, carried_equipment, with_counted
from dutydesk.domain.handover import CheckResult, HandoverCheck, HandoverThing
from dutydesk.domain.instants import from_iso
from tests.equipment_builders import checked, satellite

FAULT = checked(result=EquipmentResult.ABNORMAL, note="不能开机", fault_reported_to="丙某")


def line(**changes: object) -> HandoverCheck:
    values = {
        "id": "",
        "handover_id": "s1",
        "item_id": "i",
        "group_name": "设备",
        "name": "卫星电话（电量）",
        "order_no": 1,
    }
    return HandoverCheck(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def say(state: EquipmentState) -> str:
    return f"{state.item.name}…"


def answer(one: HandoverCheck, *states: EquipmentState) -> tuple[CheckResult | None, str]:
    (found,) = answered_checks([one], states, "s1", say)
    return found.result, found.note


def test_an_empty_line_is_answered_by_the_walk_of_this_shift() -> None:
    good = EquipmentState(satellite(), checked())
    assert answer(line(), good) == (CheckResult.NORMAL, "卫星电话…")
    assert answer(line(), EquipmentState(satellite(), checked(shift_id="s0"))) == (None, "")
    assert answer(line(), EquipmentState(satellite())) == (None, "")
    assert answer(line(name="传真机"), good) == (None, "")
    retired = EquipmentState(satellite(is_active=False), checked())
    assert answer(line(), retired) == (None, "")


def test_a_fault_answers_in_every_shift_and_for_all_items_of_a_line() -> None:
    fault = EquipmentState(satellite(name="卫星电话2"), FAULT)
    good = EquipmentState(satellite(), checked())
    assert answer(line(), good, fault) == (CheckResult.ABNORMAL, "卫星电话2…")
    unseen = EquipmentState(satellite(id="x"))
    assert answer(line(), good, unseen) == (None, "")


def test_what_an_officer_wrote_stands() -> None:
    fault = EquipmentState(satellite(), FAULT)
    written = line(id="w", result=CheckResult.NORMAL, note="已修好")
    assert answer(written, fault) == (CheckResult.NORMAL, "已修好")
    emptied = line(id="w")
    assert answer(emptied, fault) == (None, "")


def test_what_is_handed_over_each_shift_is_among_the_things_once() -> None:
    state = EquipmentState(satellite())
    radio = HandoverThing(id="", handover_id="s1", name="对讲机", quantity="4部", order_no=1)
    (_, added) = with_counted([radio], [state], "s1")
    assert (added.name, added.quantity, added.order_no) == ("卫星电话", "1", 2)
    assert with_counted([added], [state], "s1") == (added,)
    plain = EquipmentState(satellite(is_handed_over=False))
    assert with_counted([radio], [plain], "s1") == (radio,)


def test_a_fault_is_told_beside_the_checklist_only_where_no_line_tells_it() -> None:
    read = checked(charge_percent=20, result=EquipmentResult.ABNORMAL, note="不能开机")
    state = EquipmentState(satellite(), read, checked(is_test_call=True), read)
    now, ahead = from_iso("2026-11-21T08:30"), timedelta(days=7)
    told = carried_equipment([state], now, ahead, ["卫星电话（电量）"])
    assert [one.matter for one in told] == [EquipmentMatter.LOW_CHARGE]
    told = carried_equipment([state], now, ahead, ["别的"])
    assert [one.matter for one in told] == [EquipmentMatter.ABNORMAL, EquipmentMatter.LOW_CHARGE]
