"""The lines that incidents leave in the duty log by themselves."""

from __future__ import annotations

from dutydesk.domain.incident import Grading, Incident
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.wording.incident import CATEGORY, EXIT_REASON, FIRST_WORD, LEVEL, MEDIUM
from dutydesk.wording.near_miss import NEAR_MISS, near_miss_change
from dutydesk.wording.report import correction_words, stage_line


def opened_entry(incident: Incident) -> str:
    """Return the line of an opened incident."""
    kind = f"{CATEGORY[incident.category]}·{incident.kind}"
    level = LEVEL[incident.level]
    near_miss = f"，{NEAR_MISS}" if incident.is_serious_near_miss else ""
    return f"登记突发事件：{_named(incident)}，{kind}，{incident.place}，{level}{near_miss}。"


def graded_entry(incident: Incident, before: Grading, after: Grading) -> str:
    """Return the line of a decision on the level on 敏感 or 较大涉险."""
    changes = []
    if before.level is not after.level:
        changes.append(f"等级由{LEVEL[before.level]}认定为{LEVEL[after.level]}")
    if before.is_sensitive is not after.is_sensitive:
        changes.append("列为敏感事件" if after.is_sensitive else "不再列为敏感事件")
    near_miss = near_miss_change(before, after)
    if near_miss:
        changes.append(near_miss)
    said = "，".join(changes) or f"等级认定为{LEVEL[after.level]}"
    return f"{_named(incident)}：{said}，{after.reason.rstrip('。')}。"


def reported_entry(
    incident: Incident,
    report: Report,
    first_word: str = FIRST_WORD,
    corrected: Report | None = None,
) -> str:
    """Return the line of a report, as in 电话报告区政府总值班室（首报）."""
    verb = "报告" if report.medium is ReportMedium.PHONE else "报送"
    to = "、".join(report.report_to)
    line = stage_line(report, first_word)
    parts = [f"{MEDIUM[report.medium]}{verb}{to}（{line}）：{_named(incident)}"]
    if report.issue_no is not None:
        parts.append(f"第{report.issue_no}期")
    if corrected is not None:
        parts.append(correction_words(report, corrected))
    if report.bypass_reason.strip():
        parts.append(f"越级上报（{report.bypass_reason.strip().rstrip('。')}）")
    if report.receiver:
        parts.append(f"接收人{report.receiver}")
    if report.is_read_back:
        parts.append("已复述核对")
    if report.signed_by:
        parts.append(f"签发{report.signed_by}")
    if report.late_by_minutes:
        parts.append(f"超时{report.late_by_minutes}分钟")
    return "，".join(parts) + "。"


def closed_entry(incident: Incident) -> str:
    """Return the line of an ended incident: with its final report, or as 误报."""
    if incident.exit_reason is None:
        return f"{_named(incident)}已结束，终报已报出。"
    reason = EXIT_REASON[incident.exit_reason]
    return f"{_named(incident)}按{reason}结束：{incident.exit_note.rstrip('。')}。"


def _named(incident: Incident) -> str:
    return f"{incident.title}（{incident.incident_no}）"
