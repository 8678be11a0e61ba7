"""The duty day that counts now, for what is asked without one: papers, calendars."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.tables import Tables


def running(tables: Tables, now: datetime) -> date:
    """Return the duty day that runs, else the one that would be taken over now."""
    shift = tables.shift.running()
    if shift is not None:
        return shift.duty_date
    pattern = unit_pattern(tables)
    return pattern.slot_for_relief(now).duty_date


def newest(tables: Tables, now: datetime) -> date:
    """Return the duty day that runs, else the last one; in a new room the one to take over."""
    shift = None if tables.shift.running() else tables.shift.newest()
    return shift.duty_date if shift is not None else running(tables, now)
