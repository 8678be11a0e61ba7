from datetime import date

from dutydesk.domain.equipment import EquipmentKind, EquipmentResult
from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from tests.builders import Staff
from tests.equipment_builders import check_draft, item_of


def test_plain_checks_of_a_walk_share_a_row_and_what_says_more_has_its_own(staffed: Staff) -> None:
    room = staffed.room
    phone = item_of(room, EquipmentKind.SATELLITE_PHONE)
    printer = item_of(room, EquipmentKind.PRINTER)
    fax = item_of(room, EquipmentKind.FAX)
    room.equipment.check(check_draft(fax.id), by=staffed.by)
    fault = {
        "result": EquipmentResult.REPAIR_REPORTED,
        "note": "卡纸",
        "fault_reported_to": "信息",
    }
    room.equipment.check(check_draft(printer.id, **fault), by=staffed.by)
    room.equipment.check(
        check_draft(phone.id, charge_percent=82, is_test_call=True), by=staffed.by
    )
    room.clock.forward(minutes=2)  # type: ignore[attr-defined]  # FixedClock
    ids = [one.item.id for one in room.equipment.view().states]
    room.equipment.check_rest(ids, by=staffed.by)
    paper = room.equipment_list.equipment(PaperRequest(PaperKind.EQUIPMENT_LIST))
    rest, fault_row, phone_row = paper.checks
    assert (len(rest.names), rest.result, rest.recorder) == (10, "正常", "甲某")
    assert (rest.since, rest.until) == (from_iso("2026-11-20T08:30"), room.clock.now())
    assert (fault_row.names, fault_row.is_fault, fault_row.note) == (("打印机",), True, "卡纸")
    assert (phone_row.charge, phone_row.is_test_call) == ("电量82%", True)
    assert len(paper.items) == 12


def test_the_list_stands_as_it_was_at_the_end_of_the_month(staffed: Staff) -> None:
    room, fax = staffed.room, item_of(staffed.room, EquipmentKind.FAX)
    room.equipment.check(check_draft(fax.id), by=staffed.by)
    room.clock.at = from_iso("2026-12-01T00:00")  # type: ignore[attr-defined]  # FixedClock
    fault = check_draft(fax.id, result=EquipmentResult.ABNORMAL, note="缺纸")
    room.equipment.check(fault, by=staffed.by)

    def row(month: int) -> str:
        request = PaperRequest(PaperKind.EQUIPMENT_LIST, month=date(2026, month, 1))
        items = room.equipment_list.equipment(request).items
        return next(one.result for one in items if one.name == "传真机")

    assert (row(11), row(12)) == ("正常", "异常")


def test_a_second_walk_has_a_row_of_its_own(staffed: Staff) -> None:
    room, clock = staffed.room, staffed.room.clock
    fax, radio = (item_of(room, kind) for kind in (EquipmentKind.FAX, EquipmentKind.TWO_WAY_RADIO))
    for item, minutes in ((fax, 0), (radio, 60), (fax, 1), (radio, 61)):
        clock.forward(minutes=minutes)  # type: ignore[attr-defined]  # FixedClock
        room.equipment.check(check_draft(item.id), by=staffed.by)
    paper = room.equipment_list.equipment(PaperRequest(PaperKind.EQUIPMENT_LIST))
    names = [row.names for row in paper.checks]
    assert names == [("传真机", "应急对讲机"), ("传真机",), ("应急对讲机",)]
