"""The tables of people: roster, warnings, call rounds.

Loaded when first asked for, as in ``tables``.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.store.contact_tables import ContactTables

if TYPE_CHECKING:
    from dutydesk.domain.responsibility import Responsibility
    from dutydesk.domain.warning_kind import WarningKind
    from dutydesk.store.call_round import CallRoundTable
    from dutydesk.store.holiday import HolidayTable
    from dutydesk.store.nil_report import NilReportTable
    from dutydesk.store.recent_calls import RecentCallsTable
    from dutydesk.store.reporting_unit import ReportingUnitTable
    from dutydesk.store.roll_call import RollCallTable
    from dutydesk.store.roster import RosterTable
    from dutydesk.store.rows import Rows
    from dutydesk.store.unit_list import UnitListTable
    from dutydesk.store.warning import WarningTable


class PeopleTables(ContactTables):
    """Part of ``Tables``."""

    _rows: Rows

    @cached_property
    def roster(self) -> RosterTable:
        """The roster."""
        from dutydesk.store.roster import RosterTable

        return RosterTable(self._rows)

    @cached_property
    def holiday(self) -> HolidayTable:
        """Holiday years."""
        from dutydesk.store.holiday import HolidayTable

        return HolidayTable(self._rows)

    @cached_property
    def warning(self) -> WarningTable:
        """Warnings."""
        from dutydesk.store.warning import WarningTable

        return WarningTable(self._rows)

    @cached_property
    def warning_kind(self) -> UnitListTable[WarningKind]:
        """The unit's kinds of warnings."""
        from dutydesk.store.warning_kind import kind_table

        return kind_table(self._rows)

    @cached_property
    def call_round(self) -> CallRoundTable:
        """Call rounds."""
        from dutydesk.store.call_round import CallRoundTable

        return CallRoundTable(self._rows)

    @cached_property
    def recent_calls(self) -> RecentCallsTable:
        """Who was called lately."""
        from dutydesk.store.recent_calls import RecentCallsTable

        return RecentCallsTable(self._rows)

    @cached_property
    def responsibilities(self) -> UnitListTable[Responsibility]:
        """Who handles what."""
        from dutydesk.store.unit_list import (
            RESPONSIBILITY,
            UnitListTable,
            shipped_responsibilities,
        )

        return UnitListTable(self._rows, RESPONSIBILITY, shipped_responsibilities)

    @cached_property
    def reporting_unit(self) -> ReportingUnitTable:
        """Subordinate units."""
        from dutydesk.store.reporting_unit import ReportingUnitTable

        return ReportingUnitTable(self._rows)

    @cached_property
    def nil_report(self) -> NilReportTable:
        """Zero reports."""
        from dutydesk.store.nil_report import NilReportTable

        return NilReportTable(self._rows)

    @cached_property
    def roll_call(self) -> RollCallTable:
        """Roll calls."""
        from dutydesk.store.roll_call import RollCallTable

        return RollCallTable(self._rows)
