"""The room 值班表 connected to its services, with the deeds that hang on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dutydesk.app.late import late
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.ui.desk import Desk
from dutydesk.ui.history.deed import HistoryDeed
from dutydesk.ui.roster.list_deed import ListDeed, ListServices
from dutydesk.ui.roster.month_deed import MonthDeed
from dutydesk.ui.roster.panel import RosterPanel
from dutydesk.ui.roster.people import find_people
from dutydesk.ui.roster.swap_deed import SwapDeed
from dutydesk.ui.roster.swap_dialog import SwapServices
from dutydesk.ui.roster.verbs import HISTORY


def roster_panel(
    room: DutyRoom, desk: Desk, show_paper: Callable[[PaperRequest], object]
) -> RosterPanel:
    """Return the room with everything that can be done in it."""
    find = partial(find_people, late(lambda: room.roster_people))
    panel = RosterPanel(desk, room.roster, find)
    SwapDeed(panel, SwapServices(room.roster, late(lambda: room.roster_swap), find))
    MonthDeed(panel, room.roster, show_paper)
    lists, trial = late(lambda: room.roster_list), late(lambda: room.roster_trial)
    files = late(lambda: room.roster_import)
    holiday = late(lambda: room.holiday)
    services = ListServices(room.roster, lists, trial, files, holiday, room.officer, find)
    ListDeed(panel, services)
    HistoryDeed(panel, late(lambda: room.history), partial(_chosen, panel), HISTORY)
    return panel


def _chosen(panel: RosterPanel) -> tuple[str, str] | None:
    seat = panel.selected()
    return ("roster_slot", seat.slot.id) if seat is not None and seat.slot is not None else None
