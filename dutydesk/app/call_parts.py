"""The room of call rounds, and what leads into it from other rooms."""

# ruff: noqa: PLC0415 -- panels are loaded when they are entered

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel, RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.incident.panel import IncidentPanel

CALL_ROUND = "call_round"
ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def call_round_spec(room: DutyRoom, show_paper: ShowPaper) -> RoomSpec:
    """Return the room of call rounds."""
    factory = partial(_call_round, room, show_paper)
    return RoomSpec(CALL_ROUND, "叫应", "phone-outgoing", "Shift+F12", factory, _verbs)


def begin_call_round(
    desk: Desk, *, warning_id: str | None = None, incident_id: str | None = None
) -> None:
    """Go to the room of call rounds and ask for one about a warning or an incident."""
    from dutydesk.ui.call_round.panel import CallRoundPanel
    from dutydesk.ui.call_round.start_dialog import CallMatter
    from dutydesk.ui.main_window import DeskWindow

    window = desk.notices.window()
    if not isinstance(window, DeskWindow):
        return
    window.enter(CALL_ROUND)
    panel = window.room()
    if isinstance(panel, CallRoundPanel):
        panel.begin_for(CallMatter(warning_id, incident_id))


def attach_calling(panel: IncidentPanel) -> None:
    """Let an incident begin a call round."""
    from dutydesk.ui.incident.call_deed import CallDeed

    def begin(incident_id: str) -> None:
        begin_call_round(panel.desk, incident_id=incident_id)

    CallDeed(panel).call_wanted.connect(begin)


def call_verbs() -> Sequence[ActionSpec]:
    """Return what the room of incidents gets, for the palette."""
    from dutydesk.ui.incident.call_deed import VERBS

    return VERBS


def _verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.call_round.verbs import VERBS

    return VERBS


def _call_round(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.call_round.panel import CallRoundPanel
    from dutydesk.ui.call_round.people import find_people
    from dutydesk.ui.call_round.start_dialog import CallServices

    services = CallServices(
        room.call_round, room.call_reading, partial(find_people, room.contacts)
    )
    return CallRoundPanel(desk, services, partial(show_paper, room, desk))
