"""Which incidents a line of the unit's lists is for: a category, a kind, a level and above.

Rules of this file: a line that names nothing is for every incident; while nobody has decided on
the level, every line of a level counts, for what is told too much does no harm.
"""

from __future__ import annotations

from collections.abc import Collection

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import GRADES, Incident, IncidentCategory, IncidentLevel


@dataclass(frozen=True, slots=True)
class IncidentScope:
    """What a line asks of an incident; ``kinds`` empty is any kind."""

    category: IncidentCategory | None = None
    kinds: Collection[str] = ()
    at_least: IncidentLevel | None = None

    def holds(self, incident: Incident) -> bool:
        """Tell whether the incident is one of those."""
        if self.category not in {None, incident.category}:
            return False
        if self.kinds and incident.kind not in self.kinds:
            return False
        return self.at_least is None or reaches(incident.level, self.at_least)


def reaches(level: IncidentLevel, at_least: IncidentLevel) -> bool:
    """Tell whether a level is as grave; one that nobody decided on may be."""
    if IncidentLevel.UNCLASSIFIED in {level, at_least}:
        return True
    return GRADES.index(level) <= GRADES.index(at_least)
