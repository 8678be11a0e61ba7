"""The rooms of subordinate units: zero reports and roll calls.

Panels are imported inside their factory, so that the desk opens without loading all of them.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.app.record_deeds import attach_records, record_verbs
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.rooms import RoomPanel, RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.duty_log import LogEntry
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.ui.actions import ActionSpec

NIL_REPORT, ROLL_CALL = "nil_report", "roll_call"
ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def reporting_specs(room: DutyRoom, show_paper: ShowPaper) -> tuple[RoomSpec, RoomSpec]:
    """Return both rooms in the order of the list."""
    return (
        RoomSpec(
            NIL_REPORT,
            "零报告",
            "shield-check",
            "Shift+F10",
            partial(_nil_report, room, show_paper),
            _nil_report_verbs,
        ),
        RoomSpec(
            ROLL_CALL,
            "点名",
            "badge-check",
            "Shift+F1",
            partial(_roll_call, room, show_paper),
            _roll_call_verbs,
        ),
    )


def _nil_report_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.nil_report.verbs import VERBS

    return (*VERBS, *record_verbs(NIL_REPORT))


def _roll_call_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.roll_call.verbs import VERBS

    return (*VERBS, *record_verbs(ROLL_CALL))


def _nil_report(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.nil_report.deeds import NilReportServices
    from dutydesk.ui.nil_report.panel import NilReportPanel

    services = NilReportServices(room.nil_report, room.nil_report_board, room.reporting_unit)
    panel = NilReportPanel(desk, services, partial(show_paper, room, desk))
    panel.incident_wanted.connect(partial(_begin_incident, desk))
    return attach_records(room, panel, NIL_REPORT)


def _roll_call(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.roll_call.deeds import RollCallServices
    from dutydesk.ui.roll_call.panel import RollCallPanel

    services = RollCallServices(room.roll_call, room.roll_call_plan)
    panel = RollCallPanel(desk, services, partial(show_paper, room, desk))
    return attach_records(room, panel, ROLL_CALL)


def _begin_incident(desk: Desk, entry: LogEntry) -> None:
    """Go to the room of incidents and begin one with what a unit reported."""
    from dutydesk.ui.incident.panel import IncidentPanel

    window = desk.notices.window()
    if not isinstance(window, DeskWindow):
        return
    window.enter("incident")
    panel = window.room()
    if isinstance(panel, IncidentPanel):
        panel.begin_from(entry)
