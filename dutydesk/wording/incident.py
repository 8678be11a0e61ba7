"""Words of incidents: enums, figures, rules, clocks, and the sentence of every refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import incident_refusals, report, report_refusals
from dutydesk.domain.deadline import ClockStatus, ReportClock
from dutydesk.domain.incident import (
    ExitReason,
    IncidentCategory,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.level import Suggestion
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.wording.deadline_task import TASK
from dutydesk.wording.when import with_year

CATEGORY = {
    IncidentCategory.NATURAL: "自然灾害",
    IncidentCategory.ACCIDENT: "事故灾难",
    IncidentCategory.PUBLIC_HEALTH: "公共卫生事件",
    IncidentCategory.SOCIAL_SAFETY: "社会安全事件",
}

LEVEL = {
    IncidentLevel.ESPECIALLY_SERIOUS: "特别重大",
    IncidentLevel.SERIOUS: "重大",
    IncidentLevel.RELATIVELY_SERIOUS: "较大",
    IncidentLevel.ORDINARY: "一般",
    IncidentLevel.UNCLASSIFIED: "未定级",
}

STATUS = {
    IncidentStatus.RECEIVED: "接报",
    IncidentStatus.VERIFYING: "核实",
    IncidentStatus.HANDLING: "处置中",
    IncidentStatus.STABLE: "基本稳定",
    IncidentStatus.ENDED: "已结束",
    IncidentStatus.ARCHIVED: "归档",
}

EXIT_REASON = {
    ExitReason.FALSE_ALARM: "误报",
    ExitReason.NOT_AN_EMERGENCY: "非突发事件",
}

MEDIUM = {ReportMedium.PHONE: "电话", ReportMedium.WRITTEN: "书面"}

CLOCK_STATUS = {
    ClockStatus.RUNNING: "计时中",
    ClockStatus.SOON: "将到时",
    ClockStatus.OVERDUE: "已超时",
    ClockStatus.REPORT_NOW_AFTER_UPGRADE: "升级后应立即补报",
    ClockStatus.MET: "按时",
    ClockStatus.MET_LATE: "迟报",
}

FIGURE = {
    "deaths": "死亡",
    "missing": "失踪",
    "injured": "受伤",
    "seriously_injured": "重伤",
    "lightly_injured": "轻伤",
    "poisoned_or_ill": "中毒或患病",
    "trapped": "被困",
    "at_risk": "涉险",
    "evacuated": "转移安置",
    "loss_yuan": "直接经济损失",
    "burnt_area_m2": "过火面积",
    "deaths_and_missing": "死亡和失踪",
    "seriously_injured_and_poisoned": "重伤（含急性中毒）",
    "trapped_and_missing": "被困和失踪",
}

FIELD = {
    "title": "标题",
    "place": "地点",
    "kind": "种类",
    "category": "类别",
    "level": "等级",
    "received_at": "接报时间",
    "occurred_at": "事发时间",
    "situation": "基本情况",
    "cause": "起因",
    "measures": "处置情况",
    "next_steps": "下一步工作",
    "status": "状态",
    "source": "信息来源",
    "rule_set": "时限规则",
    "minutes": "分钟数",
    "daily_times": "每日时刻",
    "every_days": "间隔天数",
    "task": "时限事项",
    "rule_source": "规则出处",
    "note": "说明",
    "late_reason": "迟报原因",
    "bypass_reason": "越级理由",
    "starts_from": "起算点",
    "at_least": "起点数",
    "figure": "指标",
    "with_figure": "第二指标",
    "with_at_least": "第二指标的起点数",
    "circumstance": "情形",
    "table_name": "标准名称",
    **FIGURE,
}

FIRST_WORD = "首报"
"""The usual word for the first report; the setting ``first_report_word`` may say 初报."""

_DIGITS = "零一二三四五六七八九"
_WAN = 10_000
_YI = 100_000_000
_HECTARE = 10_000


def stage_word(stage: ReportStage, first_word: str = FIRST_WORD) -> str:
    """Return 首报 (or the unit's word), 续报, 核报, 终报."""
    return {
        ReportStage.FIRST: first_word,
        ReportStage.FOLLOW_UP: "续报",
        ReportStage.VERIFICATION: "核报",
        ReportStage.FINAL: "终报",
    }[stage]


def chinese_number(number: int) -> str:
    """Return 一 … 九十九; from a hundred on the digits."""
    if not 1 <= number <= 99:  # noqa: PLR2004 -- the range of the words
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    head = "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def amount(figure: str, value: int) -> str:
    """Return a figure with its unit: 3人, 999.99万元, 1亿元, 20平方米, 1.5公顷."""
    if figure == "loss_yuan":
        return _scaled(value, ((_YI, "亿元"), (_WAN, "万元")), "元")
    if figure == "burnt_area_m2":
        return _scaled(value, ((_HECTARE, "公顷"),), "平方米")
    return f"{value}人"


def suggestion_reason(suggestion: Suggestion) -> str:
    """Return why a level is suggested: the deciding figure, its limits and their source."""
    figure = suggestion.figure
    if figure is None:
        return "现有数字不能确定等级"
    limits = []
    if suggestion.at_least:
        limits.append(f"达到{amount(figure, suggestion.at_least)}")
    if suggestion.below is not None:
        limits.append(f"不足{amount(figure, suggestion.below)}")
    said = f"{FIGURE[figure]}{amount(figure, suggestion.value)}"
    return f"{said}，{'、'.join(limits)}，建议{LEVEL[suggestion.level]}。依据：{suggestion.source}"


def decided_reason(level: IncidentLevel, suggested: str) -> str:
    """Return the reason kept when a person decided without words of their own."""
    return f"人工认定为{LEVEL[level]}；程序：{suggested}"


def clock_title(clock: ReportClock, first_word: str = FIRST_WORD) -> str:
    """Return 首报（电话）, or 对外发布 for what is no report."""
    if clock.stage is None or clock.medium is None:
        return TASK[clock.task]
    return f"{stage_word(clock.stage, first_word)}（{MEDIUM[clock.medium]}）"


def _scaled(value: int, units: tuple[tuple[int, str], ...], smallest: str) -> str:
    """Return the amount in the largest unit that shows it exactly with two decimals."""
    for size, name in units:
        if value >= size and value % (size // 100) == 0:
            return f"{value / size:.2f}".rstrip("0").rstrip(".") + name
    return f"{value}{smallest}"


def _kind_unknown(error: incident_refusals.KindUnknown) -> str:
    category = CATEGORY[error.category]
    elsewhere = (
        f"它属于{CATEGORY[error.other_category]}。" if error.other_category is not None else ""
    )
    return f"{category}里没有“{error.kind}”这一种。{elsewhere}可用：{'、'.join(error.allowed)}。"


def _field(name: str) -> str:
    return FIELD.get(name, name)


def _first_missing(error: report.FirstReportMissing) -> str:
    word = stage_word(error.stage)
    if error.medium is ReportMedium.WRITTEN and error.stage is not ReportStage.FINAL:
        return f"还没有第一份书面报告，不能{word}。请先报出第一份书面报告。"
    return f"还没有第一份报告，不能{word}。请先报第一份。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    incident_refusals.IncidentTextMissing: lambda e: (
        f"突发事件的{_field(e.field)}没有填。请补上后再试。"
    ),
    incident_refusals.IncidentTextTooLong: lambda e: (
        f"{_field(e.field)}有{e.length}字，最多{e.limit}字。请删减，详情写进基本情况。"
    ),
    incident_refusals.KindUnknown: _kind_unknown,
    incident_refusals.FigureNegative: lambda e: (
        f"{_field(e.figure)}不能是{e.value}。没有就填0，还不清楚就不填。"
    ),
    incident_refusals.FigureTooLarge: lambda e: (
        f"{_field(e.figure)}写成了{e.value}，太大了。请核对后改正。"
    ),
    incident_refusals.OccurredAfterReceived: lambda e: (
        f"事发时间{with_year(e.occurred_at)}晚于接报时间{with_year(e.received_at)}。请核对后改正。"
    ),
    incident_refusals.ReceivedInFuture: lambda e: (
        f"接报时间{with_year(e.received_at)}晚于现在（{with_year(e.now)}）。请改时间，或核对本机时钟。"
    ),
    incident_refusals.UpdateReasonMissing: lambda _: "改动要写明原因。请补上原因后再试。",
    incident_refusals.UpdateChangesNothing: lambda _: "填的与现有记录相同，没有可改的内容。",
    incident_refusals.IncidentEnded: lambda e: (
        f"{e.incident_no}已经结束，不再接收报告和改动。"
        + (f"结束时间{with_year(e.closed_at)}。" if e.closed_at else "")
    ),
    incident_refusals.FinalReportMissing: lambda e: (
        f"{e.incident_no}还没有书面终报，不能结束。请先报书面终报；误报或非突发事件请写明原因结束。"
    ),
    incident_refusals.ExitNoteMissing: lambda e: (
        f"按{EXIT_REASON[e.exit_reason]}结束要写明依据。请补上后再试。"
    ),
    report.FirstReportMissing: _first_missing,
    report_refusals.FirstReportExists: lambda e: (
        f"第一份书面报告已于{with_year(e.sent_at)}报出，不再重复。后面的情况请用续报。"
    ),
    report_refusals.FinalReportExists: lambda e: (
        f"终报已于{with_year(e.sent_at)}报出，不再接收报告。"
    ),
    report_refusals.CorrectedReportUnfit: lambda _: (
        "要更正的那份报告不在这件事里，或者阶段、方式不同。请在稿件里选中已报送的那份再更正。"
    ),
    report_refusals.ReportInFuture: lambda e: (
        f"报出时间{with_year(e.sent_at)}晚于现在（{with_year(e.now)}）。请改时间，或核对本机时钟。"
    ),
    report_refusals.ReportBeforeReceived: lambda e: (
        f"报出时间{with_year(e.sent_at)}早于接报时间{with_year(e.received_at)}。请核对后改正。"
    ),
    report_refusals.ReportBeforePrevious: lambda e: (
        f"报出时间{with_year(e.sent_at)}早于上一份报告（{with_year(e.previous_at)}）。请核对后改正。"
    ),
    report_refusals.ReceiverUnitMissing: lambda _: "没有填报送单位。请写明报给哪个单位。",
    report_refusals.ReportSignerMissing: lambda _: (
        "书面报告没有签发人。请填写签发人；来不及找人签发，先用电话报告。"
    ),
    report_refusals.ReportTextTooLong: lambda e: (
        f"报告有{e.length}字，最多{e.limit}字。请删减，附件另存。"
    ),
}
