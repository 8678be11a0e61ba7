"""Words of what each kind of entry is asked: the name of each field, the word of each choice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dutydesk.domain.entry_detail import DETAILS, NO, YES, DetailField, DetailType
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china, from_text
from dutydesk.wording.when import clock, day_and_clock

DETAIL = {
    "action": "处理措施",
    "already_told": "已告知",
    "carrier": "批示载体",
    "checker": "抽查人",
    "conclusion": "会商结论",
    "condition": "巡查情况",
    "copy_count": "份数",
    "direction": "抽查方向",
    "directive_form": "指示形式",
    "document_kind": "来文形式",
    "document_no": "文号",
    "ended_at": "通话结束",
    "equipment_condition": "设备状态",
    "equipment_name": "设备名称",
    "fault_reported_at": "报修时间",
    "fault_reported_to": "报修单位",
    "feedback_due_at": "反馈时限",
    "finding": "抽查结果",
    "forwarded_at": "转送时间",
    "forwarded_to": "转送",
    "knows_situation": "熟悉情况",
    "lead_on_post": "带班领导在岗",
    "left_at": "离开时间",
    "method": "方式",
    "officer_on_post": "值班员在岗",
    "page_count": "页数",
    "participants": "参加单位",
    "passed_at": "传达时间",
    "passed_to": "传达给",
    "place": "地点",
    "proposed_handling": "拟办意见",
    "read_back": "已复述核对",
    "received_by": "接待人",
    "reported_at": "报告时间",
    "reported_to": "报告领导",
    "result": "办理结果",
    "ring_count": "响铃次数",
    "signed_for_at": "签收时间",
    "signed_for_by": "签收人",
    "submitted_to": "呈送",
    "tape_no": "录音编号",
    "urgency": "紧急程度",
    "visitor_count": "来访人数",
}

URGENCY = {"extra_urgent": "特急", "urgent": "加急", "normal_urgent": "平急", "ordinary": "一般"}

CHOICE: Mapping[str, Mapping[str, str]] = {
    "urgency": URGENCY,
    "document_kind": {
        "electronic": "电子公文",
        "paper": "纸质",
        "plain_telegram": "明传电报",
        "mail": "邮件",
    },
    "condition": {"normal": "正常", "abnormal": "异常"},
    "equipment_condition": {"abnormal": "异常", "reported": "已报修", "normal": "正常"},
    "method": {
        "phone": "电话",
        "video": "视频",
        "radio": "对讲机",
        "on_site": "现场",
    },
    "directive_form": {"written": "批示", "oral": "口头指示", "phone": "电话指示"},
    "direction": {"from_superior": "上级查我", "of_subordinate": "我查下级"},
}

FLAG = {YES: "是", NO: "否"}

# Who is at the other side, as the form of each kind asks for it.
CALLER = {
    EntryKind.INCOMING_CALL: "来电单位或人",
    EntryKind.OUTGOING_CALL: "去电单位或人",
    EntryKind.INCOMING_DOCUMENT: "来文单位",
    EntryKind.FAX: "传真单位",
    EntryKind.SUPERIOR_NOTICE: "通知单位",
    EntryKind.VISIT: "来访单位或人",
    EntryKind.PATROL: "巡查人",
    EntryKind.INCIDENT: "报告单位或人",
    EntryKind.WARNING: "发布单位",
    EntryKind.CONSULTATION: "组织单位",
    EntryKind.DIRECTIVE: "指示领导",
    EntryKind.EQUIPMENT: "发现单位或人",
    EntryKind.DUTY_CHECK: "抽查或受查单位",
    EntryKind.OTHER: "单位或人",
}


def detail_value(field: DetailField, value: str) -> str:
    """Return a kept value as people read it."""
    match field.type:
        case DetailType.CHOICE:
            return CHOICE[field.name][value]
        case DetailType.FLAG:
            return FLAG[value]
        case DetailType.INSTANT:
            return day_and_clock(from_text(value))
        case DetailType.TEXT | DetailType.NUMBER:
            return value


# An instant that is said behind whom it belongs to, in brackets, when both are filled.
TOGETHER = {
    "reported_at": "reported_to",
    "forwarded_at": "forwarded_to",
    "signed_for_at": "signed_for_by",
    "passed_at": "passed_to",
    "fault_reported_at": "fault_reported_to",
}
_BEHIND = {first: second for second, first in TOGETHER.items()}


def details_said(kind: EntryKind, details: Mapping[str, str]) -> list[str]:
    """Return what stands beside the text, each with its word, in the order of the form."""
    return [words for _, words in named_details(kind, details)]


def named_details(
    kind: EntryKind, details: Mapping[str, str], at: datetime | None = None
) -> list[tuple[str, str]]:
    """Return the same, each with the name of its field; what is of the day of ``at`` is short."""
    found = []
    for field in DETAILS[kind]:
        value = details.get(field.name)
        if not value or details.get(TOGETHER.get(field.name, "")):
            continue
        is_instant = field.type is DetailType.INSTANT
        said = _moment(value, at) if is_instant else detail_value(field, value)
        words = f"{DETAIL[field.name]}：{said}"
        if behind := details.get(_BEHIND.get(field.name, "")):
            words += f"（{_moment(behind, at)}）"
        found.append((field.name, words))
    return found


def _moment(text: str, beside: datetime | None) -> str:
    instant = from_text(text)
    is_same_day = beside is not None and china(instant).date() == china(beside).date()
    return clock(instant) if is_same_day else day_and_clock(instant)
