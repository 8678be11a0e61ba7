"""Use cases of the day in sight: a span of duty days, what came since one was last on duty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.day_view import DutyDay, Mark, Sight, SinceLastDuty, duty_day
from dutydesk.domain.shift import Shift
from dutydesk.store import duty_dates
from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

# Further back "since I was last on duty" is no longer read but searched.
MOST_DAYS = 62


class DayViewService:
    """Reads duty days; writes nothing."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def days(self, since: date, until: date) -> tuple[DutyDay, ...]:
        """Return every duty day from ``since`` to ``until``, both included."""
        with self._store.reading() as tables:
            return self._days(tables, since, until)

    def running_day(self) -> date:
        """Return the duty day that runs, else the one that would be taken over now."""
        with self._store.reading() as tables:
            return duty_dates.running(tables, self._clock.now())

    def since_last_duty(self, officer_id: str) -> SinceLastDuty:
        """Return what came after this officer's last shift, at most the newest 62 duty days.

        Of the day of that shift, what later shifts of it wrote.
        """
        with self._store.reading() as tables:
            running = tables.shift.running()
            last = tables.day_view.last_before(officer_id, running.id if running else None)
            today = duty_dates.running(tables, self._clock.now())
            officer = tables.officer.by_id(officer_id)
            name = officer.name if officer else ""
            if last is None or last.ended_at is None:
                return SinceLastDuty(name, None, None, ())
            since = max(last.duty_date, today - timedelta(days=MOST_DAYS - 1))
            days = self._days(tables, since, today, after=last)
            return SinceLastDuty(
                name,
                last.duty_date,
                last.ended_at,
                days,
                tuple(tables.day_view.incidents_since(last.ended_at)),
                tuple(tables.day_view.open_items_since(last.ended_at)),
                tables.day_view.closed_since(last.ended_at),
            )

    def of_shift(self, shift: Shift, marks: Sequence[Mark]) -> DutyDay:
        """Return the duty day of one shift whose entries are at hand."""
        with self._store.reading() as tables:
            sight = self._sight(tables)
        return duty_day(shift.duty_date, (shift,), (), marks, sight)

    def _days(
        self, tables: Tables, since: date, until: date, after: Shift | None = None
    ) -> tuple[DutyDay, ...]:
        """Return these duty days; of the one of a shift what came ``after`` it, if anything."""
        pattern = unit_pattern(tables)
        sight = self._sight(tables)
        shifts = [one for one in tables.shift.between(since, until) if _is_later(one, after)]
        marks = tables.day_view.marks([shift.id for shift in shifts])
        days = []
        for offset in range((until - since).days + 1):
            day = since + timedelta(days=offset)
            kept = [shift for shift in shifts if shift.duty_date == day]
            planned = pattern.slots_of(day)
            if after is not None and day == after.duty_date:
                planned = [slot for slot in planned if slot.starts_at > after.starts_at]
                if not kept and not planned:
                    continue
            entries = [mark for shift in kept for mark in marks.get(shift.id, ())]
            days.append(duty_day(day, kept, planned, entries, sight))
        return tuple(days)

    def _sight(self, tables: Tables) -> Sight:
        span = tables.setting.span("silent_after_hours")
        names = {officer.id: officer.name for officer in tables.officer.all()}
        return Sight(self._clock.now(), span, tables.shift.first_duty_date(), names)


def _is_later(shift: Shift, after: Shift | None) -> bool:
    if after is None or after.ended_at is None:
        return True
    return (shift.started_at or shift.starts_at) >= after.ended_at
