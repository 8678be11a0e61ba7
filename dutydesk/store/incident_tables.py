"""The tables of what grows out of an incident: handling it, its end, masking, figures.

Loaded when first asked for, as in ``tables``.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dutydesk.store.incident_closing import IncidentClosingTable
    from dutydesk.store.incident_handling import IncidentHandlingTable
    from dutydesk.store.incident_masking import IncidentMaskingTable
    from dutydesk.store.rows import Rows
    from dutydesk.store.statistics import StatisticsTable


class IncidentTables:
    """Part of ``Tables``."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    @cached_property
    def incident_handling(self) -> IncidentHandlingTable:
        """Who was told of incidents, what was done first, who commands."""
        from dutydesk.store.incident_handling import IncidentHandlingTable

        return IncidentHandlingTable(self._rows)

    @cached_property
    def incident_closing(self) -> IncidentClosingTable:
        """What followed the end of incidents."""
        from dutydesk.store.incident_closing import IncidentClosingTable

        return IncidentClosingTable(self._rows)

    @cached_property
    def incident_masking(self) -> IncidentMaskingTable:
        """Whose data are masked."""
        from dutydesk.store.incident_masking import IncidentMaskingTable

        return IncidentMaskingTable(self._rows)

    @cached_property
    def statistics(self) -> StatisticsTable:
        """What statistics count."""
        from dutydesk.store.statistics import StatisticsTable

        return StatisticsTable(self._rows)
