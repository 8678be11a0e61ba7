"""Which feature composes which paper; the only place where papers meet the features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.assembly.bound_papers import bound_sources
from dutydesk.assembly.bulletin_papers import bulletin_sources
from dutydesk.assembly.incident_papers import composed, incident_sources
from dutydesk.assembly.people_papers import people_sources
from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.instants import to_json
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from dutydesk.services.paper import Composed, Sources

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def paper_sources(room: DutyRoom) -> Sources:
    """Return the function that composes each kind of paper."""

    def log_sheet(request: PaperRequest) -> Composed:
        day, sheets = room.log_sheet.sheets(request.duty_date)
        return composed(PaperKind.LOG_SHEET, day.isoformat(), sheets, day.isoformat())

    def directory(request: PaperRequest) -> Composed:
        value = room.directory.directory(is_masked=request.is_masked)
        dated = value.as_of.isoformat() if value.as_of else ""
        return composed(PaperKind.DIRECTORY, dated, value, dated)

    def handover_record(request: PaperRequest) -> Composed:
        handover_id = request.handover_id or _last_handover(room)
        value = room.handover.record(handover_id)
        return composed(PaperKind.HANDOVER_RECORD, handover_id, value, value.no)

    def entry_register(request: PaperRequest) -> Composed:
        value = room.entry_register.register(request)
        subject = value.span.subject
        return composed(request.kind, subject, value, subject)

    def month_volume(request: PaperRequest) -> Composed:
        value = room.month_volume.volume(request.month)
        month = value.month.isoformat()[:7]
        return composed(PaperKind.MONTH_VOLUME, month, value, month)

    return {
        **_list_sources(room),
        **_ledger_sources(room),
        **incident_sources(room),
        **bulletin_sources(room),
        **bound_sources(room),
        **people_sources(room),
        PaperKind.LOG_SHEET: log_sheet,
        PaperKind.DIRECTORY: directory,
        PaperKind.HANDOVER_RECORD: handover_record,
        PaperKind.MONTH_VOLUME: month_volume,
        **dict.fromkeys(REGISTER_KINDS, entry_register),
    }


def _list_sources(room: DutyRoom) -> Sources:
    """Return the functions of the lists beside the log, each of a span of days."""

    def absence_list(request: PaperRequest) -> Composed:
        value = room.absence_list.absences(request)
        return composed(request.kind, value.span.subject, value, value.span.subject)

    def equipment_list(request: PaperRequest) -> Composed:
        value = room.equipment_list.equipment(request)
        return composed(request.kind, value.span.subject, value, value.span.subject)

    def drill_review(_request: PaperRequest) -> Composed:
        value = room.drill.sheet()
        return composed(PaperKind.DRILL_REVIEW, value.day, value, value.day)

    def stale_contact_list(request: PaperRequest) -> Composed:
        value = room.contact_paper.stale(is_masked=request.is_masked)
        dated = value.as_of.isoformat()
        return composed(PaperKind.STALE_CONTACT_LIST, dated, value, dated)

    def training_list(request: PaperRequest) -> Composed:
        value = room.contact_paper.training(request.month)
        return composed(PaperKind.TRAINING_LIST, str(value.year), value, str(value.year))

    return {
        PaperKind.STALE_CONTACT_LIST: stale_contact_list,
        PaperKind.TRAINING_LIST: training_list,
        PaperKind.ABSENCE_LIST: absence_list,
        PaperKind.EQUIPMENT_LIST: equipment_list,
        PaperKind.DRILL_REVIEW: drill_review,
    }


def _ledger_sources(room: DutyRoom) -> Sources:
    """Return how the papers of what is followed until it is closed are composed."""

    def directive_ledger(request: PaperRequest) -> Composed:
        value = room.directive_ledger.ledger(request)
        subject = value.span.subject
        return composed(PaperKind.DIRECTIVE_LEDGER, subject, value, subject)

    def open_item_list(_request: PaperRequest) -> Composed:
        value = room.directive_ledger.open_items()
        subject = to_json(value.as_of)[:16]
        name = subject.replace("T", "-").replace(":", "")
        return composed(PaperKind.OPEN_ITEM_LIST, subject, value, name)

    return {
        PaperKind.DIRECTIVE_LEDGER: directive_ledger,
        PaperKind.OPEN_ITEM_LIST: open_item_list,
    }


def _last_handover(room: DutyRoom) -> str:
    last = room.handover.last_completed()
    if last is None:
        raise NothingToPrint(PaperKind.HANDOVER_RECORD)
    return last.handover.id
