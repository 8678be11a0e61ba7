"""What the lines of an incident's dossier say, each made from one record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dutydesk.domain.deadline import ClockStatus, ReportClock
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.incident import NARRATIVE, Grading, Incident, IncidentLevel
from dutydesk.domain.incident_timeline import IncidentTimeline
from dutydesk.domain.paper_incident_dossier import (
    AttachmentLine,
    ClockLine,
    EntryLine,
    GradingLine,
    ReportPart,
    TimeLine,
)
from dutydesk.domain.report import Report
from dutydesk.wording import when
from dutydesk.wording.attachment import size_words
from dutydesk.wording.casualties import BEING_VERIFIED
from dutydesk.wording.deadline_rule import clock_rule
from dutydesk.wording.deadline_task import judged_task
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.incident import (
    CATEGORY,
    CLOCK_STATUS,
    EXIT_REASON,
    FIELD,
    FIGURE,
    LEVEL,
    MEDIUM,
    STATUS,
    amount,
    clock_title,
)
from dutydesk.wording.incident_paper import BYPASS, report_marks
from dutydesk.wording.incident_timeline import MARK_KIND
from dutydesk.wording.incident_view import judged_words
from dutydesk.wording.report import stage_line
from dutydesk.wording.report_draft import SIGNATURE_FORM

_MISSED = frozenset(
    {ClockStatus.OVERDUE, ClockStatus.MET_LATE, ClockStatus.REPORT_NOW_AFTER_UPGRADE}
)
_SENSITIVE, _NEAR_MISS = "敏感", "较大涉险"
_FINGERPRINT = 16
READ_BACK = "（已复述核对）"


def status_words(incident: Incident) -> str:
    """Return 已结束, or 已结束（误报：烟雾探测器故障）."""
    reason = EXIT_REASON[incident.exit_reason] if incident.exit_reason else ""
    note = "：".join(filter(None, (reason, incident.exit_note.strip())))
    return f"{STATUS[incident.status]}（{note}）" if note else STATUS[incident.status]


def fact_pairs(incident: Incident) -> tuple[tuple[str, str], ...]:
    """Return what the incident is: kind, place, times, source, what marks it."""
    occurred = when.with_year(incident.occurred_at) if incident.occurred_at else BEING_VERIFIED
    marks = [
        word
        for word, is_so in (
            (_SENSITIVE, incident.is_sensitive),
            (_NEAR_MISS, incident.is_serious_near_miss),
        )
        if is_so
    ]
    stable = [("基本稳定", when.with_year(incident.stable_at))] if incident.stable_at else []
    closed = [("结束人", incident.closed_by)] if incident.closed_by else []
    return (
        (FIELD["category"], CATEGORY[incident.category]),
        (FIELD["kind"], incident.kind),
        (FIELD["occurred_at"], occurred),
        (FIELD["received_at"], when.with_year(incident.received_at)),
        ("登记", f"{incident.opened_by} {when.moment(incident.opened_at)}"),
        ("特别情形", "、".join(marks) or "无"),
        *stable,
        *closed,
        (FIELD["place"], incident.place),
        (FIELD["source"], incident.source.strip() or "未填写"),
    )


def figure_pairs(incident: Incident) -> tuple[tuple[str, str], ...]:
    """Return every figure that was stated."""
    return tuple(
        (FIGURE[name], amount(name, value))
        for name, value in incident.figures().items()
        if value is not None
    )


def text_pairs(incident: Incident) -> tuple[tuple[str, str], ...]:
    """Return what was written, and the figures that nobody stated."""
    open_ones = [FIGURE[name] for name, value in incident.figures().items() if value is None]
    written = [
        (FIELD[name], text) for name in NARRATIVE if (text := getattr(incident, name).strip())
    ]
    unstated = [("没有报过的数字", "、".join(open_ones))] if open_ones else []
    return (*written, *unstated)


def grading_line(grading: Grading) -> GradingLine:
    """Return one decision on the level with its author and reason."""
    marks = [LEVEL[grading.level]]
    marks += [_SENSITIVE] if grading.is_sensitive else []
    marks += [_NEAR_MISS] if grading.is_serious_near_miss else []
    return GradingLine(grading.decided_at, grading.decided_by, "\n".join(marks), grading.reason)


def clock_line(clock: ReportClock, first_word: str, level: IncidentLevel) -> ClockLine:
    """Return one limit: met, missed or running, by which rule, and why it was late."""
    report, done = clock.report, clock.done
    if report is not None:
        rule, result = report.rule_text, judged_words(report, with_reason=False)
    elif done is not None:
        rule, result = done.rule_text, judged_task(replace(done, late_reason=""))
    else:
        rule = clock_rule(clock, level, first_word)
        result = ""
    return ClockLine(
        name=clock_title(clock, first_word),
        starts_at=clock.starts_at,
        due_at=clock.due_at,
        result=result or CLOCK_STATUS[clock.status],
        rule=rule,
        sent_at=clock.stopped_at,
        reason=report.late_reason if report else done.late_reason if done else "",
        is_missed=clock.status in _MISSED,
    )


def report_lines(
    reports: Iterable[Report], clocks: Iterable[ReportClock], first_word: str
) -> list[ClockLine]:
    """Return the limits of reports that no clock tells of: follow-ups come again and again."""
    told = {one.report.id for one in clocks if one.report is not None}
    return [
        ClockLine(
            name=f"{stage_line(one, first_word)}（{MEDIUM[one.medium]}）",
            starts_at=one.starts_at,
            due_at=one.due_at,
            result=judged_words(one, with_reason=False),
            rule=one.rule_text,
            sent_at=one.sent_at,
            reason=one.late_reason,
            is_missed=bool(one.late_by_minutes),
        )
        for one in reports
        if one.id not in told and one.starts_at is not None and one.due_at is not None
    ]


def report_part(report: Report, first_word: str, others: Mapping[str, Report]) -> ReportPart:
    """Return one report in full with how it was made and judged."""
    corrected = others.get(report.corrects_report_id or "")
    bypass = report.bypass_reason.strip()
    marks = [
        f"{mark}：{bypass}" if mark == BYPASS else mark for mark in report_marks(report, corrected)
    ]
    return ReportPart(
        name=f"{stage_line(report, first_word)}（{MEDIUM[report.medium]}）",
        sent_at=report.sent_at,
        title=report.title if report.issue_no is not None else "",
        body=tuple(line for line in report.body.splitlines() if line.strip()),
        issue_no=f"第{report.issue_no}期" if report.issue_no is not None else "",
        report_to=report.report_to,
        copy_to=report.copy_to,
        receiver=_receiver(report),
        drafted_by=report.drafted_by,
        reviewed_by=report.reviewed_by,
        signed_by=_signed(report),
        judged=judged_words(report),
        already_told=report.already_told,
        instruction=report.instruction,
        marks=tuple(marks),
    )


def _receiver(report: Report) -> str:
    return report.receiver + READ_BACK if report.is_read_back else report.receiver


def _signed(report: Report) -> str:
    form = report.signature_form
    return f"{report.signed_by}（{SIGNATURE_FORM[form]}）" if form else report.signed_by


def entry_line(listed: ListedEntry) -> EntryLine:
    """Return one entry of the duty log; a corrected one stays, struck."""
    entry = listed.entry
    source = " ".join(filter(None, (entry.source, entry.person, entry.phone)))
    text = "\n".join(filter(None, (entry.text, entry.handling and f"处理：{entry.handling}")))
    return EntryLine(
        duty_date=listed.duty_date,
        no=entry.no,
        at=entry.at,
        kind=ENTRY_KIND[entry.kind],
        text=text,
        recorder=entry.recorder,
        source=source,
        is_struck=listed.is_struck,
    )


def attachment_lines(entries: Iterable[ListedEntry]) -> tuple[AttachmentLine, ...]:
    """Return every file once, also one that was withdrawn."""
    lines = {
        one.id: AttachmentLine(
            one.name,
            size_words(one.size),
            one.sha256[:_FINGERPRINT],
            f"{when.day(listed.duty_date)}\n第{listed.entry.no}条",
            is_withdrawn=one.is_withdrawn,
        )
        for listed in entries
        for one in listed.attachments
    }
    return tuple(lines.values())


def time_lines(timeline: IncidentTimeline) -> tuple[TimeLine, ...]:
    """Return the marks of the timeline as rows."""
    return tuple(TimeLine(one.at, MARK_KIND[one.kind], one.words) for one in timeline.marks)
