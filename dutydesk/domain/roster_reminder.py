"""What the reminder 今日·明日值班 adds to the days of the roster: gaps, and the next holiday.

Rules of this file: a needed post without anybody is a gap and is told; of a holiday that runs the
rest is still ahead.
"""

from __future__ import annotations

from datetime import date, timedelta

from dutydesk.domain.duty_calendar import DayClass, DutyCalendar
from dutydesk.domain.roster_view import RosterDayView, RosterShiftView

LOOK_AHEAD = timedelta(days=45)
"""No holiday further away is told: its roster is hardly made."""


def next_holiday(calendar: DutyCalendar, after: date) -> tuple[date, ...]:
    """Return the days of the next legal holiday after a day; nothing where none is near."""
    day, last = after + timedelta(days=1), after + LOOK_AHEAD
    while day <= last and calendar.day_class(day) is not DayClass.LEGAL_HOLIDAY:
        day += timedelta(days=1)
    found: list[date] = []
    while calendar.day_class(day) is DayClass.LEGAL_HOLIDAY:
        found.append(day)
        day += timedelta(days=1)
    return tuple(found)


def gaps(shift: RosterShiftView) -> tuple[str, ...]:
    """Return the names of the posts that lack somebody, each once."""
    empty = [one.post.name for one in shift.seats if one.post.is_needed and one.slot is None]
    return tuple(dict.fromkeys(empty))


def has_gap(day: RosterDayView) -> bool:
    """Tell whether somebody is missing on a day."""
    return any(gaps(shift) for shift in day.shifts)
