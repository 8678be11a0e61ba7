"""Where a paper comes from that binds what several features compose: 迎检材料."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.assembly.incident_papers import composed
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_spot_check_pack import SpotCheckPack
from dutydesk.services.month_volume import MonthSheets
from dutydesk.services.paper import Composed, Sources

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def bound_sources(room: DutyRoom) -> Sources:
    """Return the function that composes each paper that binds others."""

    def spot_check_pack(request: PaperRequest) -> Composed:
        parts = room.spot_check.parts(request)
        months = (
            PaperRequest(PaperKind.ROSTER_SHEET, month=month, is_masked=request.is_masked)
            for month in parts.months
        )
        view = room.statistics.of(parts.span)
        value = SpotCheckPack(
            parts.unit,
            parts.span,
            parts.is_practice,
            rosters=tuple(room.roster_sheet.sheet(one) for one in months),
            sheets=MonthSheets(room.log_sheet.each, parts.shift_ids),
            shift_count=len(parts.shift_ids),
            records=tuple(room.handover.record(one) for one in parts.handover_ids),
            record_count=len(parts.handover_ids),
            late=view.statistics.late,
            first_word=view.first_word,
            tested=parts.tested,
        )
        subject = parts.span.subject
        return composed(request.kind, subject, value, subject)

    return {PaperKind.SPOT_CHECK_PACK: spot_check_pack}
