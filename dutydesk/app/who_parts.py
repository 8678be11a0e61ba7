"""谁管这事, asked from anywhere: what the room shows is what is asked about."""

# ruff: noqa: PLC0415 -- loaded when it is asked

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.main_window import DeskWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dutydesk.ui.rooms import RoomPanel

BeginCall = Callable[[Desk, str, str, str], None]

WHO = ActionSpec(
    "who.open", "谁管这事：按地点和种类找人", "Ctrl+Shift+W", ActionGroup.VIEW, "users"
)


def attach_who(room: DutyRoom, desk: Desk, window: QWidget, call: BeginCall) -> None:
    """Give the window the way to 谁管这事; ``call`` begins an outgoing call."""
    desk.actions.add(WHO, partial(_open, room, desk, window, call), window)


def _open(room: DutyRoom, desk: Desk, window: QWidget, call: BeginCall) -> None:
    from dutydesk.ui.responsibility.who_dialog import WhoDialog

    shown = window.room() if isinstance(window, DeskWindow) else None
    dialog = WhoDialog(desk, room.responsibility, _asked(shown), window)
    dialog.call_wanted.connect(partial(call, desk))
    dialog.list_wanted.connect(partial(_open_list, room, desk, dialog))
    dialog.open()


def _open_list(room: DutyRoom, desk: Desk, over: QWidget) -> None:
    from dutydesk.ui.responsibility.list_dialog import ResponsibilityListDialog

    ResponsibilityListDialog(desk, room.responsibility, room.officer, over).open()


def _asked(panel: RoomPanel | None) -> str:
    """Return what the room is about: what is being typed, else what is selected."""
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel
    from dutydesk.ui.duty_log.log_panel import LogPanel
    from dutydesk.ui.incident.panel import IncidentPanel

    if isinstance(panel, DutyDeskPanel) and not panel.form.is_empty():
        return panel.form.fields.text.toPlainText()
    if isinstance(panel, DutyDeskPanel | LogPanel):
        listed = panel.selected()
        return listed.entry.text if listed is not None else ""
    if isinstance(panel, IncidentPanel):
        view = panel.selected()
        return f"{view.incident.place} {view.incident.title}" if view is not None else ""
    return ""
