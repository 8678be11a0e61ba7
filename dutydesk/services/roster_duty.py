"""Who is or was on duty at an instant, and the page of who is on today and tomorrow."""

from __future__ import annotations

from datetime import datetime, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.instants import china
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
        """Return who is on now, today and tomorrow."""
        now = self._clock.now()
        today = china(now).date()
        with self._store.reading() as tables:
            days, _, _ = roster_book.day_views(tables, today, today + timedelta(days=1), now)
            return RosterReminder(roster_duty.on_duty(tables, now, now), *days)
