"""Reports on their way as tests take them through the chain."""

from __future__ import annotations

from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.incident import Incident
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import DraftReport, Report, ReportMedium, ReportStage
from dutydesk.domain.report_draft import ReportDraft, Sending, Signoff
from dutydesk.domain.signature_form import SignatureForm
from tests.builders import PIN, Staff

CLI = Actor("cli")
BY_PHONE = Signoff(form=SignatureForm.PHONE, person="丁副主任")


def in_person(officer_id: str, pin: str = PIN) -> Signoff:
    return Signoff(form=SignatureForm.IN_PERSON, officer_id=officer_id, pin=pin)


def asked_for(
    room: DutyRoom, incident: Incident, stage: str = "first", **more: Any
) -> DraftReport:
    facts: dict[str, Any] = {
        "id": room.report_draft.new_id(),
        "incident_id": incident.id,
        "stage": ReportStage(stage),
        "medium": ReportMedium.WRITTEN,
        "sent_at": room.clock.now(),
        "report_to": ("区政府总值班室",),
        "body": "一平房起火，正在扑救。",
    }
    return DraftReport(**(facts | more))


def save(room: DutyRoom, incident: Incident, stage: str = "first", **more: Any) -> ReportDraft:
    return room.report_draft.save(asked_for(room, incident, stage, **more), by=CLI).value


def ref(room: DutyRoom, draft: ReportDraft | Report) -> tuple[str, str]:
    return draft.id, room.report_draft.new_id()


def submitted(room: DutyRoom, draft: ReportDraft) -> ReportDraft:
    """Hand a draft in and, where the unit wants it, have it reviewed by telephone."""
    after = room.report_draft.submit(ref(room, draft), by=CLI).value
    if room.settings.all()["is_review_needed"]:
        by_phone = Signoff(form=SignatureForm.PHONE, person="戊主任")
        after = room.report_draft.review(ref(room, draft), by_phone, by=CLI).value
    return after


def signed(staffed: Staff, incident: Incident, stage: str = "first", **more: Any) -> ReportDraft:
    """Take a new draft to its signature by the leader."""
    room = staffed.room
    draft = submitted(room, save(room, incident, stage, **more))
    return room.report_draft.sign(ref(room, draft), in_person(staffed.lead.id), by=CLI).value


def send(room: DutyRoom, draft: ReportDraft, **more: Any) -> Report:
    facts = {"at": room.clock.now(), **more}
    return room.report_delivery.send(ref(room, draft), Sending(**facts), by=CLI).value
