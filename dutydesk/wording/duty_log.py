"""Words of the duty log and its open items."""

from __future__ import annotations

from dutydesk.domain.duty_log import EntryKind
from dutydesk.domain.open_item import OpenItemStatus

ENTRY_KIND = {
    EntryKind.INCOMING_CALL: "来电",
    EntryKind.OUTGOING_CALL: "去电",
    EntryKind.INCOMING_DOCUMENT: "来文",
    EntryKind.FAX: "传真",
    EntryKind.SUPERIOR_NOTICE: "上级通知",
    EntryKind.VISIT: "来访",
    EntryKind.PATROL: "巡查",
    EntryKind.INCIDENT: "突发事件",
    EntryKind.WARNING: "预警",
    EntryKind.CONSULTATION: "会商调度",
    EntryKind.DIRECTIVE: "领导指示",
    EntryKind.EQUIPMENT: "设备",
    EntryKind.DUTY_CHECK: "抽查",
    EntryKind.OTHER: "其他",
}

OPEN_ITEM_STATUS = {OpenItemStatus.OPEN: "未办结", OpenItemStatus.CLOSED: "已办结"}
