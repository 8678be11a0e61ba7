"""What every room with records has beside its own verbs: histories, entries taken back.

The rooms know nothing of it; the application hangs it on when a room is built.
"""

# ruff: noqa: PLC0415 -- what a room needs is loaded with the room

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from dutydesk.app.late import late
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.rooms import RoomPanel

if TYPE_CHECKING:
    from dutydesk.domain.duty_log import ListedEntry
    from dutydesk.domain.list_table import ListTable
    from dutydesk.ui.absence_notice.panel import AbsenceNoticePanel
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.bulletin.panel import BulletinPanel
    from dutydesk.ui.directive.panel import DirectivePanel
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel
    from dutydesk.ui.duty_log.log_panel import LogPanel
    from dutydesk.ui.equipment.panel import EquipmentPanel
    from dutydesk.ui.incident.panel import IncidentPanel
    from dutydesk.ui.nil_report.panel import NilReportPanel
    from dutydesk.ui.open_item.panel import OpenItemPanel
    from dutydesk.ui.roll_call.panel import RollCallPanel
    from dutydesk.ui.warning.panel import WarningPanel

Record = tuple[str, str] | None

_WORDS = {
    "duty_desk": "值班台",
    "duty_log": "值班日志",
    "open_item": "未办结",
    "directive": "批示",
    "incident": "突发事件",
    "absence_notice": "外出报备",
    "equipment": "设备",
    "bulletin": "简报",
    "nil_report": "零报告",
    "roll_call": "点名",
    "warning": "预警",
}
_WITH_ENTRIES = ("duty_desk", "duty_log")


def record_verbs(room_id: str) -> Sequence[ActionSpec]:
    """Return what a room has beside its own verbs, for the palette before it is built."""
    from dutydesk.ui.duty_log.attachment_desk import attachments_spec
    from dutydesk.ui.duty_log.entry_deeds import CORRECT_IN_LOG, withdraw_spec
    from dutydesk.ui.entry_verbs import entry_specs
    from dutydesk.ui.history.deed import history_spec
    from dutydesk.ui.list_export import export_spec

    specs = [history_spec(room_id, _WORDS[room_id])]
    if room_id in _LISTS:
        specs.append(export_spec(room_id, _WORDS[room_id]))
    if room_id in _WITH_ENTRIES:
        specs = [withdraw_spec(room_id), attachments_spec(room_id), *specs]
    if room_id == "duty_log":
        specs = [CORRECT_IN_LOG, *specs]
    if room_id in _MEANT:
        specs += entry_specs(room_id)
    return specs


def attach_records(room: DutyRoom, panel: RoomPanel, room_id: str) -> RoomPanel:
    """Hang the verbs on a room that was just built, and return it."""
    from dutydesk.ui.history.deed import HistoryDeed, history_spec

    def chosen() -> Record:
        return _CHOSEN[room_id](panel)

    history = late(lambda: room.history)
    HistoryDeed(panel, history, chosen, history_spec(room_id, _WORDS[room_id]))
    if room_id in _WITH_ENTRIES:
        from dutydesk.ui.duty_log.entry_deeds import EntryDeeds, EntryServices

        def entry() -> ListedEntry | None:
            return _entry(panel, room_id)

        withdrawal = late(lambda: room.withdrawal)
        EntryDeeds(panel, EntryServices(room.duty_log, withdrawal), entry, room_id)
        _attach_files(room, panel, entry, room_id)
    if room_id in _LISTS:
        from dutydesk.ui.list_export import ListExportDeed, export_spec

        spec = export_spec(room_id, _WORDS[room_id])
        ListExportDeed(panel, room.list_export, spec, partial(_LISTS[room_id], room, panel))
    if room_id in _MEANT:
        from dutydesk.ui.entry_verbs import EntryVerbs

        EntryVerbs(panel.desk, panel, room_id, partial(_MEANT[room_id], panel))
    if room_id == "incident":
        from dutydesk.ui.incident.same_incident import SameIncidentLine

        SameIncidentLine(cast("IncidentPanel", panel), room.incident_offer)
    if room_id == "duty_desk":
        from dutydesk.ui.duty_log.watch_line import WatchLine, WatchServices

        services = WatchServices(late(lambda: room.watch_word), late(lambda: room.incident_offer))
        WatchLine(cast("DutyDeskPanel", panel), services)
    return panel


def _attach_files(
    room: DutyRoom, panel: RoomPanel, entry: Callable[[], ListedEntry | None], room_id: str
) -> None:
    """Give a room that shows entries the way to their attachments, and the form its files."""
    from dutydesk.ui.duty_log.attachment_desk import AttachmentDesk

    files = AttachmentDesk(panel, lambda: room.attachment, entry, room_id)
    if room_id == "duty_desk":
        files.serve(cast("DutyDeskPanel", panel).form)


def _entry(panel: RoomPanel, room_id: str) -> ListedEntry | None:
    if room_id == "duty_desk":
        return cast("DutyDeskPanel", panel).log.pointed_at()
    return cast("LogPanel", panel).selected()


def _of_entry(room_id: str) -> Callable[[RoomPanel], Record]:
    def record(panel: RoomPanel) -> Record:
        listed = _entry(panel, room_id)
        return ("log_entry", listed.entry.id) if listed else None

    return record


def _of_item(panel: RoomPanel) -> Record:
    item = cast("OpenItemPanel", panel).selected()
    return ("open_item", item.id) if item else None


def _of_directive(panel: RoomPanel) -> Record:
    line = cast("DirectivePanel", panel).selected()
    return ("directive", line.id) if line else None


def _of_absence(panel: RoomPanel) -> Record:
    notice = cast("AbsenceNoticePanel", panel).selected()
    return ("absence_notice", notice.id) if notice else None


def _of_equipment(panel: RoomPanel) -> Record:
    state = cast("EquipmentPanel", panel).selected()
    return ("equipment_item", state.item.id) if state else None


def _of_bulletin(panel: RoomPanel) -> Record:
    bulletin = cast("BulletinPanel", panel).selected()
    return ("bulletin", bulletin.id) if bulletin else None


def _of_nil_report(panel: RoomPanel) -> Record:
    line = cast("NilReportPanel", panel).selected()
    if line is None:
        return None
    held = line.report
    return ("nil_report", held.id) if held else ("reporting_unit", line.unit.id)


def _of_roll_call(panel: RoomPanel) -> Record:
    sheet = cast("RollCallPanel", panel).view.sheet
    return ("roll_call", sheet.roll_call.id) if sheet else None


def _of_warning(panel: RoomPanel) -> Record:
    warning = cast("WarningPanel", panel).selected()
    return ("warning", warning.id) if warning else None


def _of_incident(panel: RoomPanel) -> Record:
    view = cast("IncidentPanel", panel).selected()
    return ("incident", view.incident.id) if view else None


# The entry that is meant where an open item or a directive begins with one.
_MEANT: Mapping[str, Callable[[RoomPanel], ListedEntry | None]] = {
    "duty_desk": lambda panel: cast("DutyDeskPanel", panel).log.meant(),
    "duty_log": lambda panel: cast("LogPanel", panel).selected(),
    "incident": lambda panel: cast("IncidentPanel", panel).detail.told_by(),
}

_CHOSEN: Mapping[str, Callable[[RoomPanel], Record]] = {
    "duty_desk": _of_entry("duty_desk"),
    "duty_log": _of_entry("duty_log"),
    "open_item": _of_item,
    "directive": _of_directive,
    "incident": _of_incident,
    "absence_notice": _of_absence,
    "equipment": _of_equipment,
    "bulletin": _of_bulletin,
    "nil_report": _of_nil_report,
    "roll_call": _of_roll_call,
    "warning": _of_warning,
}


def _log_list(room: DutyRoom, panel: RoomPanel) -> Callable[[], ListTable]:
    return partial(room.list_export.log_table, cast("LogPanel", panel).listed())


def _open_item_list(room: DutyRoom, panel: RoomPanel) -> Callable[[], ListTable]:
    is_all = cast("OpenItemPanel", panel).is_all
    return partial(room.list_export.open_item_table, with_closed=is_all)


def _directive_list(room: DutyRoom, panel: RoomPanel) -> Callable[[], ListTable]:
    is_all = cast("DirectivePanel", panel).is_all
    return partial(room.list_export.directive_table, with_closed=is_all)


def _absence_list(room: DutyRoom, _panel: RoomPanel) -> Callable[[], ListTable]:
    return room.list_export.absence_table


def _equipment_list(room: DutyRoom, _panel: RoomPanel) -> Callable[[], ListTable]:
    return room.list_export.equipment_table


def _nil_report_list(room: DutyRoom, panel: RoomPanel) -> Callable[[], ListTable]:
    board = cast("NilReportPanel", panel).view.board
    return partial(room.reporting_list.nil_report_table, board.due_at if board else None)


def _roll_call_list(room: DutyRoom, _panel: RoomPanel) -> Callable[[], ListTable]:
    return room.reporting_list.roll_call_table


def _warning_list(room: DutyRoom, panel: RoomPanel) -> Callable[[], ListTable]:
    is_all = cast("WarningPanel", panel).is_all
    return partial(room.list_export.warning_table, only_open=not is_all)


def _incident_list(room: DutyRoom, _panel: RoomPanel) -> Callable[[], ListTable]:
    return room.list_export.incident_table


# What a room's list holds as a spreadsheet.
_LISTS: Mapping[str, Callable[[DutyRoom, RoomPanel], Callable[[], ListTable]]] = {
    "duty_log": _log_list,
    "open_item": _open_item_list,
    "incident": _incident_list,
    "directive": _directive_list,
    "absence_notice": _absence_list,
    "equipment": _equipment_list,
    "nil_report": _nil_report_list,
    "roll_call": _roll_call_list,
    "warning": _warning_list,
}
