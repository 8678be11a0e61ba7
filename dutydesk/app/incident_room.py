"""The room of incidents with everything that hangs on it.

A part of the room that is no list and no fact of the incident (what was told to whom, drafts of
reports, pictures …) is a *deed* in a file of its own in ``ui/incident``: a ``QObject`` given the
panel and its service, which adds its verbs by ``panel.deeds.add``, its section by
``panel.detail.add_section``, and fills that whenever ``panel.view_shown`` comes. It is named twice
here: its verbs for the palette, and its making.
"""

# ruff: noqa: PLC0415 -- the panel is loaded when it is entered

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.app.bulletin_room import attach_papers
from dutydesk.app.call_parts import attach_calling, call_verbs
from dutydesk.app.continuing import show_entry
from dutydesk.app.draft_parts import attach_drafts, draft_verbs
from dutydesk.app.handling_parts import attach_handling, handling_verbs
from dutydesk.app.record_deeds import attach_records, record_verbs
from dutydesk.app.rule_parts import attach_rules, rule_verbs
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel, RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.ui.actions import ActionSpec

ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def incident_spec(room: DutyRoom, show_paper: ShowPaper) -> RoomSpec:
    """Return the room of incidents."""
    factory = partial(_incident, room, show_paper)
    return RoomSpec("incident", "突发事件", "siren", "F7", factory, _verbs)


def _verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.incident import level_deed, paper_deed, paste_deed, sources_deed
    from dutydesk.ui.incident.deeds import VERBS

    hung_on = (*level_deed.VERBS, *paste_deed.VERBS, *handling_verbs(), *call_verbs())
    more = (*rule_verbs(), *draft_verbs(), *sources_deed.VERBS, *paper_deed.VERBS)
    return (*VERBS, *hung_on, *more, *record_verbs("incident"))


def _incident(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.incident.deeds import Services
    from dutydesk.ui.incident.level_deed import LevelDeed
    from dutydesk.ui.incident.panel import IncidentPanel
    from dutydesk.ui.incident.paste_deed import PasteDeed
    from dutydesk.ui.incident.sources_deed import SourcesDeed

    services = Services(room.incident, room.incident_report, room.duty_log)
    panel = IncidentPanel(desk, services, partial(show_paper, room, desk))
    panel.deeds.show_entry = partial(show_entry, desk)
    attach_handling(room, panel)
    attach_calling(panel)
    attach_rules(room, panel)
    attach_papers(room, panel, partial(show_paper, room, desk))
    LevelDeed(panel, room.level, room.officer)
    PasteDeed(panel, lambda: room.message)
    attach_drafts(room, panel)
    SourcesDeed(panel, room.incident_report, partial(show_entry, desk))
    return attach_records(room, panel, "incident")
