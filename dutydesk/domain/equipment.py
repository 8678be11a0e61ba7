"""Equipment of the duty room: the unit's list, and the checks of it (domain notes §7.9).

Rules of this file: what an item is asked stands on the item, not on its kind, so that the unit may
change it; a check is never rewritten; a fault says what it is, and to whom it was reported where
the item asks for it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.equipment_refusals import (
    ChargeMissing,
    ChargeUnfit,
    EquipmentNameMissing,
    EquipmentRetired,
    EquipmentRuleUnfit,
    EquipmentTextTooLong,
    FaultNoteMissing,
    FaultReceiverMissing,
)

MAX_FIELD = 500
FULL_CHARGE = 100
LONGEST_INTERVAL = 3660


class EquipmentKind(StrEnum):
    """What a thing of the room is."""

    DUTY_PHONE = "duty_phone"
    FAX = "fax"
    PRINTER = "printer"
    NETWORK_TERMINAL = "network_terminal"
    VIDEO_CONFERENCE = "video_conference"
    SATELLITE_PHONE = "satellite_phone"
    TWO_WAY_RADIO = "two_way_radio"
    MOBILE_PHONE = "mobile_phone"
    EMERGENCY_LIGHT = "emergency_light"
    POWER_SUPPLY = "power_supply"
    DOORS_AND_WINDOWS = "doors_and_windows"
    FIRE_EQUIPMENT = "fire_equipment"
    OTHER = "other"


class EquipmentResult(StrEnum):
    """正常, 异常, 已报修."""

    NORMAL = "normal"
    ABNORMAL = "abnormal"
    REPAIR_REPORTED = "repair_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentRule:
    """What an item is asked: tests by the month or by days, charge, handing over, the leader.

    ``checklist_name`` is the line of the shift checklist that the item answers.
    """

    is_test_monthly: bool = False
    test_interval_days: int | None = None
    low_charge_percent: int | None = None
    is_handed_over: bool = False
    is_lead_told: bool = False
    checklist_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentItem:
    """One thing on the unit's list; ``number`` is its telephone or property number.

    One that is no longer used stays with its checks, ``is_active`` false.
    """

    id: str
    kind: EquipmentKind
    name: str
    location: str
    number: str
    order_no: int
    created_at: datetime
    is_active: bool = True
    is_test_monthly: bool = False
    test_interval_days: int | None = None
    low_charge_percent: int | None = None
    is_handed_over: bool = False
    is_lead_told: bool = False
    checklist_name: str = ""

    @property
    def has_test(self) -> bool:
        """Tell whether test calls are asked for."""
        return self.is_test_monthly or self.test_interval_days is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEquipmentItem:
    """What an officer typed of an item; ``id`` is made by the form."""

    id: str
    kind: EquipmentKind
    name: str
    location: str = ""
    number: str = ""
    is_active: bool = True
    rule: EquipmentRule = EquipmentRule()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEquipmentCheck:
    """What an officer found; ``id`` is made by the form. With a fault may begin an open item."""

    id: str
    item_id: str
    result: EquipmentResult
    note: str = ""
    charge_percent: int | None = None
    is_test_call: bool = False
    fault_reported_to: str = ""
    begins_open_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentCheck:
    """One check on record; ``entry_id`` is what the log says of it, if it says anything."""

    id: str
    item_id: str
    shift_id: str
    checked_at: datetime
    officer_id: str | None
    recorder: str
    result: EquipmentResult
    note: str
    charge_percent: int | None
    is_test_call: bool
    fault_reported_to: str
    entry_id: str | None = None

    @property
    def is_fault(self) -> bool:
        """异常 and 已报修 both mean that it cannot be relied on."""
        return self.result is not EquipmentResult.NORMAL


def check_item(draft: DraftEquipmentItem) -> None:
    """Raise EquipmentNameMissing, EquipmentTextTooLong, EquipmentRuleUnfit for an unfit item."""
    if not draft.name.strip():
        raise EquipmentNameMissing
    for name in ("name", "location", "number"):
        _check_length(name, getattr(draft, name))
    _check_length("checklist_name", draft.rule.checklist_name)
    days, low = draft.rule.test_interval_days, draft.rule.low_charge_percent
    if days is not None and not 1 <= days <= LONGEST_INTERVAL:
        raise EquipmentRuleUnfit("test_interval_days", days, 1, LONGEST_INTERVAL)
    if low is not None and not 1 <= low <= FULL_CHARGE:
        raise EquipmentRuleUnfit("low_charge_percent", low, 1, FULL_CHARGE)


def check_found(item: EquipmentItem, draft: DraftEquipmentCheck) -> None:
    """Raise what is missing of a check.

    EquipmentRetired, FaultNoteMissing, FaultReceiverMissing, ChargeMissing, ChargeUnfit,
    EquipmentTextTooLong.
    """
    if not item.is_active:
        raise EquipmentRetired(item.name)
    for name in ("note", "fault_reported_to"):
        _check_length(name, getattr(draft, name))
    is_fault = draft.result is not EquipmentResult.NORMAL
    if is_fault and not draft.note.strip():
        raise FaultNoteMissing(item.name)
    is_told = draft.result is EquipmentResult.REPAIR_REPORTED or (is_fault and item.is_lead_told)
    if is_told and not draft.fault_reported_to.strip():
        raise FaultReceiverMissing(item.name)
    charge = draft.charge_percent
    if charge is None and item.low_charge_percent is not None and not is_fault:
        raise ChargeMissing(item.name)
    if charge is not None and not 0 <= charge <= FULL_CHARGE:
        raise ChargeUnfit(charge)


def says_something_new(check: EquipmentCheck, last: EquipmentCheck | None) -> bool:
    """Tell whether the log must be told: a fault that is new or told anew, and its end."""
    if last is None or not last.is_fault:
        return check.is_fault
    before = (last.result, last.note, last.fault_reported_to)
    return (check.result, check.note, check.fault_reported_to) != before


def _check_length(name: str, text: str) -> None:
    if len(text) > MAX_FIELD:
        raise EquipmentTextTooLong(name, len(text), MAX_FIELD)
