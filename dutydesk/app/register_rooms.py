"""The rooms of the registers beside the log: who is away, what was checked.

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
from dutydesk.ui.rooms import RoomPanel, RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.ui.actions import ActionSpec

    ShowPaper = Callable[[DutyRoom, Desk, PaperRequest], object]

ABSENCE, EQUIPMENT, STATISTICS = "absence_notice", "equipment", "statistics"


def register_specs(room: DutyRoom, show_paper: ShowPaper) -> Sequence[RoomSpec]:
    """Return these rooms in the order of the list."""
    return (
        RoomSpec(
            ABSENCE,
            "外出报备",
            "user-check",
            "Shift+F4",
            partial(_absence_notice, room, show_paper),
            _absence_verbs,
        ),
        RoomSpec(
            EQUIPMENT,
            "设备",
            "hard-drive",
            "Shift+F7",
            partial(_equipment, room, show_paper),
            _equipment_verbs,
        ),
        RoomSpec(
            STATISTICS,
            "统计",
            "chart-column",
            "Shift+F3",
            partial(_statistics, room, show_paper),
            _statistics_verbs,
        ),
    )


def _absence_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.absence_notice.verbs import VERBS

    return (*VERBS, *record_verbs(ABSENCE))


def _equipment_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.equipment.verbs import VERBS

    return (*VERBS, *record_verbs(EQUIPMENT))


def _absence_notice(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.absence_notice.panel import AbsenceNoticePanel
    from dutydesk.ui.absence_notice.people import find_people

    panel = AbsenceNoticePanel(
        desk,
        room.absence_notice,
        partial(find_people, room.contacts),
        partial(show_paper, room, desk),
    )
    return attach_records(room, panel, ABSENCE)


def _equipment(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.equipment.panel import EquipmentPanel

    panel = EquipmentPanel(desk, room.equipment, partial(show_paper, room, desk))
    return attach_records(room, panel, EQUIPMENT)


def _statistics_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.statistics.verbs import VERBS

    return VERBS


def _statistics(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.statistics.panel import StatisticsPanel

    return StatisticsPanel(desk, room.statistics, partial(show_paper, room, desk))
