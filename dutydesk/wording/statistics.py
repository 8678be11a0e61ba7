"""Words of statistics on screen and on paper."""

from __future__ import annotations

from datetime import timedelta

from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.statistics import LateReport, OnTime, Statistics
from dutydesk.wording.incident import LEVEL, MEDIUM, chinese_number, stage_word
from dutydesk.wording.when import span

TITLE = "信息报送统计"
UNSENT = "未报"
NO_REASON = "未写原因"
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def percent(met: int, due: int) -> str:
    """Return 66.7%, 100%, or — where nothing had a limit."""
    if not due:
        return "—"
    return f"{100 * met / due:.1f}".removesuffix(".0") + "%"


def stage_and_medium(stage: ReportStage, medium: ReportMedium, first_word: str) -> str:
    """Return 首报（电话）."""
    return f"{stage_word(stage, first_word)}（{MEDIUM[medium]}）"


def on_time_words(one: OnTime, first_word: str) -> str:
    """Return 首报（电话）应报3份，按时2份，按时率66.7%."""
    said = stage_and_medium(one.stage, one.medium, first_word)
    return f"{said}应报{one.due}份，按时{one.met}份，按时率{percent(one.met, one.due)}"


def late_stage(late: LateReport, first_word: str) -> str:
    """Return 续报二（书面）; what was not sent yet has no number."""
    word = stage_word(late.stage, first_word)
    if late.stage is ReportStage.FOLLOW_UP and late.sequence_no:
        word += chinese_number(late.sequence_no)
    return f"{word}（{MEDIUM[late.medium]}）"


def late_words(late: LateReport) -> str:
    """Return 迟报8分, or 未报，已超2时5分."""
    minutes = _minutes(late.late_by_minutes)
    return f"迟报{minutes}" if late.sent_at is not None else f"{UNSENT}，已超{minutes}"


def summary(statistics: Statistics) -> str:
    """Return the figures in one line, 突发事件12起（重大1起、较大11起）；报告30份 and so on."""
    levels = "、".join(
        f"{LEVEL[level]}{count}起"
        for level, count in zip(IncidentLevel, statistics.by_level, strict=True)
        if count
    )
    parts = [f"突发事件{statistics.incident_count}起{f'（{levels}）' if levels else ''}"]
    if statistics.near_miss_count:
        parts.append(f"其中较大涉险事故{statistics.near_miss_count}起")
    if statistics.exit_count:
        parts.append(f"误报和非突发事件{statistics.exit_count}起，不计入")
    due, met = statistics.total_on_time
    parts.append(f"报告{statistics.report_count}份")
    if due:
        parts.append(f"有时限{due}份，按时{met}份，按时率{percent(met, due)}")
    return "；".join(parts) + "。"


def _minutes(minutes: int) -> str:
    return span(timedelta(minutes=minutes))
