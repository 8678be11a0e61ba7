"""Incidents, reports and clocks as JSON documents for programs and lines for people."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.deadline import DueClock
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.instants import to_json
from dutydesk.domain.report import Report
from dutydesk.services.incident import IncidentView
from dutydesk.wording.deadline_rule import clock_rule
from dutydesk.wording.incident import CLOCK_STATUS, LEVEL, MEDIUM, STATUS, clock_title
from dutydesk.wording.near_miss import NEAR_MISS, near_miss_advice
from dutydesk.wording.report import stage_line
from dutydesk.wording.when import left, near, with_year


def incident_document(view: IncidentView, first_word: str) -> dict[str, object]:
    """Return one incident with its clocks and reports."""
    incident = view.incident
    return {
        "id": incident.id,
        "incident_no": incident.incident_no,
        "title": incident.title,
        "category": incident.category.value,
        "kind": incident.kind,
        "place": incident.place,
        "received_at": to_json(incident.received_at),
        "occurred_at": _instant(incident.occurred_at),
        "source": incident.source,
        "situation": incident.situation,
        "cause": incident.cause,
        "measures": incident.measures,
        "next_steps": incident.next_steps,
        **incident.figures(),
        "is_sensitive": incident.is_sensitive,
        "is_serious_near_miss": incident.is_serious_near_miss,
        "near_miss_reason": incident.near_miss_reason,
        "near_miss_advice": near_miss_advice(view.near_miss),
        "level": incident.level.value,
        "suggested_level": incident.suggested_level.value,
        "level_reason": incident.level_reason,
        "level_confirmed_by": incident.level_confirmed_by,
        "level_confirmed_at": _instant(incident.level_confirmed_at),
        "status": incident.status.value,
        "exit_reason": incident.exit_reason.value if incident.exit_reason else None,
        "exit_note": incident.exit_note,
        "origin_entry_id": incident.origin_entry_id,
        "opened_at": to_json(incident.opened_at),
        "opened_by": incident.opened_by,
        "closed_at": _instant(incident.closed_at),
        "clocks": [clock_document(DueClock(incident, clock), first_word) for clock in view.clocks],
        "reports": [report_document(report) for report in view.reports],
    }


def clock_document(due: DueClock, first_word: str) -> dict[str, object]:
    """Return one clock with the incident it belongs to; ``rule`` is the rule in words."""
    clock = due.clock
    return {
        "incident_id": clock.incident_id,
        "incident_no": due.incident.incident_no,
        "title": due.incident.title,
        "stage": (clock.stage or clock.task).value,
        "medium": clock.medium.value if clock.medium else None,
        "rule": _rule(due, first_word),
        "starts_at": to_json(clock.starts_at),
        "due_at": to_json(clock.due_at),
        "status": clock.status.value,
        "minutes_left": clock.minutes_left,
        "upgraded_at": _instant(clock.upgraded_at),
        "is_start_replaced": clock.is_start_replaced,
        "missed_count": clock.missed_count,
    }


def report_document(report: Report) -> dict[str, object]:
    """Return one report."""
    return {
        "report_id": report.id,
        "incident_id": report.incident_id,
        "stage": report.stage.value,
        "medium": report.medium.value,
        "sequence_no": report.sequence_no,
        "issue_year": report.issue_year,
        "issue_no": report.issue_no,
        "title": report.title,
        "body": report.body,
        "figures": dict(report.figures),
        "level": report.level.value,
        "report_to": list(report.report_to),
        "copy_to": list(report.copy_to),
        "receiver": report.receiver,
        "drafted_by": report.drafted_by,
        "reviewed_by": report.reviewed_by,
        "signed_by": report.signed_by,
        "signature_form": report.signature_form.value if report.signature_form else None,
        "signed_at": to_json(report.signed_at),
        "sent_at": to_json(report.sent_at),
        "recorded_at": to_json(report.recorded_at),
        "rule": report.rule_text,
        "starts_at": _instant(report.starts_at),
        "due_at": _instant(report.due_at),
        "met": report.is_met,
        "late_by_minutes": report.late_by_minutes,
        "late_reason": report.late_reason,
        "is_after_upgrade": report.is_after_upgrade,
        "corrects_report_id": report.corrects_report_id,
        "bypass_reason": report.bypass_reason,
        "already_told": report.already_told,
        "instruction": report.instruction,
        "is_read_back": report.is_read_back,
    }


def incident_line(view: IncidentView, first_word: str) -> str:
    """Return one incident as a line for people, with its running clocks."""
    incident = view.incident
    level = LEVEL[incident.level]
    is_suggested = incident.suggested_level is not IncidentLevel.UNCLASSIFIED
    if incident.level_confirmed_by is None and is_suggested:
        level += f"（建议{LEVEL[incident.suggested_level]}）"
    if incident.is_serious_near_miss:
        level += f" {NEAR_MISS}"
    clocks = "；".join(
        f"{clock_title(clock, first_word)}{with_year(clock.due_at)}前"
        for clock in view.clocks
        if clock.is_open
    )
    return (
        f"{incident.incident_no} {incident.title} {incident.place} {level}"
        f" {STATUS[incident.status]}{'；' if clocks else ''}{clocks} {incident.id}"
    )


def report_line(report: Report, first_word: str) -> str:
    """Return one report as a line for people."""
    issue = f" 第{report.issue_no}期" if report.issue_no is not None else ""
    late = f" 迟报{report.late_by_minutes}分钟" if report.late_by_minutes else ""
    return (
        f"{stage_line(report, first_word)}（{MEDIUM[report.medium]}）{issue}"
        f" {with_year(report.sent_at)} → {'、'.join(report.report_to)}{late}"
    )


def due_line(due: DueClock, now: datetime, first_word: str) -> str:
    """Return one running clock as a line for people."""
    clock = due.clock
    return (
        f"{left(clock.due_at, now)} {clock_title(clock, first_word)} {near(clock.due_at, now)}前"
        f" {due.incident.incident_no} {due.incident.title}（{CLOCK_STATUS[clock.status]}）"
    )


def _rule(due: DueClock, first_word: str) -> str:
    clock = due.clock
    if clock.report is not None and clock.report.stage is clock.stage:
        return clock.report.rule_text
    if clock.done is not None:
        return clock.done.rule_text
    return clock_rule(clock, due.incident.level, first_word)


def _instant(value: datetime | None) -> str | None:
    return to_json(value) if value is not None else None
