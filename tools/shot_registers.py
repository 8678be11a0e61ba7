"""The registers of the picture book: leaders away, equipment checked, and their dialogs."""

from __future__ import annotations

from datetime import date
from typing import Any

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.absence_change import DraftAbsenceChange
from dutydesk.domain.absence_notice import DraftAbsenceNotice
from dutydesk.domain.equipment import DraftEquipmentCheck, EquipmentKind, EquipmentResult
from dutydesk.domain.instants import china_instant
from dutydesk.domain.officer import Actor

_STREET = "安和街道办事处"


def fill_registers(room: DutyRoom, clock: FixedClock, by: Actor, day: date) -> None:
    """Let one leader be overdue, one away, one leave soon; and a walk over the equipment."""
    service = room.absence_notice

    def at(days: int, hour: int) -> Any:
        return china_instant(date.fromordinal(day.toordinal() + days), hour, 0)

    def file(person: str, post: str, starts: Any, ends: Any, **more: str) -> str:
        draft = DraftAbsenceNotice(
            id=service.new_id(),
            person=person,
            unit=_STREET,
            post=post,
            starts_at=starts,
            ends_at=ends,
            approved_by="区委办",
            **{"place": "省城", "reason": "参加全省基层治理现场会", **more},
        )
        return service.file(draft, by=by, is_overlap_meant=True).value.notice.id

    phone = {"acting_phone": "19900000061"}
    file("康某", "主任", at(-1, 8), at(0, 1), acting_person="窦某", **phone)
    moved = file(
        "窦某",
        "副主任",
        at(-1, 14),
        at(2, 18),
        acting_person="解某",
        place="外省某市",
        reason="招商",
    )
    service.change(
        DraftAbsenceChange(
            id=service.new_id(),
            notice_id=moved,
            change_reason="航班调整",
            ends_at=at(3, 12),
            acting_person="区某",
            acting_phone="19900000051",
        ),
        by=by,
    )
    gone = file("朴某", "综治办主任", at(2, 8), at(3, 18), acting_person="区某", reason="探亲")
    service.cancel(gone, "值守任务调整", change_id=service.new_id(), by=by)
    file("尉迟某", "副主任", at(1, 8), at(1, 20), acting_person="李某", reason="培训", **phone)
    _walk(room, clock, by)


def _walk(room: DutyRoom, clock: FixedClock, by: Actor) -> None:
    service = room.equipment
    items = {one.item.kind: one.item.id for one in service.view().states}

    def check(kind: EquipmentKind, result: EquipmentResult, **facts: Any) -> None:
        clock.forward(minutes=1)
        service.check(
            DraftEquipmentCheck(id=service.new_id(), item_id=items[kind], result=result, **facts),
            by=by,
        )

    for kind in (EquipmentKind.DUTY_PHONE, EquipmentKind.FAX, EquipmentKind.NETWORK_TERMINAL):
        check(kind, EquipmentResult.NORMAL)
    check(
        EquipmentKind.PRINTER,
        EquipmentResult.REPAIR_REPORTED,
        note="卡纸，搓纸轮打滑",
        fault_reported_to="信息中心",
    )
    check(EquipmentKind.SATELLITE_PHONE, EquipmentResult.NORMAL, charge_percent=46)
