"""A roster as who may only look sees it: mobile numbers without their middle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dutydesk.domain.phone import masked
from dutydesk.domain.roster_view import (
    RosterDayView,
    RosterReminder,
    RosterShiftView,
    RosterView,
    SeatView,
)


def masked_month(view: RosterView) -> RosterView:
    """Return a month without the mobiles of people."""
    return replace(view, days=_days(view.days))


def masked_reminder(reminder: RosterReminder) -> RosterReminder:
    """Return the reminder without the mobiles of people."""
    today, tomorrow = _days((reminder.today, reminder.tomorrow))
    people = tuple(replace(one, phone=masked(one.phone)) for one in reminder.now.people)
    now = replace(reminder.now, people=people)
    return RosterReminder(now, today, tomorrow, _days(reminder.holiday))


def _days(days: Iterable[RosterDayView]) -> tuple[RosterDayView, ...]:
    return tuple(replace(day, shifts=tuple(_shift(shift) for shift in day.shifts)) for day in days)


def _shift(shift: RosterShiftView) -> RosterShiftView:
    return replace(shift, seats=tuple(_seat(seat) for seat in shift.seats))


def _seat(seat: SeatView) -> SeatView:
    slot = replace(seat.slot, phone=masked(seat.slot.phone)) if seat.slot else None
    return replace(seat, phone=masked(seat.phone), slot=slot)
