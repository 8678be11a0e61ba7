"""What hangs on the room of incidents about limits: what is no report, the unit's rules."""

# ruff: noqa: PLC0415 -- the panel is loaded when it is entered

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom

if TYPE_CHECKING:
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.incident.panel import IncidentPanel


def rule_verbs() -> Sequence[ActionSpec]:
    """Return the verbs of all of it, for the palette."""
    from dutydesk.ui.incident import rule_deed, task_deed

    return (*task_deed.VERBS, *rule_deed.VERBS)


def attach_rules(room: DutyRoom, panel: IncidentPanel) -> None:
    """Hang all of it on the panel."""
    from dutydesk.ui.incident.rule_deed import RuleDeed
    from dutydesk.ui.incident.task_deed import TaskDeed

    TaskDeed(panel, room.incident_task)
    RuleDeed(panel, room.deadline_rule, room.officer)
