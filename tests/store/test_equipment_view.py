from datetime import timedelta

from dutydesk.domain.equipment import EquipmentKind, EquipmentResult
from dutydesk.domain.handover import CheckResult, HandoverSide
from dutydesk.domain.instants import from_iso
from dutydesk.services.handover import CheckFill, Filling, Signing
from dutydesk.store import equipment_view
from tests.absence_builders import absence_draft
from tests.builders import PIN, Staff
from tests.equipment_builders import check_draft, item_of


def test_the_walk_answers_the_checklist_and_the_signature_fixes_it(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    phone, fax = item_of(room, EquipmentKind.SATELLITE_PHONE), item_of(room, EquipmentKind.FAX)
    room.equipment.check(check_draft(phone.id, charge_percent=45), by=by)
    fault = check_draft(fax.id, result=EquipmentResult.ABNORMAL, note="卡纸")
    room.equipment.check(fault, by=by)
    lines = {line.name: line for line in room.handover.draft().checks}
    assert (lines["传真机"].result, lines["传真机"].note) == (CheckResult.ABNORMAL, "传真机：卡纸")
    assert lines["卫星电话（电量）"].note == "电量45%"
    assert "卫星电话" in [thing.name for thing in room.handover.draft().things]
    # What is written on the form stands against the walk.
    fill = CheckFill(lines["传真机"].item_id, CheckResult.NORMAL, "已换纸")
    room.handover.fill(Filling(checks=(fill,)), by=by)
    now = room.clock.now()
    away = absence_draft(starts_at=now, ends_at=now + timedelta(hours=1))
    room.absence_notice.file(away, by=by)
    for side, officer in (
        (HandoverSide.OUTGOING, staffed.admin),
        (HandoverSide.INCOMING, staffed.officer),
    ):
        signed = room.handover.sign(Signing(side=side, officer_id=officer.id, pin=PIN), by=by)
    frozen = signed.value
    assert {one.name: one.note for one in frozen.checks}["卫星电话（电量）"] == "电量45%"
    assert {one.name: one.note for one in frozen.checks}["传真机"] == "已换纸"
    # What was told then is told for ever, whatever comes later.
    room.absence_notice.back(away.id, by=by)
    room.equipment.check(check_draft(phone.id, charge_percent=90), by=by)
    kept = room.handover.view(frozen.handover.id)
    assert kept.facts == frozen.facts
    paper = room.handover.record(frozen.handover.id)
    assert "领导外出：区应急局 局长 丁某，" in paper.remarks
    assert "设备：卫星电话，电量45%，须充电" in paper.remarks


def test_tests_are_told_as_early_as_the_unit_says(staffed: Staff) -> None:
    room = staffed.room
    room.settings.put({"equipment_test_ahead_days": 30}, by=staffed.by)
    with room.store.reading() as tables:
        assert equipment_view.told_ahead(tables) == timedelta(days=30)
        (told,) = equipment_view.carried(tables, from_iso("2026-11-20T08:30"))
    assert told.due_on is not None
    assert told.due_on.isoformat() == "2026-11-30"
