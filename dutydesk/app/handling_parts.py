"""What hangs on the room of incidents about handling one: calls, first actions, lists, closing."""

# ruff: noqa: PLC0415 -- the panel is loaded when it is entered

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom

if TYPE_CHECKING:
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.incident.panel import IncidentPanel


def handling_verbs() -> Sequence[ActionSpec]:
    """Return the verbs of all of it, for the palette."""
    from dutydesk.ui.incident import closing_deed, handling_deed, handling_lists, timeline_deed

    return (*handling_deed.VERBS, *timeline_deed.VERBS, *closing_deed.VERBS, *handling_lists.VERBS)


def attach_handling(room: DutyRoom, panel: IncidentPanel) -> None:
    """Hang all of it on the panel."""
    from dutydesk.ui.incident.closing_deed import ClosingDeed, ClosingServices
    from dutydesk.ui.incident.handling_deed import HandlingDeed, HandlingServices
    from dutydesk.ui.incident.handling_lists import HandlingListDeed
    from dutydesk.ui.incident.timeline_deed import TimelineDeed
    from dutydesk.ui.incident.told_people import find_people
    from dutydesk.ui.owner_choice import find_owners

    find = partial(find_people, room.contacts)
    HandlingDeed(panel, HandlingServices(room.incident_handling, room.incident, find))
    TimelineDeed(panel, room.incident_timeline)
    owners = partial(find_owners, room.contacts)
    ClosingDeed(panel, ClosingServices(room.incident_closing, room.incident_masking, owners))
    HandlingListDeed(panel, room.handling_list, room.officer)
