"""Words of roll calls: methods, results, the line of the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dutydesk.domain import roll_call as call
from dutydesk.domain import roll_call_plan as plan
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import (
    RollCallLine,
    RollCallMethod,
    RollCallResult,
    RollCallSheet,
    UnitRecord,
)
from dutydesk.domain.roll_call_plan import EVERY_DAY, RollCallPlan
from dutydesk.wording.joining import joined
from dutydesk.wording.reporting_unit import REACH_RESULT, counted, listed
from dutydesk.wording.when import spoken

ROLL_CALL_METHOD = {
    RollCallMethod.PHONE: "电话",
    RollCallMethod.VIDEO: "视频",
    RollCallMethod.RADIO: "对讲机",
    RollCallMethod.ON_SITE: "实地",
}
FIELD = {"draw_count": "抽几个", "ring_count": "响铃", "answer_seconds": "秒数"}
WAITING, NOT_CALLED = "待点", "未点"
NO_WORD = "否"
YES_NO = {True: "是", False: NO_WORD, None: ""}
_SHAPE = {
    ReachResult.ANSWERED: "✓",
    ReachResult.NO_ANSWER: "▲",
    ReachResult.WRONG_NUMBER: "✗",
}
_DAYS = "一二三四五六日"


def mark(line: RollCallLine) -> str:
    """Return the state of a unit by shape and word."""
    held = line.holds
    if held is None:
        return f"○ {WAITING}"
    if held.is_answered and not held.is_in_order:
        return "◆ 有问题"
    return f"{_SHAPE[held.result]} {REACH_RESULT[held.result]}"


def post_words(result: RollCallResult) -> str:
    """Return who was on post: 带班在岗，值班员不在岗."""
    parts = [
        _yes_no("带班领导", result.lead_on_post, ("在岗", "不在岗")),
        _yes_no("值班员", result.officer_on_post, ("在岗", "不在岗")),
        _yes_no("", result.knows_situation, ("熟悉情况", "不熟悉情况")),
    ]
    return joined(parts, "，")


def ring_words(result: RollCallResult) -> str:
    """Return 响3声 or 20秒接听."""
    if result.ring_count is not None:
        return f"响{result.ring_count}声"
    return f"{result.answer_seconds}秒" if result.answer_seconds is not None else ""


def found_words(result: RollCallResult) -> str:
    """Return what one try found, in one line."""
    parts = [result.person, post_words(result), ring_words(result), result.finding, result.action]
    return joined(parts, "；")


def record_words(record: UnitRecord) -> str:
    """Return how a unit answered before: 以往点名6次，无人应答2次."""
    if not record.called:
        return "以往没有点过"
    parts = [
        f"以往点名{record.called}次",
        f"未应答{record.unanswered}次" if record.unanswered else "",
        f"有问题{record.faulty}次" if record.faulty else "",
    ]
    return joined(parts, "，")


def progress_words(sheet: RollCallSheet) -> str:
    """Return 已点5/8，应答4，无人接听1."""
    done = len(sheet.lines) - len(sheet.waiting)
    parts = [f"已点{done}/{len(sheet.lines)}"]
    parts += [
        f"{word}{len(found)}"
        for result, word in REACH_RESULT.items()
        if (found := sheet.with_result(result))
    ]
    if sheet.faulty:
        parts.append(f"有问题{len(sheet.faulty)}")
    return "，".join(parts)


def log_summary(sheet: RollCallSheet) -> str:
    """Return what the log says of a roll call."""
    one = sheet.roll_call
    how = "随机抽点" if one.is_random else "点名"
    units = counted(line.target.name for line in sheet.lines)
    parts = [f"{spoken(one.started_at)}{ROLL_CALL_METHOD[one.method]}{how}{units}（{one.title}）"]
    answered = sheet.with_result(ReachResult.ANSWERED)
    parts.append(f"应答{len(answered)}个")
    parts += [
        f"{word}{len(found)}个：{_names(found)}"
        for result, word in REACH_RESULT.items()
        if result is not ReachResult.ANSWERED and (found := sheet.with_result(result))
    ]
    parts += [
        f"{line.target.name}{joined([_wrong(line.holds), line.holds.finding.rstrip('。')], '，')}"
        for line in sheet.faulty
        if line.holds is not None
    ]
    if sheet.waiting:
        parts.append(f"未点{len(sheet.waiting)}个：{_names(sheet.waiting)}")
    if one.end_note:
        parts.append(one.end_note.rstrip("。"))
    return "；".join(parts) + "。"


def finding_entry(line: RollCallLine, result: RollCallResult) -> str:
    """Return the text of the log entry of a finding."""
    wrong = _wrong(result)
    told = joined([wrong, result.finding.rstrip("。")], "，")
    action = f"。处理：{result.action.rstrip('。')}" if result.action else ""
    return f"点名{line.target.name}：{told}{action}。"


def days_words(plan_of: RollCallPlan) -> str:
    """Return 每天 or 周一、周五."""
    if set(plan_of.weekdays) == set(EVERY_DAY):
        return "每天"
    return "、".join(f"周{_DAYS[int(digit) - 1]}" for digit in sorted(plan_of.weekdays))


def plan_words(plan_of: RollCallPlan) -> str:
    """Return when a plan's roll call comes; of a random one only the span."""
    days = days_words(plan_of)
    units = f"抽{plan_of.unit_count}个单位" if plan_of.unit_count else "全部单位"
    if plan_of.is_random:
        return f"{days}{plan_of.starts_at_time}至{plan_of.ends_at_time}之间随机，{units}"
    return f"{days}{plan_of.starts_at_time}，{units}"


def _wrong(result: RollCallResult | None) -> str:
    if result is None:
        return ""
    parts = [
        "带班领导不在岗" if result.lead_on_post is False else "",
        "值班员不在岗" if result.officer_on_post is False else "",
        "不熟悉情况" if result.knows_situation is False else "",
    ]
    return joined(parts, "，")


def _yes_no(word: str, value: bool | None, words: tuple[str, str]) -> str:
    return "" if value is None else f"{word}{words[0] if value else words[1]}"


def _names(lines: Sequence[RollCallLine]) -> str:
    return listed(line.target.name for line in lines)


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    call.RollCallTitleMissing: lambda _: "点名的名称没有填。请补上后再试。",
    call.NoUnitsToCall: lambda _: "没有可点的单位。请先在零报告里列入下属单位，并勾上参加点名。",
    call.RollCallRunning: lambda e: f"“{e.title}”还没有结束。请先结束再开始下一次。",
    call.NoRollCallRunning: lambda _: "现在没有进行中的点名。请先开始一次。",
    call.NoRollCallYet: lambda _: "还没有点过名。请先开始一次。",
    call.RollCallEnded: lambda e: f"“{e.title}”已经结束，结果不再改动。",
    call.RollCallUnfinished: lambda e: f"还有{e.count}个单位没有点。请点完，或写明不点的原因。",
    call.RollCallFindingMissing: lambda e: f"{e.name}列入未办结，要写明发现的问题。",
    call.RollCallCountUnfit: lambda e: f"{FIELD.get(e.field, e.field)}不对：{e.value}。请写整数。",
    plan.RollCallDaysUnfit: lambda e: f"星期不对：{e.value}。请写1到7，1是周一，如135。",
    plan.RollCallTimeUnfit: lambda e: f"时间不对：{e.value}。请写成 21:00 这样，起止不能相同。",
}
