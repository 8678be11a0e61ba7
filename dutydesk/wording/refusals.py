"""Sentences for the refusals of the core: what is wrong, where, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from dutydesk.domain import (
    duty_log_refusals,
    errors,
    officer,
    room,
    shift,
    typed_amount,
    typed_time,
)
from dutydesk.domain.instants import china
from dutydesk.domain.report import ReportStage
from dutydesk.wording import incident as incident_words
from dutydesk.wording.bulletin import BULLETIN_KIND
from dutydesk.wording.call_round import CALL_CHANNEL, CALL_PARTY, CALL_RESULT
from dutydesk.wording.contacts import CONTACT_ROLES, UNIT_KINDS
from dutydesk.wording.deadline_rule import CLOCK_START
from dutydesk.wording.deadline_task import TASK
from dutydesk.wording.directive import DIRECTIVE_FORM
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND
from dutydesk.wording.equipment import EQUIPMENT_KIND, EQUIPMENT_RESULT
from dutydesk.wording.handover import HANDOVER_SIDE
from dutydesk.wording.incident_handling import NOTICE_HOW
from dutydesk.wording.officer import ACTION, OFFICER_ROLE
from dutydesk.wording.open_item import IMPORTANCE
from dutydesk.wording.record_word import RECORD
from dutydesk.wording.reporting_unit import REACH_RESULT
from dutydesk.wording.roll_call import ROLL_CALL_METHOD
from dutydesk.wording.roster import ROSTER_CHOICE, ROSTER_FIELD
from dutydesk.wording.settings import RULE_SET
from dutydesk.wording.when import with_year

# Glossary words for the fields that an input can be wrong in.
FIELD = {
    "color": "预警颜色",
    "issued_at": "发布时间",
    "until": "截止时间",
    "starts_at": "离开时间",
    "ends_at": "返回时间",
    "attachment_most_mb": "附件大小",
    "attachment_warn_mb": "附件偏大",
    "against": "记录校验码",
    **incident_words.FIELD,
    **ENTRY_FIELD,
    **ROSTER_FIELD,
    "backup_folder": "备份文件夹",
    "bulletin_kind": "简报种类",
    "command_line": "命令",
    "data": "数据文件夹",
    "done_at": "完成时间",
    "how": "方式",
    "due": "时限",
    "duty_date": "值班日",
    "equipment_kind": "设备种类",
    "equipment_result": "检查结果",
    "exit": "退出原因",
    "file": "文件",
    "form": "形式",
    "from": "起始日",
    "importance": "重要程度",
    "into": "目标文件夹",
    "late_after_minutes": "迟记分钟数",
    "sensitive_only": "只对敏感事件",
    "stable_at": "基本稳定时间",
    "ungraded_level": "未定级按",
    "repeat_caller_hours": "同一来电小时数",
    "silent_after_hours": "记录间断小时数",
    "limit": "条数",
    "offset": "跳过的条数",
    "name": "姓名",
    "now": "时刻",
    "call_result": "结果",
    "call_party": "叫的是谁",
    "call_channel": "方式",
    "contact_role": "角色",
    "unit_kind": "单位类别",
    "max_tries": "每人最多叫几次",
    "within_minutes": "几分钟内叫应",
    "retry_pause_minutes": "再叫间隔分钟",
    "output": "输出文件",
    "passed_at": "传达时间",
    "pin": "口令",
    "remind_at": "提醒时间",
    "outcome": "核的结果",
    "record": "记录种类",
    "review": "审阅意见",
    "role": "角色",
    "setting": "设置项",
    "cut_off": "截止时间",
    "nil_report_times": "零报告截止",
    "reach_result": "结果",
    "response_level": "响应级别",
    "lead_on_post": "带班领导在岗",
    "officer_on_post": "值班员在岗",
    "knows_situation": "熟悉情况",
    "roll_call_method": "方式",
    "medium": "方式",
    "month": "月份",
    "year": "年份",
    "date": "日期",
    "day_kind": "日期种类",
    "stage": "阶段",
    "side": "签字身份",
    "shift_pattern": "班次安排",
    "to": "截止日",
    "told_at": "通报时间",
    "on": "培训日期",
    "under": "上级单位",
    "unit": "单位名称",
}


def when(instant: datetime) -> str:
    """Return 11月20日 02:15."""
    local = china(instant)
    return f"{local.month}月{local.day}日 {local:%H:%M}"


def _bad_input(error: errors.BadInput) -> str:
    name = FIELD.get(error.field, error.field)
    if not error.value.strip():
        return f"{name}没有填。请补上后再试。"
    return f"{name}不对：{error.value}。请改正后再试。"


def _record_unknown(error: errors.RecordUnknown) -> str:
    name = RECORD.get(error.kind, error.kind)
    if not error.key.strip():
        return f"{name}没有填。请补上后再试。"
    return f"没有找到{name}：{error.key}。请核对后再试。"


# The word for each value of a field that takes one of some; stored values are their own keys.
_CHOICES: dict[str, Mapping[Any, str]] = {
    "kind": ENTRY_KIND,
    "category": incident_words.CATEGORY,
    "level": incident_words.LEVEL,
    "status": incident_words.STATUS,
    "exit": incident_words.EXIT_REASON,
    "stage": {
        stage: incident_words.stage_word(stage, incident_words.FIRST_WORD) for stage in ReportStage
    },
    "medium": incident_words.MEDIUM,
    "how": NOTICE_HOW,
    "role": OFFICER_ROLE,
    "importance": IMPORTANCE,
    "form": DIRECTIVE_FORM,
    "side": HANDOVER_SIDE,
    "bulletin_kind": BULLETIN_KIND,
    "equipment_kind": EQUIPMENT_KIND,
    "equipment_result": EQUIPMENT_RESULT,
    "reach_result": REACH_RESULT,
    "roll_call_method": ROLL_CALL_METHOD,
    "rule_set": RULE_SET,
    **ROSTER_CHOICE,
    "task": TASK,
    "call_result": CALL_RESULT,
    "call_party": CALL_PARTY,
    "call_channel": CALL_CHANNEL,
    "contact_role": CONTACT_ROLES,
    "unit_kind": UNIT_KINDS,
    "starts_from": CLOCK_START,
}


def _not_among(error: errors.NotAmong) -> str:
    name, words = FIELD.get(error.field, error.field), _CHOICES.get(error.field, {})
    known = "、".join(f"{value} {words.get(value, '')}".strip() for value in error.allowed)
    if not error.value.strip():
        return f"{name}没有填。可用：{known}。"
    return f"{name}不对：{error.value}。可用：{known}。"


def _bad_form(error: errors.BadForm) -> str:
    name = FIELD.get(error.field, error.field)
    if not error.value.strip():
        return f"{name}没有填。请写成 {error.example} 这样。"
    return f"{name}不对：{error.value}。请写成 {error.example} 这样。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    errors.BadInput: _bad_input,
    errors.NotAmong: _not_among,
    errors.BadForm: _bad_form,
    errors.CommandUnclear: lambda e: f"{e.problem}。加 --help 可看写法。",
    typed_time.TypedTimeUnclear: lambda error: (
        f"看不懂“{error.text}”是什么时间。可写 2315、昨天2315、11-20 2315 或 t（现在）。"
    ),
    typed_amount.AmountUnclear: lambda e: (
        f"看不懂“{e.text}”是多少。人数写整数；损失可写 12.5万；还不清楚就空着。"
    ),
    errors.TextBroken: lambda e: f"第{e.place}个字残缺，存不下来。请删去这个字后再记下。",
    errors.RecordUnknown: _record_unknown,
    errors.RoomExists: lambda e: f"{e.folder} 里已经有值班室，没有改动。请换一个空文件夹。",
    room.UnitUnfit: lambda _: "单位名称里有换行或看不见的字符。请写在一行里。",
    errors.NowNotAllowed: lambda _: "只有演练室可以指定时刻。真实值班室以本机时钟为准。",
    duty_log_refusals.EntryTextMissing: lambda _: "内容没有填。请写明情况后再记下。",
    duty_log_refusals.EntryTextTooLong: lambda e: (
        f"{FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请分成几条记下。"
    ),
    duty_log_refusals.EntryTextBroken: lambda e: (
        f"{FIELD.get(e.field, e.field)}第{e.place}个字残缺，存不下来。请删去这个字后再记下。"
    ),
    duty_log_refusals.EntryInFuture: lambda e: (
        f"时间{with_year(e.at)}晚于现在（{with_year(e.now)}）。请改时间，或核对本机时钟。"
    ),
    duty_log_refusals.ShiftHandedOver: lambda e: (
        f"{e.duty_date.month}月{e.duty_date.day}日的值班日志已交接，不再接收记录。请记入当前班次。"
    ),
    duty_log_refusals.CorrectionReasonMissing: lambda _: (
        "更正、撤回都要写明原因。请补上原因后再试。"
    ),
    duty_log_refusals.CorrectionChangesNothing: lambda _: "更正与原记录相同，没有可改的内容。",
    duty_log_refusals.EntryAlreadyCorrected: lambda e: (
        f"这条记录已更正过，请更正最新的一条（第{e.by_no}条）。"
    ),
    officer.OfficerExists: lambda e: f"已经有名叫{e.name}的人员。请换一种写法以便区分。",
    officer.OfficerNameUnfit: lambda e: (
        f"姓名“{e.name}”不能用：最多{e.limit}字，写在一行里，也不能用程序自己的名字。请换一种写法。"
    ),
    officer.OfficerInactive: lambda e: f"{e.name}已停用，不能值班或签字。",
    officer.OfficerMayNot: lambda e: (
        f"{e.name}的角色不能{ACTION.get(e.action, e.action)}。请由有权限的人员办理。"
    ),
    officer.OfficerOnDuty: lambda e: f"{e.name}正在值班，交接后才能停用或改为查阅。",
    officer.LastAdmin: lambda e: f"{e.name}是唯一的管理员。请先指定另一名管理员。",
    officer.PinUnfit: lambda _: "口令要用6到12位数字。请重新设定。",
    officer.PinWrong: lambda e: (
        f"{e.name}的口令不对。"
        + (f"还可以试{e.tries_left}次。" if e.tries_left else "请稍候再试，或请管理员重设。")
    ),
    officer.PinDelayed: lambda e: (
        f"{e.name}的口令连续输错，请{_span(e.seconds)}后再试，或请管理员重设。"
    ),
    officer.PinNotSet: lambda e: f"{e.name}还没有设口令。请管理员先设口令。",
    shift.ShiftPatternEmpty: lambda e: (
        f"按现在的班次安排，{e.days}天内没有班次。请先改正班次安排。"
    ),
    shift.ShiftsOverlap: lambda e: (
        f"班次安排里有两班时间重叠：{e.first}和{e.second}。请改成一班结束，下一班才开始。"
    ),
    shift.ShiftRunning: lambda e: (
        f"{e.officer}正在值{e.duty_date.month}月{e.duty_date.day}日的班。接班请办理交接班。"
    ),
    shift.SecondaryIsPrimary: lambda e: (
        f"{e.name}已是主班，不能再当副班。请另选一人，或不设副班。"
    ),
    shift.ShiftNotRunning: lambda _: "现在没有人值班。请先接班。",
}


def _span(seconds: int) -> str:
    return f"{seconds}秒" if seconds < 60 else f"{-(-seconds // 60)}分钟"  # noqa: PLR2004 -- a minute
