"""Reports on their way as JSON documents for programs and lines for people."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.instants import to_json
from dutydesk.domain.report import Report
from dutydesk.domain.report_draft import FollowedReport, ReportStep
from dutydesk.wording.report_draft import followed_words, step_words


def followed_document(one: FollowedReport) -> dict[str, object]:
    """Return one draft or written report with its steps; judged once it has left."""
    face = one.face
    sent = face if isinstance(face, Report) else None
    return {
        "report_id": face.id,
        "incident_id": face.incident_id,
        "state": one.state.value,
        "stage": face.stage.value,
        "medium": face.medium.value,
        "sequence_no": face.sequence_no,
        "issue_year": face.issue_year,
        "issue_no": face.issue_no,
        "title": face.title,
        "body": face.body,
        "figures": dict(face.figures),
        "level": face.level.value,
        "report_to": list(face.report_to),
        "copy_to": list(face.copy_to),
        "receiver": face.receiver,
        "drafted_by": face.drafted_by,
        "reviewed_by": face.reviewed_by,
        "signed_by": face.signed_by,
        "signature_form": face.signature_form.value if face.signature_form else None,
        "signed_at": _instant(face.signed_at),
        "sent_at": _instant(sent.sent_at if sent else None),
        "due_at": _instant(sent.due_at if sent else None),
        "met": sent.is_met if sent else None,
        "late_by_minutes": sent.late_by_minutes if sent else None,
        "corrects_report_id": face.corrects_report_id,
        "bypass_reason": face.bypass_reason,
        "steps": [_step_document(step) for step in one.steps],
    }


def followed_line(one: FollowedReport, first_word: str) -> str:
    """Return one report as a line for people; its id stands at the end."""
    return f"{followed_words(one, first_word)}　{one.face.title} {one.id}"


def step_line(step: ReportStep, now: datetime) -> str:
    """Return one step as a line for people."""
    return f"  {step_words(step, now)}"


def _step_document(step: ReportStep) -> dict[str, object]:
    return {
        "step": step.step.value,
        "person": step.person,
        "form": step.form.value if step.form else None,
        "at": to_json(step.at),
        "reason": step.reason,
        "recorder": step.recorder,
        "recorded_at": to_json(step.recorded_at),
    }


def _instant(at: datetime | None) -> str | None:
    return to_json(at) if at else None
