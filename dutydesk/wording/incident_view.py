"""How an incident is said on screen: clocks, gap, grading, figures, the chain of reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.deadline import ClockStatus, ReportClock
from dutydesk.domain.deadline_task import REPORTED_TASKS
from dutydesk.domain.incident import Incident, IncidentLevel
from dutydesk.domain.level import Suggestion
from dutydesk.domain.report import Report, ReportMedium, ReportStage, has_final
from dutydesk.wording import when
from dutydesk.wording.casualties import BEING_VERIFIED
from dutydesk.wording.deadline_task import TASK_DONE, immediately
from dutydesk.wording.incident import (
    CLOCK_STATUS,
    FIRST_WORD,
    LEVEL,
    MEDIUM,
    amount,
    clock_title,
    suggestion_reason,
)
from dutydesk.wording.report import stage_line

SHAPE = {
    ClockStatus.RUNNING: "●",
    ClockStatus.SOON: "◆",
    ClockStatus.OVERDUE: "▲",
    ClockStatus.REPORT_NOW_AFTER_UPGRADE: "△",
    ClockStatus.MET: "已",
    ClockStatus.MET_LATE: "×",
}


def source_tip(rule: str) -> str:
    """Return what a rule's mark 〔建议值〕 means, nothing for a rule with a source."""
    if "〔建议值" not in rule:
        return ""
    return (
        "〔建议值〕：依据的文件没有写这个数字，是值守台给的参考值。"
        "请本单位核定；要改用别的口径，在设置里选报告时限。"
    )


def clock_tone(status: ClockStatus) -> str:
    """Return the colour role that goes with a shape."""
    if status in {ClockStatus.OVERDUE, ClockStatus.REPORT_NOW_AFTER_UPGRADE}:
        return "overdue"
    if status in {ClockStatus.SOON, ClockStatus.MET_LATE}:
        return "soon"
    return "done" if status is ClockStatus.MET else "accent"


def figure_words(name: str, value: int | None) -> str:
    """Return 3人, 12.5万元, or 正在核实 for what nobody has stated."""
    return BEING_VERIFIED if value is None else amount(name, value)


def gap_words(incident: Incident) -> str:
    """Return how long after the event it was received, which is not the duty room's delay."""
    if incident.occurred_at is None:
        return f"事发时间{BEING_VERIFIED}，时限从接报起算"
    return f"事发后{when.span(incident.received_at - incident.occurred_at)}接报"


def next_clock(clocks: Sequence[ReportClock]) -> ReportClock | None:
    """Return the open clock that runs out first."""
    return min((one for one in clocks if one.is_open), key=lambda one: one.due_at, default=None)


def clock_words(clock: ReportClock, now: datetime, first_word: str = FIRST_WORD) -> str:
    """Return one clock in words, with its shape in front."""
    title = f"{SHAPE[clock.status]} {clock_title(clock, first_word)}"
    due = f"时限{when.near(clock.due_at, now)}"
    stopped_at = clock.stopped_at
    if stopped_at is not None:
        sent = f"{when.near(stopped_at, now)}{TASK_DONE[clock.task].removeprefix('已')}"
        late = clock.status is ClockStatus.MET_LATE
        by = when.span(stopped_at - clock.due_at) if late else ""
        return f"{title}　{sent}，{status_word(clock)}{by}（{due}）"
    to = _receiver(clock)
    if clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE:
        return f"{title}　{status_word(clock)}{to}（{due}）"
    missed = f"，已连续漏报{clock.missed_count}次" if clock.missed_count > 1 else ""
    return f"{title}　{when.left(clock.due_at, now)}{missed}，{due}{to}"


def status_word(clock: ReportClock) -> str:
    """Return how a clock stands; what is no report is done, not reported."""
    if clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE:
        return immediately(clock.task)
    if clock.status is ClockStatus.MET_LATE and clock.stage is None:
        return "超时"
    return CLOCK_STATUS[clock.status]


def short_clock(clock: ReportClock, now: datetime, first_word: str = FIRST_WORD) -> str:
    """Return a clock for a list: ▲ 首报（电话）已超8分."""
    if clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE:
        said = "立即补报" if clock.stage else "立即办"
    else:
        said = when.left(clock.due_at, now)
    return f"{SHAPE[clock.status]} {clock_title(clock, first_word)}{said}"


def grading_words(incident: Incident) -> str:
    """Return who decided on the level and when, or that nobody has."""
    name, at = incident.level_confirmed_by, incident.level_confirmed_at
    if name is None or at is None:
        return "还没有人认定。未定级时按本单位选定的一档计时。"
    reason = f"：{incident.level_reason}" if incident.level_reason else ""
    return f"{LEVEL[incident.level]}，{name}{when.full(at)}认定{reason}"


def is_advice_new(incident: Incident, suggestion: Suggestion) -> bool:
    """Tell whether the figures now say another level than the one a person decided."""
    is_decided = incident.level_confirmed_by is not None
    is_said = suggestion.figure is not None and suggestion.level is not incident.level
    return is_decided and is_said and not incident.is_closed


def advice_words(incident: Incident, suggestion: Suggestion) -> str:
    """Return what the figures say; where that moved since the decision, that it did."""
    reason = suggestion_reason(suggestion)
    if not is_advice_new(incident, suggestion):
        return reason
    return f"建议已变为{LEVEL[suggestion.level]}（{reason}）。按 Ctrl+Y 认定。"


def report_words(report: Report, now: datetime, first_word: str = FIRST_WORD) -> str:
    """Return one report of the chain in one line."""
    parts = [
        f"{stage_line(report, first_word)}（{MEDIUM[report.medium]}）",
        when.near(report.sent_at, now),
        f"报{'、'.join(report.report_to)}",
    ]
    if report.issue_no is not None:
        parts.append(f"第{report.issue_no}期")
    if report.receiver:
        parts.append(f"接收人{report.receiver}")
    if report.is_read_back:
        parts.append("已复述核对")
    if report.already_told:
        parts.append(f"已告知{report.already_told}")
    if report.instruction:
        parts.append(f"对方指示：{report.instruction}")
    if report.signed_by:
        parts.append(f"签发{report.signed_by}")
    parts.append(judged_words(report))
    return "　".join(part for part in parts if part)


def proposed_stage(reports: Sequence[Report], medium: ReportMedium) -> ReportStage:
    """Return the stage that comes next by a medium: 首报 until it was made, then 续报."""
    if has_final(reports):
        return ReportStage.FINAL
    made = any(one.stage is ReportStage.FIRST and one.medium is medium for one in reports)
    return ReportStage.FOLLOW_UP if made else ReportStage.FIRST


def proposed_medium(reports: Sequence[Report]) -> ReportMedium:
    """Return 电话 before anything was said, then 书面."""
    return ReportMedium.WRITTEN if reports else ReportMedium.PHONE


def level_choice(level: IncidentLevel | None) -> str:
    """Return the word of a level in a list to choose from."""
    if level is None or level is IncidentLevel.UNCLASSIFIED:
        return "暂不认定"
    return LEVEL[level]


def _receiver(clock: ReportClock) -> str:
    to = clock.rule.report_to if clock.rule else ""
    if not to:
        return ""
    is_reported = clock.stage is not None or clock.task in REPORTED_TASKS
    return f"，报{to}" if is_reported else f"，{to}"


def judged_words(report: Report, *, with_reason: bool = True) -> str:
    """Return 按时, 升级后补报, 迟报8分 with why; nothing where no clock ran."""
    if report.is_met is None:
        return ""
    if report.late_by_minutes:
        reason = f"（{report.late_reason}）" if report.late_reason and with_reason else ""
        return f"迟报{report.late_by_minutes}分{reason}"
    return "升级后补报" if report.is_after_upgrade else "按时"
