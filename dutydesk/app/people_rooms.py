"""The rooms of people, connected to their services: roster, warnings, roll calls, nil reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.paper_issue import PaperRequest

ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def people_specs(_room: DutyRoom, _show_paper: ShowPaper) -> tuple[RoomSpec, ...]:
    """Return the rooms in the order of the list."""
    return ()
