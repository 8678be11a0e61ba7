"""The unit's shift pattern with its own rest days: those of the holiday calendar.

Most patterns begin their shifts every day; only one that asks about the day reads the calendar.
"""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.settings import shift_pattern
from dutydesk.domain.shift import ShiftDays, ShiftPattern
from dutydesk.store.tables import Tables


def unit_pattern(tables: Tables) -> ShiftPattern:
    """Return the unit's pattern, which knows its rest days; raises BadInput."""
    pattern = shift_pattern(tables.setting.get("shift_pattern"))
    if all(shift.days is ShiftDays.EVERY for shift in pattern.shifts):
        return pattern
    return replace(pattern, rest_days=tables.holiday.calendar().is_rest_day)
