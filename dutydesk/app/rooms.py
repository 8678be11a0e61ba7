"""The rooms of the desk: each factory connects one panel to its services when it is entered.

Panels are imported inside their factory, so that the desk opens without loading all of them.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel, RoomSpec


def room_specs(room: DutyRoom) -> Sequence[RoomSpec]:
    """Return the rooms in the order of the list."""
    return (
        RoomSpec("duty_desk", "值班台", "clipboard-list", "F5", partial(_duty_desk, room)),
        RoomSpec("duty_log", "值班日志", "scroll-text", "Ctrl+L", partial(_duty_log, room)),
        RoomSpec("officer", "值班人员", "users", "Ctrl+G", partial(_officer, room)),
        RoomSpec("settings", "设置", "settings", "F10", partial(_settings, room)),
    )


def _officer(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.officer.panel import OfficersPanel

    return OfficersPanel(desk, room.officer)


def _settings(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.settings.panel import SettingsPanel

    return SettingsPanel(desk, room.settings, room.officer, room.workstation)


def _duty_desk(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.duty_log.callers import find_callers
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel

    return DutyDeskPanel(desk, room.duty_log, room.open_item, partial(find_callers, room.contacts))


def _duty_log(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.duty_log.log_panel import LogPanel

    return LogPanel(desk, room.duty_log)
