"""The history of a record in words: who did what, and each field before and after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dutydesk.domain.entry_detail import DETAILS as DETAIL_FIELDS
from dutydesk.domain.history import DETAILS, REPORT_STEP, HistoryVersion, RecordHistory, Scalar
from dutydesk.domain.instants import from_text
from dutydesk.domain.report_draft import StepKind
from dutydesk.wording import absence_notice as absence_words
from dutydesk.wording import bulletin as bulletin_words
from dutydesk.wording import equipment as equipment_words
from dutydesk.wording import incident as incident_words
from dutydesk.wording import roster_history as roster_words
from dutydesk.wording import warning as warning_words
from dutydesk.wording.directive import DIRECTIVE_FIELD, DIRECTIVE_FORM, DIRECTIVE_STATUS
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND
from dutydesk.wording.entry_detail import DETAIL, detail_value
from dutydesk.wording.open_item import IMPORTANCE, OPEN_ITEM_STATUS
from dutydesk.wording.report_draft import STEP
from dutydesk.wording.when import with_year

# What was done, by the action of the journal row.
ACTION = {
    "absence_notice.back": "销假",
    "absence_notice.cancel": "取消",
    "absence_notice.change": "变更",
    "absence_notice.file": "报备",
    "alarm.acknowledge": "确认报警",
    "bulletin.drop": "不发",
    "bulletin.put": "拟稿",
    "bulletin.sign": "签发",
    "call_round.add": "加叫",
    "call_round.attempt": "叫应",
    "call_round.end": "结束叫应",
    "call_round.reopen": "继续叫应",
    "call_round.skip": "免叫",
    "call_round.start": "开始叫应",
    "call_round.turn": "改呼",
    "directive.chase": "催办",
    "directive.close": "办结",
    "directive.feed_back": "反馈",
    "directive.note": "列入批示台账",
    "directive.pass_on": "传达",
    "directive.sign_for": "签收",
    "duty_log.correct": "更正",
    "drill.start": "准备演练",
    "duty_log.record": "记下",
    "duty_log.withdraw": "撤回",
    "equipment.put": "改设备清单",
    "equipment.seed": "列入常用设备",
    "handover.force": "单方交接",
    "handover.sign": "交接班签字",
    "handover.stay_on": "继续值守",
    "incident.close": "结束",
    "incident.archive": "归档",
    "incident.mask": "遮盖人员信息",
    "incident.rectify": "列入整改",
    "incident.review": "复盘",
    "incident.unmask": "恢复显示人员信息",
    "incident.note_action": "先期处置",
    "incident.notify": "通报",
    "incident.open": "登记突发事件",
    "incident.report": "报告",
    "incident.task": "记其他时限",
    "incident.update": "更新",
    "warning.change": "变更",
    "warning.end_response": "终止响应",
    "warning.extend": "延续",
    "warning.forward": "转发",
    "warning.lift": "解除",
    "warning.note": "记事",
    "warning.register": "登记预警",
    "warning.report": "报告",
    "warning.respond": "启动响应",
    "open_item.change": "修改",
    "open_item.close": "办结",
    "open_item.note": "记进展",
    "open_item.open": "列入未办结",
    "open_item.remind": "定提醒时间",
    "open_item.reopen": "重新办理",
    "report_draft.acknowledge": "签收",
    "report_draft.review": "审核",
    "report_draft.save": "拟稿",
    "report_draft.send": "报送",
    "report_draft.send_back": "退回",
    "report_draft.sign": "签发",
    "report_draft.submit": "送审",
    "report_draft.void": "作废",
    "demo.fill": "演练数据",
    **roster_words.ACTION,
}
_OTHER_ACTION = "记录"

PROGRAM = {"desk": "值班台", "cli": "命令行", "demo": "演练数据", "program": "值班台自动"}

# Local ids: people know these records by day and number, and the list behind shows them.
HIDDEN = frozenset(
    {"id", "shift_id", "created_shift_id", "correction_of", "continuation_of", "is_withdrawal"}
    | {"origin_entry_id", "entry_id", "incident_id", "suggested_level", "officer_id", "contact_id"}
    | {"replaces"}
    | roster_words.HIDDEN
)

_ENTRY = {
    **ENTRY_FIELD,
    "no": "序号",
    "recorder": "记录人",
    "recorded_at": "记下时间",
    "is_late": "迟记",
    "is_automatic": "自动",
    "correction_reason": "原因",
}
_ITEM = {
    "title": "事项",
    "owner": "承办",
    "status": "状态",
    "due_at": "办结时限",
    "importance": "重要程度",
    "attention": "提醒下一班",
    "remind_at": "提醒时间",
    "result": "结果",
    "created_at": "列入时间",
    "closed_at": "办结时间",
    "closed_by": "办结人",
}
_DIRECTIVE = {
    **DIRECTIVE_FIELD,
    "at": "批示时间",
    "form": "指示形式",
    "status": "状态",
    "passed_at": "传达时间",
    "receipt_at": "签收时间",
    "due_at": "反馈时限",
    "feedback_at": "反馈时间",
    "closed_at": "办结时间",
    "closed_by": "办结人",
    "recorder": "记录人",
    "recorded_at": "记下时间",
}
_INCIDENT = {
    **incident_words.FIELD,
    "incident_no": "编号",
    "is_sensitive": "敏感信息",
    "is_serious_near_miss": "较大涉险事故",
    "near_miss_reason": "涉险依据",
    "stable_at": "基本稳定时间",
    "level_reason": "等级依据",
    "level_confirmed_by": "等级认定人",
    "level_confirmed_at": "等级认定时间",
    "exit_reason": "退出原因",
    "exit_note": "退出说明",
    "opened_at": "登记时间",
    "opened_by": "登记人",
    "closed_at": "结束时间",
    "closed_by": "结束人",
    REPORT_STEP: "报告",
}
_ABSENCE = {
    **absence_words.FIELD,
    "is_late": absence_words.LATE,
    "filed_at": "报备时间",
    "recorder": "记录人",
    "back_at": "销假时间",
    "is_cancelled": absence_words.CANCELLED,
    "version": "第几次报备",
}
_EQUIPMENT = {
    **equipment_words.FIELD,
    "kind": "类别",
    "is_test_monthly": "每月试呼",
    "is_handed_over": "逐班点交",
    "is_lead_told": "故障要报带班领导",
    "is_active": "在用",
    "order_no": "排在第几",
    "created_at": "列入时间",
}
_BULLETIN = {
    **bulletin_words.BULLETIN_FIELD,
    "kind": "种类",
    "state": "状态",
    "drafted_by": "拟稿人",
    "drafted_at": "拟稿时间",
    "issue_year": "年份",
    "issue_no": "期号",
    "signed_at": "签发时间",
}
FIELD = {
    "absence_notice": _ABSENCE,
    "bulletin": _BULLETIN,
    "equipment_item": _EQUIPMENT,
    "log_entry": _ENTRY,
    "open_item": _ITEM,
    "directive": _DIRECTIVE,
    "incident": _INCIDENT,
    "roster_slot": roster_words.FIELD,
    "warning": warning_words.FIELD,
}

_CHOICE: dict[tuple[str, str], Mapping[Any, str]] = {
    ("bulletin", "kind"): bulletin_words.BULLETIN_KIND,
    ("bulletin", "state"): bulletin_words.BULLETIN_STATE,
    ("log_entry", "kind"): ENTRY_KIND,
    ("open_item", "status"): OPEN_ITEM_STATUS,
    ("open_item", "importance"): IMPORTANCE,
    ("directive", "form"): DIRECTIVE_FORM,
    ("directive", "status"): DIRECTIVE_STATUS,
    ("equipment_item", "kind"): equipment_words.EQUIPMENT_KIND,
    ("incident", "category"): incident_words.CATEGORY,
    ("incident", "status"): incident_words.STATUS,
    ("incident", "level"): incident_words.LEVEL,
    ("incident", "exit_reason"): incident_words.EXIT_REASON,
    **roster_words.CHOICE,
    ("warning", "color"): warning_words.WARNING_COLOR,
    ("warning", "state"): warning_words.WARNING_STATE,
    ("warning", "response_level"): warning_words.RESPONSE_LEVEL,
}
_EMPTY = "（空）"
_DETAIL = {field.name: field for fields in DETAIL_FIELDS.values() for field in fields}


def field_word(table: str, field: str) -> str:
    """Return what people call a field; one nobody named yet bears its own name."""
    if field.startswith(f"{DETAILS}."):
        name = field.removeprefix(f"{DETAILS}.")
        return DETAIL.get(name, name)
    return FIELD.get(table, {}).get(field, field)


def value_word(table: str, field: str, value: Scalar) -> str:
    """Return a value as people read it."""
    if value is None or value == "":
        return _EMPTY
    if field.startswith(f"{DETAILS}."):
        detail = _DETAIL.get(field.removeprefix(f"{DETAILS}."))
        return detail_value(detail, str(value)) if detail else str(value)
    choice = _CHOICE.get((table, field))
    if choice is not None:
        return choice.get(value, str(value))
    if field.startswith("is_"):
        return "是" if value else "否"
    if field == "at" or field.endswith(("_at", "valid_from", "valid_to", "_until")):
        return with_year(from_text(str(value)))
    # Lists are kept as JSON text.
    return ("、".join(json.loads(str(value))) or _EMPTY) if field == "channels" else str(value)


def who(history: RecordHistory, version: HistoryVersion) -> str:
    """Return who wrote a version: an officer by name, a program by its word."""
    return history.names.get(version.actor) or PROGRAM.get(version.actor, version.actor)


def headline(history: RecordHistory, version: HistoryVersion) -> str:
    """Return when, who and what: 2026年11月20日 08:30　甲某　更正."""
    action = "删去" if version.is_removal else _action_word(version.action)
    return f"{with_year(version.at)}　{who(history, version)}　{action}"


def _action_word(action: str) -> str:
    kind, _, step = action.partition(".")
    if kind == REPORT_STEP:
        return STEP[StepKind(step)]
    return ACTION.get(action, _OTHER_ACTION)


def change_lines(history: RecordHistory, version: HistoryVersion, *, is_first: bool) -> list[str]:
    """Return a line for each field: 内容：原来 → 现在; of the first version what was written."""
    table = history.table
    order = list(FIELD.get(table, ()))
    shown = [one for one in version.changes if one.field not in HIDDEN]
    shown.sort(key=lambda one: order.index(one.field) if one.field in order else len(order))
    lines = []
    for one in shown:
        word, new = field_word(table, one.field), value_word(table, one.field, one.new)
        old = value_word(table, one.field, one.old)
        if is_first or one.field in {"correction_reason", REPORT_STEP}:
            if not (one.field.startswith("is_") and not one.new):
                lines.append(f"{word}：{new}")
        else:
            lines.append(f"{word}：{old} → {new}")
    return lines


def story(history: RecordHistory) -> str:
    """Return the whole history as text, the oldest version first."""
    parts = []
    for number, version in enumerate(history.versions, 1):
        lines = change_lines(history, version, is_first=number == 1)
        parts.append("\n".join([f"{number}. {headline(history, version)}", *_indented(lines)]))
    return "\n\n".join(parts)


def _indented(lines: list[str]) -> list[str]:
    return [f"　　{line}".replace("\n", "\n　　　　") for line in lines]
