"""Words of equipment: kinds, results, what is due, lines of the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import equipment_refusals as refusals
from dutydesk.domain.equipment import (
    EquipmentCheck,
    EquipmentItem,
    EquipmentKind,
    EquipmentResult,
)
from dutydesk.domain.equipment_due import CarriedEquipment, EquipmentMatter, EquipmentState
from dutydesk.wording import when
from dutydesk.wording.joining import joined

EQUIPMENT_KIND = {
    EquipmentKind.DUTY_PHONE: "值班电话",
    EquipmentKind.FAX: "传真机",
    EquipmentKind.PRINTER: "打印机",
    EquipmentKind.NETWORK_TERMINAL: "网络终端",
    EquipmentKind.VIDEO_CONFERENCE: "视频会议",
    EquipmentKind.SATELLITE_PHONE: "卫星电话",
    EquipmentKind.TWO_WAY_RADIO: "对讲机",
    EquipmentKind.MOBILE_PHONE: "应急手机",
    EquipmentKind.EMERGENCY_LIGHT: "应急灯",
    EquipmentKind.POWER_SUPPLY: "电源",
    EquipmentKind.DOORS_AND_WINDOWS: "门窗",
    EquipmentKind.FIRE_EQUIPMENT: "消防器材",
    EquipmentKind.OTHER: "其他",
}

EQUIPMENT_RESULT = {
    EquipmentResult.NORMAL: "正常",
    EquipmentResult.ABNORMAL: "异常",
    EquipmentResult.REPAIR_REPORTED: "已报修",
}

FIELD = {
    "name": "名称",
    "location": "位置",
    "number": "号码",
    "note": "说明",
    "fault_reported_to": "报给谁",
    "charge_percent": "电量",
    "test_interval_days": "试呼间隔天数",
    "low_charge_percent": "须充电的电量",
    "checklist_name": "交接检查项目",
}

UNCHECKED = "未查"
TEST_CALL = "试呼"
RETIRED = "已停用"


def charge(percent: int | None) -> str:
    """Return 电量45%, nothing when it was not read."""
    return "" if percent is None else f"电量{percent}%"


def found_words(check: EquipmentCheck) -> str:
    """Return what a check found: 正常，电量82%，试呼."""
    parts = [
        EQUIPMENT_RESULT[check.result],
        charge(check.charge_percent),
        TEST_CALL if check.is_test_call else "",
        check.note,
        f"已报{check.fault_reported_to}" if check.fault_reported_to.strip() else "",
    ]
    return joined(parts, "，")


def log_line(item: EquipmentItem, check: EquipmentCheck) -> str:
    """Return what the log says of a fault, or of its end."""
    place = f"（{item.location}）" if item.location else ""
    if not check.is_fault:
        extra = joined([charge(check.charge_percent), check.note.strip().rstrip("。")], "，")
        return f"设备检查：{item.name}{place}恢复正常{'，' if extra else ''}{extra}。"
    told = f"，已报{check.fault_reported_to}" if check.fault_reported_to.strip() else ""
    note = check.note.strip().rstrip("。")
    return f"设备检查：{item.name}{place}{EQUIPMENT_RESULT[check.result]}，{note}{told}。"


def handover_note(state: EquipmentState) -> str:
    """Return what the checklist of a handover notes of one item; nothing where all is well."""
    last, item = state.last, state.item
    if last is not None and last.is_fault:
        told = f"已报{last.fault_reported_to}" if last.fault_reported_to.strip() else ""
        return f"{item.name}：{joined([last.note, told], '，')}"
    return charge(state.charge_percent)


def rule_words(item: EquipmentItem) -> str:
    """Return what an item is asked: 每月试呼，低于50%充电，逐班交接."""
    low, days = item.low_charge_percent, item.test_interval_days
    parts = (
        "每月试呼" if item.is_test_monthly else f"每{days}天试呼" if days else "",
        f"低于{low}%充电" if low else "",
        "逐班交接" if item.is_handed_over else "",
        "故障报带班领导" if item.is_lead_told else "",
    )
    return "，".join(part for part in parts if part)


def matter_words(one: CarriedEquipment) -> str:
    """Return what must be known of an item, without its name."""
    due = when.day(one.due_on) if one.due_on else ""
    match one.matter:
        case EquipmentMatter.LOW_CHARGE:
            return f"{charge(one.charge_percent)}，须充电"
        case EquipmentMatter.TEST_DUE:
            return f"{due}前须试呼"
        case EquipmentMatter.TEST_OVERDUE:
            return f"试呼已逾期（应于{due}前）"
        case EquipmentMatter.ABNORMAL | EquipmentMatter.REPAIR_REPORTED:
            told = f"，已报{one.fault_reported_to}" if one.fault_reported_to.strip() else ""
            return f"{EQUIPMENT_RESULT[EquipmentResult(one.matter.value)]}，{one.note}{told}"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.EquipmentNameMissing: lambda _: "设备名称没有填。请补上后再记下。",
    refusals.EquipmentTextTooLong: lambda e: (
        f"{FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请写短一些。"
    ),
    refusals.EquipmentRuleUnfit: lambda e: (
        f"{FIELD.get(e.field, e.field)}不对：{e.value}。请写{e.least}到{e.most}。"
    ),
    refusals.EquipmentRetired: lambda e: f"{e.name}已停用，不再检查。",
    refusals.FaultNoteMissing: lambda e: f"{e.name}异常要写明情况。请补上后再记下。",
    refusals.FaultReceiverMissing: lambda e: f"{e.name}的故障报给谁没有填。请补上后再记下。",
    refusals.ChargeMissing: lambda e: f"{e.name}要填电量。请看一眼电量再记下。",
    refusals.EquipmentNumberUnclear: lambda e: (
        f"{FIELD.get(e.field, e.field)}看不懂：{e.text}。请写整数。"
    ),
    refusals.ChargeUnfit: lambda e: f"电量不对：{e.charge}。请写0到100。",
}
