import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.due_line import DueKind
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.equipment import (
    DraftEquipmentItem,
    EquipmentKind,
    EquipmentResult,
    EquipmentRule,
)
from dutydesk.domain.equipment_refusals import (
    ChargeMissing,
    EquipmentNameMissing,
    FaultReceiverMissing,
)
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from tests.builders import PIN, Staff
from tests.equipment_builders import check_draft, item_of

ABNORMAL = EquipmentResult.ABNORMAL
KIND = EquipmentKind


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def test_a_check_that_finds_nothing_is_written_once_and_not_told(staffed: Staff) -> None:
    room, item = staffed.room, item_of(staffed.room, KIND.PRINTER)
    draft = check_draft(item.id)
    check = room.equipment.check(draft, by=staffed.by).value
    again = room.equipment.check(draft, by=staffed.by)
    assert (again.value, again.changes.touched) == (check, {})
    assert (check.recorder, check.shift_id, check.entry_id) == ("甲某", staffed.shift.id, None)
    assert room.equipment.history(item.id) == [check]
    assert room.duty_log.entries_of_running_shift()[1] == []


def test_a_fault_is_told_by_the_log_and_begins_an_open_item_at_once(staffed: Staff) -> None:
    room, item = staffed.room, item_of(staffed.room, KIND.SATELLITE_PHONE)
    fault = {"result": ABNORMAL, "note": "不能开机", "fault_reported_to": "丙某"}
    done = room.equipment.check(
        check_draft(item.id, **fault, begins_open_item=True), by=staffed.by
    )
    assert set(done.changes.touched) >= {"equipment_check", "log_entry", "open_item"}
    (listed,) = room.duty_log.entries_of_running_shift()[1]
    entry = listed.entry
    assert (entry.kind, entry.id) == (EntryKind.EQUIPMENT, done.value.entry_id)
    assert entry.text == "设备检查：卫星电话异常，不能开机，已报丙某。"
    assert entry.details == {
        "equipment_name": "卫星电话",
        "equipment_condition": "abnormal",
        "fault_reported_to": "丙某",
        "fault_reported_at": "2026-11-20T00:30:00Z",
    }
    (opened,) = room.open_item.open_items()
    assert (opened.owner, opened.origin_entry_id) == ("丙某", entry.id)
    # The next walk finds the same: nothing new to tell.
    room.equipment.check(check_draft(item.id, **fault), by=staffed.by)
    assert len(room.duty_log.entries_of_running_shift()[1]) == 1
    room.equipment.check(check_draft(item.id, charge_percent=90), by=staffed.by)
    assert room.duty_log.entries_of_running_shift()[1][-1].entry.text == (
        "设备检查：卫星电话恢复正常，电量90%。"
    )


def test_what_is_refused_leaves_no_trace(staffed: Staff) -> None:
    room, phone = staffed.room, item_of(staffed.room, KIND.SATELLITE_PHONE)
    before = head(room)
    with pytest.raises(ChargeMissing):
        room.equipment.check(check_draft(phone.id), by=staffed.by)
    with pytest.raises(FaultReceiverMissing):
        room.equipment.check(check_draft(phone.id, result=ABNORMAL, note="x"), by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.equipment.check(check_draft("没有"), by=staffed.by)
    with pytest.raises(EquipmentNameMissing):
        room.equipment.put(DraftEquipmentItem(id="i", kind=KIND.OTHER, name=""), by=staffed.by)
    viewer = room.officer.add("查阅者", OfficerRole.VIEWER, PIN, by=staffed.by).value
    before = head(room)
    with pytest.raises(OfficerMayNot):
        room.equipment.check_rest([phone.id], by=Actor(viewer.id, viewer.id))
    assert head(room) == before


def test_the_rest_are_all_normal_but_those_that_must_be_looked_at(staffed: Staff) -> None:
    room = staffed.room
    printer, phone = item_of(room, KIND.PRINTER), item_of(room, KIND.SATELLITE_PHONE)
    room.equipment.check(check_draft(printer.id, result=ABNORMAL, note="卡纸"), by=staffed.by)
    ids = [one.item.id for one in room.equipment.view().states]
    made = room.equipment.check_rest(ids, by=staffed.by).value
    assert {one.item_id for one in made} == set(ids) - {printer.id, phone.id}
    assert room.equipment.check_rest(ids, by=staffed.by).value == ()
    states = {one.item.id: one for one in room.equipment.view().states}
    assert states[printer.id].is_fault


def test_the_list_is_the_units(staffed: Staff) -> None:
    room = staffed.room
    assert room.equipment.seed(by=staffed.by).changes.touched == {}
    rule = EquipmentRule(test_interval_days=10)
    draft = DraftEquipmentItem(id="i", kind=KIND.TWO_WAY_RADIO, name="对讲机2", rule=rule)
    added = room.equipment.put(draft, by=staffed.by).value
    assert room.equipment.put(draft, by=staffed.by).changes.touched == {}
    assert room.equipment.item("i") == added
    assert added.order_no == len(room.equipment.view().states)
    assert (added.test_interval_days, added.created_at) == (10, room.clock.now())
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    gone = DraftEquipmentItem(id="i", kind=KIND.TWO_WAY_RADIO, name="对讲机2", is_active=False)
    changed = room.equipment.put(gone, by=staffed.by).value
    assert (changed.is_active, changed.created_at, changed.order_no) == (
        False,
        added.created_at,
        added.order_no,
    )


def test_an_older_room_without_a_list_gets_the_usual_one(staffed: Staff) -> None:
    room = staffed.room
    with room.store.writing(actor="cli", action="equipment.put") as work:
        for item in work.tables.equipment.items():
            work.tables.equipment.put_item(item)
            work.tables.equipment._rows.remove("equipment_item", item.id)
    assert room.equipment.view().states == ()
    seeded = room.equipment.seed(by=staffed.by).value
    assert len(seeded) == len(room.equipment.view().states) > 0
    assert KIND.SATELLITE_PHONE in room.equipment.rules()


def test_tests_and_charges_fall_due(staffed: Staff) -> None:
    room, phone = staffed.room, item_of(staffed.room, KIND.SATELLITE_PHONE)
    assert room.equipment.due() == []
    room.clock.at = from_iso("2026-11-23T08:00")  # type: ignore[attr-defined]  # FixedClock
    (line,) = room.equipment.due()
    assert (line.kind, line.record_id) == (DueKind.EQUIPMENT_TEST, phone.id)
    assert line.due_at == from_iso("2026-11-30T23:59")
    room.settings.put({"equipment_test_ahead_days": 6}, by=staffed.by)
    assert room.equipment.due() == []
    room.equipment.check(
        check_draft(phone.id, charge_percent=49, is_test_call=True), by=staffed.by
    )
    (line,) = room.equipment.due()
    assert (line.kind, line.title, line.due_at) == (
        DueKind.EQUIPMENT_CHARGE,
        "卫星电话 电量49%",
        None,
    )
    room.equipment.check(check_draft(phone.id, charge_percent=50), by=staffed.by)
    room.clock.at = from_iso("2026-12-24T00:00")  # type: ignore[attr-defined]  # FixedClock
    assert room.equipment.due() == []
    room.clock.at = from_iso("2026-12-25T00:00")  # type: ignore[attr-defined]  # FixedClock
    assert [one.due_at for one in room.equipment.due()] == [from_iso("2026-12-31T23:59")]


def test_whom_to_tell_is_the_leader_of_the_shift(staffed: Staff) -> None:
    view = staffed.room.equipment.view()
    assert (view.lead, view.shift_id) == ("丙某", staffed.shift.id)
