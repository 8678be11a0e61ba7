"""Words of the duty log: kinds, fields, marks, and what stands beside the text of an entry."""

from __future__ import annotations

from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording.entry_detail import details_said
from dutydesk.wording.when import day

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

# The fields of an entry, as refusals and the labels of screens name them.
ENTRY_FIELD = {
    "at": "时间",
    "kind": "类别",
    "text": "内容",
    "source": "来源单位",
    "person": "人员",
    "phone": "号码",
    "handling": "处理情况",
    "instruction": "领导批示",
    "details": "登记内容",
    "continuation_of": "接续",
}

LATE = "迟记"
STRUCK = "已更正"
WITHDRAWN = "已撤回"
WITHDRAWAL = "撤回"
CORRECTION = "更正"


def origin(entry: LogEntry) -> str:
    """Return where an entry came from: unit, person, number."""
    return " ".join(part for part in (entry.source, entry.person, entry.phone) if part)


def continues(listed: ListedEntry) -> str:
    """Return 接第12条, with the duty day when it is another one; nothing for other entries."""
    other = listed.continues
    if other is None:
        return ""
    on = "" if other.duty_date == listed.duty_date else day(other.duty_date)
    return f"接{on}第{other.no}条"


def remarks(entry: LogEntry) -> list[str]:
    """Return what stands beside the text, each with its word: what was done, why corrected."""
    found = [f"处理：{entry.handling}"] if entry.handling else []
    found += details_said(entry.kind, entry.details)
    if entry.instruction:
        found.append(f"{ENTRY_FIELD['instruction']}：{entry.instruction}")
    # The text of a withdrawal is its reason.
    if entry.correction_reason and not entry.is_withdrawal:
        found.append(f"更正原因：{entry.correction_reason}")
    return found
