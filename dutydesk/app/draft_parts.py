"""稿件 in the room of incidents: its verbs for the palette, and its making."""

# ruff: noqa: PLC0415 -- loaded with the room

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom

if TYPE_CHECKING:
    from dutydesk.domain.officer import Officer
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.incident.panel import IncidentPanel


def draft_verbs() -> Sequence[ActionSpec]:
    """Return the verbs."""
    from dutydesk.ui.incident.draft_deed import VERBS

    return VERBS


def attach_drafts(room: DutyRoom, panel: IncidentPanel) -> None:
    """Hang it on the panel."""
    from dutydesk.ui.incident.draft_deed import DraftDeed
    from dutydesk.ui.incident.draft_services import DraftServices

    def first_word() -> str:
        return panel.deeds.first_word

    def officers() -> Sequence[Officer]:
        # The leader of the shift comes first: he is the one who is asked.
        lead = room.shift.view().lead
        return sorted(room.officer.officers(), key=lambda one: one != lead)

    services = DraftServices(room.report_draft, room.report_delivery, officers, first_word)
    DraftDeed(panel, services)
