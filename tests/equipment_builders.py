"""Equipment with sensible defaults."""

from datetime import datetime
from uuid import uuid4

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.equipment import (
    DraftEquipmentCheck,
    EquipmentCheck,
    EquipmentItem,
    EquipmentKind,
    EquipmentResult,
)
from dutydesk.domain.instants import from_iso

CHECKED = from_iso("2026-11-20T08:30")


def satellite(**changes: object) -> EquipmentItem:
    """A satellite phone under the shipped rule, on the list since 2 November 2026."""
    values: dict[str, object] = {
        "id": "sat",
        "kind": EquipmentKind.SATELLITE_PHONE,
        "name": "卫星电话",
        "location": "值班室",
        "number": "17400000001",
        "order_no": 1,
        "created_at": from_iso("2026-11-02T09:00"),
        "is_test_monthly": True,
        "low_charge_percent": 50,
        "is_handed_over": True,
        "is_lead_told": True,
        "checklist_name": "卫星电话（电量）",
    }
    return EquipmentItem(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def checked(at: datetime = CHECKED, **changes: object) -> EquipmentCheck:
    """A check that found nothing."""
    values: dict[str, object] = {
        "id": str(uuid4()),
        "item_id": "sat",
        "shift_id": "s1",
        "checked_at": at,
        "officer_id": None,
        "recorder": "甲某",
        "result": EquipmentResult.NORMAL,
        "note": "",
        "charge_percent": None,
        "is_test_call": False,
        "fault_reported_to": "",
    }
    return EquipmentCheck(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def check_draft(item_id: str, **changes: object) -> DraftEquipmentCheck:
    """A check that found nothing, as typed."""
    values = {"id": str(uuid4()), "item_id": item_id, "result": EquipmentResult.NORMAL}
    return DraftEquipmentCheck(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def item_of(room: DutyRoom, kind: EquipmentKind) -> EquipmentItem:
    """The item of a kind on the list that a new room begins with."""
    return next(one.item for one in room.equipment.view().states if one.item.kind is kind)
