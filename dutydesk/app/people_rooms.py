"""The rooms of people, connected to their services: roster, warnings, roll calls, nil reports."""

# ruff: noqa: PLC0415 -- a panel is imported when its room is entered

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.app.call_parts import call_round_spec
from dutydesk.app.reporting_rooms import reporting_specs
from dutydesk.app.warning_room import warning_spec
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel, RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.main_window import DeskWindow

ROSTER = "roster"
ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def people_specs(room: DutyRoom, show_paper: ShowPaper) -> tuple[RoomSpec, ...]:
    """Return the rooms in the order of the list."""
    return (
        RoomSpec(
            ROSTER,
            "值班表",
            "calendar-check",
            "Ctrl+F8",
            partial(_roster, room, show_paper),
            _roster_verbs,
        ),
        warning_spec(room, show_paper),
        call_round_spec(room, show_paper),
        *reporting_specs(room, show_paper),
    )


def _roster_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.roster.verbs import VERBS

    return VERBS


def _roster(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.app.roster_room import roster_panel

    return roster_panel(room, desk, partial(show_paper, room, desk))


def attach_reminder(room: DutyRoom, window: DeskWindow) -> None:
    """Give the window 今日·明日值班, and its notice when tomorrow has a gap."""
    from dutydesk.ui.roster.reminder_desk import ReminderDesk

    ReminderDesk(window.desk, lambda: room.roster_duty, partial(window.enter, ROSTER), window)
