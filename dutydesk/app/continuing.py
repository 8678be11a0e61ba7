"""From one log to the other: an entry that goes on with a matter is written in the front room."""

# ruff: noqa: PLC0415 -- what a room needs is loaded with the room

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.main_window import DeskWindow

if TYPE_CHECKING:
    from dutydesk.domain.duty_log import ListedEntry
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel
    from dutydesk.ui.duty_log.log_panel import LogPanel


def attach_whole_log(room: DutyRoom, panel: LogPanel) -> None:
    """Let the whole log go on with an entry, and go to what one goes on with."""
    from dutydesk.ui.duty_log.log_matters import LogMatters

    LogMatters(panel, room.duty_log, partial(_go_on_with, panel.desk))


def attach_front_room(panel: DutyDeskPanel) -> None:
    """Let the front room show an entry of another shift."""
    panel.matters.elsewhere.connect(partial(show_entry, panel.desk))


def _go_on_with(desk: Desk, listed: ListedEntry) -> None:
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel
    from dutydesk.ui.duty_log.matter_deeds import go_on_with

    window = desk.notices.window()
    if not isinstance(window, DeskWindow):
        return
    window.enter("duty_desk")
    front = window.room()
    if isinstance(front, DutyDeskPanel):
        go_on_with(desk, front.form, listed)


def show_entry(desk: Desk, entry_id: str) -> None:
    """Show an entry in the whole log."""
    from dutydesk.ui.duty_log.log_matters import LogMatters

    window = desk.notices.window()
    if not isinstance(window, DeskWindow):
        return
    window.enter("duty_log")
    log = window.room()
    matters = log.findChild(LogMatters) if log is not None else None
    if matters is not None:
        matters.show_entry(entry_id)
