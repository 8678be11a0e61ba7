"""Who is or was on duty at an instant, and the page of who is on today and tomorrow."""

from __future__ import annotations

from datetime import datetime, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.instants import china
from dutydesk.domain.roster_reminder import next_holiday
from dutydesk.domain.roster_view import OnDutyView, RosterReminder
from dutydesk.store import roster_book, roster_duty
from dutydesk.store.store import Store


class RosterDutyService:
    """What is asked of the roster by everybody who looks for somebody."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def on_duty(self, at: datetime | None = None) -> OnDutyView:
        """Return who is or was on duty: as the shift was really kept, else as rostered."""
        with self._store.reading() as tables:
            now = self._clock.now()
            return roster_duty.on_duty(tables, at or now, now)

    def reminder(self) -> RosterReminder:
        """Return who is on now, on this duty day and the next, and on the coming holiday."""
        now = self._clock.now()
        with self._store.reading() as tables:
            running = roster_book.frame(tables).shift_at(now)
            today = running.duty_date if running else china(now).date()
            tomorrow = today + timedelta(days=1)
            days, layout, _ = roster_book.day_views(tables, today, tomorrow, now)
            coming = next_holiday(layout.calendar, tomorrow)
            holiday = (
                roster_book.day_views(tables, coming[0], coming[-1], now)[0] if coming else ()
            )
            kept = roster_duty.on_duty(tables, now, now)
        return RosterReminder(kept, days[0], days[1], holiday)
