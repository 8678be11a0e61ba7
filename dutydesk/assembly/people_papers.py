"""Which feature of people composes which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.assembly.incident_papers import composed
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.paper import Composed, Sources

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def people_sources(room: DutyRoom) -> Sources:
    """Return the functions that compose the papers of people."""

    def roster_sheet(request: PaperRequest) -> Composed:
        value = room.roster_sheet.sheet(request)
        month = value.month.isoformat()[:7]
        return composed(PaperKind.ROSTER_SHEET, month, value, month)

    return {PaperKind.ROSTER_SHEET: roster_sheet}
