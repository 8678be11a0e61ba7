"""Use cases of the day in sight: a span of duty days, what came since one was last on duty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.day_view import DutyDay, Mark, Sight, SinceLastDuty, duty_day
from dutydesk.domain.settings import shift_pattern, silent_after
from dutydesk.domain.shift import Shift
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
            return self._today(tables)

    def since_last_duty(self, officer_id: str) -> SinceLastDuty:
        """Return the duty days after this officer's last one, at most the newest 62."""
        with self._store.reading() as tables:
            running = tables.shift.running()
            last = tables.day_view.last_before(officer_id, running.id if running else None)
            today = self._today(tables)
            officer = tables.officer.by_id(officer_id)
            name = officer.name if officer else ""
            if last is None or last.ended_at is None:
                return SinceLastDuty(name, None, None, ())
            since = max(last.duty_date + timedelta(days=1), today - timedelta(days=MOST_DAYS - 1))
            return SinceLastDuty(
                name,
                last.duty_date,
                last.ended_at,
                self._days(tables, since, today) if since <= today else (),
                tuple(tables.day_view.incidents_since(last.ended_at)),
                tuple(tables.day_view.open_items_since(last.ended_at)),
                tables.day_view.closed_since(last.ended_at),
            )

    def of_shift(self, shift: Shift, marks: Sequence[Mark]) -> DutyDay:
        """Return the duty day of one shift whose entries are at hand."""
        with self._store.reading() as tables:
            sight = self._sight(tables)
        return duty_day(shift.duty_date, (shift,), (), marks, sight)

    def _days(self, tables: Tables, since: date, until: date) -> tuple[DutyDay, ...]:
        pattern = shift_pattern(tables.setting.get("shift_pattern"))
        sight = self._sight(tables)
        shifts = tables.day_view.shifts(since, until)
        marks = tables.day_view.marks([shift.id for shift in shifts])
        days = []
        for offset in range((until - since).days + 1):
            day = since + timedelta(days=offset)
            kept = [shift for shift in shifts if shift.duty_date == day]
            entries = [mark for shift in kept for mark in marks.get(shift.id, ())]
            days.append(duty_day(day, kept, pattern.slots_of(day), entries, sight))
        return tuple(days)

    def _sight(self, tables: Tables) -> Sight:
        span = silent_after(tables.setting.get("silent_after_hours"))
        names = {officer.id: officer.name for officer in tables.officer.all()}
        return Sight(self._clock.now(), span, tables.day_view.first_day(), names)

    def _today(self, tables: Tables) -> date:
        running = tables.shift.running()
        if running is not None:
            return running.duty_date
        pattern = shift_pattern(tables.setting.get("shift_pattern"))
        return pattern.slot_for_relief(self._clock.now()).duty_date
