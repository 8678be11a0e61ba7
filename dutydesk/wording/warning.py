"""Words of warnings: colours, states, steps, what the log says of each, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.due_line import DueKind
from dutydesk.domain.warning import (
    DraftWarning,
    WarningFinding,
    WarningNotice,
    WarningState,
    WarningStep,
    WarningStepKind,
)
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_facts import CarriedWarning, StoodWarning
from dutydesk.wording import when
from dutydesk.wording.joining import joined

WARNING_COLOR = {
    WarningColor.RED: "红色",
    WarningColor.ORANGE: "橙色",
    WarningColor.YELLOW: "黄色",
    WarningColor.BLUE: "蓝色",
}
WARNING_STATE = {
    WarningState.IN_FORCE: "在效",
    WarningState.REPLACED: "已变更",
    WarningState.LIFTED: "已解除",
}
EXPIRED = "有效期已过"
WARNING_STEP = {
    WarningStepKind.REPORTED: "报告",
    WarningStepKind.FORWARDED: "转发",
    WarningStepKind.RESPONSE_STARTED: "启动响应",
    WarningStepKind.RESPONSE_ENDED: "终止响应",
    WarningStepKind.EXTENDED: "延续",
    WarningStepKind.CHANGED: "变更",
    WarningStepKind.LIFTED: "解除",
    WarningStepKind.NOTED: "记事",
}
RESPONSE_LEVEL = {1: "一级响应", 2: "二级响应", 3: "三级响应", 4: "四级响应"}
CHANNELS = ("广播", "电视", "网站", "微博", "微信", "短信", "宣传车", "显示屏", "大喇叭")

FIELD = {
    "warning_no": "编号",
    "kind": "种类",
    "color": "颜色",
    "title": "标题",
    "issued_by": "发布单位",
    "doc_no": "文号",
    "issued_at": "发布时间",
    "received_at": "接收时间",
    "valid_from": "起始时间",
    "valid_to": "有效至",
    "area": "可能影响范围",
    "content": "预警内容",
    "measures": "应采取的措施",
    "cause": "原因",
    "period": "周期",
    "impact": "影响",
    "channels": "传播方式",
    "state": "状态",
    "recorder": "登记人",
    "recorded_at": "登记时间",
    "reported_at": "报告时间",
    "reported_to": "报告给",
    "forwarded_at": "转发时间",
    "forwarded_to": "转发给",
    "response_level": "响应级别",
    "response_matter": "响应事项",
    "response_measures": "处置措施",
    "response_until": "预计期限",
    "response_started_at": "启动响应时间",
    "response_ended_at": "终止响应时间",
    "ended_at": "解除或变更时间",
    "at": "时间",
    "to_whom": "对象",
    "words": "说明",
    "until": "延续至",
    "matter": "响应事项",
    "level": "响应级别",
}

FINDING = {
    WarningFinding.NO_START: "没有写起始时间",
    WarningFinding.NO_AREA: "没有写可能影响范围",
    WarningFinding.NO_CONTENT: "没有写警示事项",
    WarningFinding.NO_MEASURES: "没有写应采取的措施",
    WarningFinding.KIND_UNLISTED: "种类不在清单里",
    WarningFinding.COLOR_UNUSUAL: "这一种类没有这种颜色，请与原文核对",
    WarningFinding.ISSUED_AFTER_RECEIVED: "发布时间晚于接收时间",
    WarningFinding.SAME_IN_FORCE: "同一单位的同种预警还在效，级别变了请用“变更”",
}
NOT_STATED = "来文未载明"
_DUE_TARGET = {
    DueKind.WARNING_REPORT.value: "带班领导",
    DueKind.WARNING_FORWARD.value: "有关单位",
    DueKind.WARNING_VALIDITY.value: "解除或延续",
    DueKind.WARNING_RESPONSE.value: "终止或调整",
}


def headline(warning: WarningNotice | DraftWarning | CarriedWarning) -> str:
    """Return 暴雨橙色预警."""
    return f"{warning.kind.strip()}{WARNING_COLOR[warning.color]}预警"


def issued(warning: WarningNotice | CarriedWarning) -> str:
    """Return 暴雨橙色预警（区气象台7月8日19:20发布）."""
    at = when.day_and_clock(warning.issued_at)
    return f"{headline(warning)}（{warning.issued_by}{at}发布）"


def due_target(kind: DueKind) -> str:
    """Return to whom it is told, or what is to be decided."""
    return _DUE_TARGET[kind.value]


def level_word(color: WarningColor) -> str:
    """Return 橙色（二级）, as the law counts them."""
    return f"{WARNING_COLOR[color]}（{'一二三四'[list(WarningColor).index(color)]}级）"


def state_word(warning: WarningNotice, now: datetime) -> str:
    """Return 在效, 有效期已过, 已解除, 已变更."""
    return EXPIRED if warning.is_expired(now) else WARNING_STATE[warning.state]


def finding_words(findings: Iterable[WarningFinding]) -> str:
    """Return what is missing or odd in one sentence, empty when nothing is."""
    said = "；".join(FINDING[one] for one in findings)
    return f"{said}。" if said else ""


def change_word(old: WarningNotice, new: WarningNotice) -> str:
    """Return 升级, 降级 or 变更."""
    order = list(WarningColor)
    if old.kind != new.kind or old.color is new.color:
        return "变更"
    return "升级" if order.index(new.color) < order.index(old.color) else "降级"


def registered_line(warning: WarningNotice) -> str:
    """Return what the log says of a warning that came in."""
    at = when.spoken(warning.issued_at)
    doc_no = f"（{warning.doc_no}）" if warning.doc_no else ""
    until = f"有效至{when.spoken(warning.valid_to)}" if warning.valid_to else ""
    area = f"可能影响范围：{warning.area}" if warning.area else ""
    measures = f"应采取的措施：{warning.measures}" if warning.measures else ""
    said = joined([warning.content, area, measures, until])
    head = f"{warning.issued_by}{at}发布{headline(warning)}{doc_no}"
    return f"{head}：{said}" if said else head


def went_on(old: WarningNotice) -> str:
    """Return what a step says of a response that goes on with another warning."""
    return f"接续{old.warning_no}{headline(old)}的响应"


def replaced_line(old: WarningNotice, new: WarningNotice) -> str:
    """Return what the log says of a warning whose place another took."""
    return f"{issued(old)}{change_word(old, new)}为{issued(new)}，编号{new.warning_no}"


def step_line(warning: WarningNotice, step: WarningStep) -> str:
    """Return what the log says of a step."""
    said = f"。{step.words}" if step.words else ""
    return f"{issued(warning)}{step_words(step)}{said}"


def step_words(step: WarningStep) -> str:
    """Return 已报告带班领导甲某, 启动四级响应, 延续至7月9日20:00 …."""
    told = step.to_whom
    if step.kind is WarningStepKind.REPORTED:
        return f"已报告{told}"
    if step.kind is WarningStepKind.FORWARDED:
        return f"已转发{told}"
    if step.kind is WarningStepKind.EXTENDED and step.until is not None:
        return f"延续至{when.moment(step.until)}"
    if step.kind is WarningStepKind.RESPONSE_STARTED and step.response_level is not None:
        until = f"，预计至{when.moment(step.until)}" if step.until else ""
        return f"启动{RESPONSE_LEVEL[step.response_level]}{until}"
    return WARNING_STEP[step.kind]


def story(step: WarningStep) -> str:
    """Return 7月8日 19:24　已报告带班领导　说明　甲某, one line of what was done."""
    late = f"（{when.moment(step.recorded_at)}补记）" if _is_late(step) else ""
    parts = (when.moment(step.at), step_words(step), step.words, f"{step.officer}{late}")
    return "　".join(part for part in parts if part)


def response_words(warning: WarningNotice) -> str:
    """Return 四级响应, or how it ended; empty when none was started."""
    if warning.response_level is None or warning.response_started_at is None:
        return ""
    level = RESPONSE_LEVEL[warning.response_level]
    ended = warning.response_ended_at
    return f"{level}（{when.moment(ended)}终止）" if ended else level


def response_story(warning: WarningNotice) -> str:
    """Return the response with what starting it must state, empty when none was started."""
    if warning.response_started_at is None:
        return ""
    begun = f"{when.moment(warning.response_started_at)}启动"
    until = f"预计至{when.moment(warning.response_until)}" if warning.response_until else ""
    matter = f"响应事项：{warning.response_matter}" if warning.response_matter else ""
    measures = f"处置措施：{warning.response_measures}" if warning.response_measures else ""
    return joined([f"{begun}{response_words(warning)}", matter, until, measures])


def carried_words(one: CarriedWarning) -> str:
    """Return what the incoming officer must know of a warning, in one line."""
    until = f"有效至{when.day_and_clock(one.valid_to)}" if one.valid_to else ""
    level = RESPONSE_LEVEL[one.response_level] if one.response_level else ""
    undone = () if one.is_lifted else _undone(one)
    parts = ("已解除，响应未终止" if one.is_lifted else "", level, until, *undone)
    return "，".join([issued(one), *(part for part in parts if part)])


def sheet_words(stood: StoodWarning) -> str:
    """Return what the head of a log sheet says of a warning, as it stood when the shift ended."""
    warning, end = stood.warning, stood.end
    parts = [f"{headline(warning)}（{when.day_and_clock(warning.issued_at)}发布）"]
    if stood.response_level is not None:
        parts.append(RESPONSE_LEVEL[stood.response_level])
    if end is not None:
        parts.append(f"{when.day_and_clock(end.at)}{WARNING_STEP[end.kind]}")
    return "，".join(parts)


def _undone(one: CarriedWarning) -> tuple[str, ...]:
    told = (("未报告", one.is_reported), ("未转发", one.is_forwarded))
    return tuple(word for word, is_done in told if not is_done)


def _is_late(step: WarningStep) -> bool:
    return (step.recorded_at - step.at).total_seconds() >= _LATE_SECONDS


_LATE_SECONDS = 600
