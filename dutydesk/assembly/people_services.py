"""The services of people: roster, warnings, call rounds, roll calls, nil reports.

A service is loaded when it is first asked for: the desk must paint before most of them are.
"""

from __future__ import annotations

from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.store.store import Store


@dataclass
class PeopleServices:
    """Who is on, who is reached, who answered; each service is built when asked for."""

    store: Store
    clock: Clock
    ids: Ids
