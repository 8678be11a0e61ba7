"""Who commands at a level (专项指挥部): its chief, lead department and duty number (S0, S4).

Rules of this file: the line that fits an incident most narrowly is the one, level before kind
before category; while nobody has decided on the level, the suggested one counts, else 一般.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import GRADES, Incident, IncidentCategory, IncidentLevel
from dutydesk.domain.incident_scope import IncidentScope


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandHq:
    """One line of the unit's list; ``kinds`` empty is any kind."""

    id: str
    name: str
    category: IncidentCategory | None = None
    kinds: tuple[str, ...] = ()
    at_least: IncidentLevel | None = None
    commander: str = ""
    lead_department: str = ""
    phone: str = ""
    order_no: int = 0
    is_active: bool = True

    @property
    def scope(self) -> IncidentScope:
        """Return which incidents it is for."""
        return IncidentScope(self.category, self.kinds, self.at_least)


def commanding(
    incident: Incident, hqs: Iterable[CommandHq], level: IncidentLevel | None = None
) -> CommandHq | None:
    """Return who commands, at the incident's level or at another ``level``; None without one."""
    graded = replace(incident, level=_level(incident, level))
    fitting = [one for one in hqs if one.is_active and one.scope.holds(graded)]
    return max(fitting, key=_narrowness, default=None)


def _level(incident: Incident, level: IncidentLevel | None) -> IncidentLevel:
    known = (level, incident.level, incident.suggested_level)
    return next((one for one in known if one in GRADES), IncidentLevel.ORDINARY)


def _narrowness(hq: CommandHq) -> tuple[int, int, bool, int]:
    grave = len(GRADES) - GRADES.index(hq.at_least) if hq.at_least in GRADES else 0
    # Between a named kind below and a whole category above, the level decides who commands.
    return grave, int(bool(hq.kinds)), hq.category is not None, -hq.order_no
