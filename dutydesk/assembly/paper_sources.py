"""Which feature composes which paper; the only place where papers meet the features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.paper import Composed, PaperValue, Sources
from dutydesk.wording.paper import PAPER_KIND

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def paper_sources(room: DutyRoom) -> Sources:
    """Return the function that composes each kind of paper."""

    def log_sheet(request: PaperRequest) -> Composed:
        day, sheets = room.log_sheet.sheets(request.duty_date)
        return _composed(PaperKind.LOG_SHEET, day.isoformat(), sheets, day.isoformat())

    def directory(request: PaperRequest) -> Composed:
        value = room.directory.directory(is_masked=request.is_masked)
        dated = value.as_of.isoformat() if value.as_of else ""
        return _composed(PaperKind.DIRECTORY, dated, value, dated)

    return {PaperKind.LOG_SHEET: log_sheet, PaperKind.DIRECTORY: directory}


def _composed(kind: PaperKind, subject: str, value: PaperValue, name: str) -> Composed:
    return Composed(kind, subject, value, f"{PAPER_KIND[kind]}-{name}")
