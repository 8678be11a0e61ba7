"""Words of the timeline of an incident (事件脉络)."""

from __future__ import annotations

from dutydesk.domain.deadline import ClockStatus, ReportClock
from dutydesk.domain.incident import Grading, Incident, IncidentStatus
from dutydesk.domain.incident_notice import IncidentNotice
from dutydesk.domain.incident_timeline import IncidentTimeline, MarkKind, TimelineMark
from dutydesk.domain.initial_action import ActionTaken
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.wording import when
from dutydesk.wording.deadline_task import TASK, TASK_DONE
from dutydesk.wording.incident import (
    CLOCK_STATUS,
    EXIT_REASON,
    FIRST_WORD,
    LEVEL,
    MEDIUM,
    STATUS,
    clock_title,
    stage_word,
)
from dutydesk.wording.report import stage_line

TIMELINE = "事件脉络"

MARK_KIND = {
    MarkKind.OCCURRED: "事发",
    MarkKind.RECEIVED: "接报",
    MarkKind.GRADED: "定级",
    MarkKind.STATE: "状态",
    MarkKind.REPORT: "报告",
    MarkKind.NOTICE: "通报",
    MarkKind.INITIAL_ACTION: "先期处置",
    MarkKind.ENTRY: "记录",
}

MARK_SHAPE = {
    MarkKind.OCCURRED: "★",
    MarkKind.RECEIVED: "●",
    MarkKind.GRADED: "▲",
    MarkKind.STATE: "■",
    MarkKind.REPORT: "◆",
    MarkKind.NOTICE: "○",
    MarkKind.INITIAL_ACTION: "□",
    MarkKind.ENTRY: "・",
}
"""The shape of each kind on screen and paper: nothing is told by colour alone."""

LANE: dict[ReportMedium | None, str] = {
    ReportMedium.PHONE: "电话时限",
    ReportMedium.WRITTEN: "书面时限",
    None: "其他时限",
}


def graded_words(grading: Grading, *, is_first: bool) -> str:
    """Return 定为较大, 列为敏感, with who and why."""
    level = LEVEL[grading.level]
    said = [f"登记时{level}" if is_first else f"等级认定为{level}"]
    if grading.is_sensitive:
        said.append("敏感事件")
    if grading.is_serious_near_miss:
        said.append("较大涉险事故")
    reason = f"：{grading.reason.rstrip('。')}" if grading.reason else ""
    return f"{'，'.join(said)}（{grading.decided_by}）{reason}"


def reported_words(report: Report, first_word: str = FIRST_WORD) -> str:
    """Return 首报（电话）报区政府总值班室，按时."""
    said = f"{stage_line(report, first_word)}（{MEDIUM[report.medium]}）"
    corrects = "（更正）" if report.corrects_report_id is not None else ""
    issue = f"第{report.issue_no}期{corrects}，" if report.issue_no is not None else corrects
    return f"{said}{issue}报{'、'.join(report.report_to)}{judged(report)}"


def judged(report: Report) -> str:
    """Return ，按时 or ，迟报12分钟（线路不通）; nothing where no limit ran."""
    if report.is_met is None:
        return ""
    if report.late_by_minutes:
        reason = f"（{report.late_reason}）" if report.late_reason else ""
        return f"，迟报{report.late_by_minutes}分钟{reason}"
    return "，升级后补报" if report.is_after_upgrade else "，按时"


def clock_said(clock: ReportClock, first_word: str = FIRST_WORD) -> str:
    """Return a clock with its limit and how it ended."""
    title, due = clock_title(clock, first_word), f"时限{when.moment(clock.due_at)}"
    status = CLOCK_STATUS[clock.status]
    stopped_at = clock.stopped_at
    if stopped_at is None:
        return f"{title}：{due}，{status}"
    by = ""
    if clock.status is ClockStatus.MET_LATE:
        by = when.span(stopped_at - clock.due_at)
    done = TASK_DONE[clock.task].removeprefix("已")
    return f"{title}：{due}，{when.moment(stopped_at)}{done}，{status}{by}"


def clock_word(clock: ReportClock, first_word: str = FIRST_WORD) -> str:
    """Return 首报: the lane says by which medium."""
    return stage_word(clock.stage, first_word) if clock.stage else TASK[clock.task]


def status_words(incident: Incident) -> str:
    """Return how an incident ended."""
    if incident.exit_reason is not None:
        note = incident.exit_note.rstrip("。")
        return f"按{EXIT_REASON[incident.exit_reason]}结束（{incident.closed_by}）：{note}"
    return f"{STATUS[IncidentStatus.ENDED]}（{incident.closed_by}）"


def told_words(notice: IncidentNotice) -> str:
    """Return 119 王某，已出动两车; 119，未接通."""
    who = f"{notice.party} {notice.person}".strip()
    reached = "" if notice.is_reached else "未接通"
    return "，".join(part for part in (who, reached, notice.answer.rstrip("。")) if part)


def taken_words(taken: ActionTaken) -> str:
    """Return 人员疏散，消防救援站，12户."""
    parts = (taken.action, taken.done_by, taken.note.rstrip("。"))
    return "，".join(part for part in parts if part)


def mark_line(mark: TimelineMark) -> str:
    """Return one mark as a line of a list: 11月20日 08:12　◆ 报告　首报（电话）."""
    kind = f"{MARK_SHAPE[mark.kind]} {MARK_KIND[mark.kind]}"
    return f"{when.moment(mark.at)}　{kind}　{mark.words}"


def spoken_timeline(timeline: IncidentTimeline) -> str:
    """Return the whole of it as text, for whoever cannot see the picture."""
    return "\n".join(
        (*(mark_line(mark) for mark in timeline.marks), *(one.words for one in timeline.clocks))
    )
