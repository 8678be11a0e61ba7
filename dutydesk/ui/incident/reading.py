"""What the room of incidents reads for its list, on the lane."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.services.incident import IncidentService, IncidentView

LISTED = (
    "incident",
    "incident_grading",
    "incident_report",
    "incident_task",
    "incident_masking",
    "setting",
    "deadline_rule",
    "level_criterion",
    "near_miss_criterion",
)
"""The tables a list of incidents is made from."""


@dataclass(frozen=True, slots=True)
class IncidentsRead:
    """The incidents listed, how many of them run, and the unit's word for a first report."""

    views: Sequence[IncidentView]
    running: int
    first_word: str


def read_incidents(service: IncidentService, *, only_running: bool) -> IncidentsRead:
    """Read the list."""
    views = service.incidents(only_running=only_running)
    running = sum(1 for view in views if not view.incident.is_closed)
    return IncidentsRead(views, running, service.first_report_word())
