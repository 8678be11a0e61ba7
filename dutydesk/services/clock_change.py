"""Use cases of the machine's clock: noting that it was changed, while running and at start."""

from __future__ import annotations

from datetime import timedelta

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.clock_change import ClockChange, set_back, surest
from dutydesk.domain.duty_log import DraftEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text, to_text
from dutydesk.domain.officer import Actor
from dutydesk.store import casebook
from dutydesk.store.store import Store, Work
from dutydesk.store.tables import Tables
from dutydesk.wording.clock_change import change_entry

NOTE = "clock_change.note"
# The desk looks every quarter of a minute; what the first write noted just before is the same.
_SAME_WITHIN = timedelta(seconds=60)


class ClockChangeService:
    """Notes changes in the running shift, and in the journal where none runs."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._noted: ClockChange | None = None

    def limit(self) -> timedelta:
        """Return how far a clock may jump before it is noted."""
        with self._store.reading() as tables:
            return _limit(tables)

    def behind(self) -> ClockChange | None:
        """Return how far the clock lies before the newest record; None where it does not."""
        with self._store.reading() as tables:
            return self._behind(tables)

    def note(self, change: ClockChange, *, by: Actor) -> Done[bool]:
        """Put a change on record; one that the first write noted already is not noted twice."""
        with self._store.writing(actor=by.name, action="clock_change.note") as work:
            is_new = self._noted is None or not change.continues(self._noted, _SAME_WITHIN)
            if is_new:
                self._write(work, change)
        self._noted = None
        return Done(is_new, work.changes)

    def before_first_write(self, work: Work, action: str) -> None:
        """Note, with the first write of this program, that the clock lies before the record."""
        if action == NOTE:
            return
        change = self._behind(work.tables)
        if change is not None:
            self._write(work, change)
            self._noted = change

    def _behind(self, tables: Tables) -> ClockChange | None:
        newest = tables.journal.newest_at()
        if newest is None:
            return None
        now = self._clock.now()
        sure = surest(from_text(newest), tables.alarm.heard_at(), now)
        return set_back(sure, now, _limit(tables))

    def _write(self, work: Work, change: ClockChange) -> None:
        tables, now = work.tables, self._clock.now()
        work.note["clock_change"] = {"from": to_text(change.before), "to": to_text(change.after)}
        shift = tables.shift.running()
        officer = tables.officer.by_id(shift.primary_officer_id) if shift else None
        recorder = Recorder(officer.name if officer else "", officer.id if officer else None)
        draft = DraftEntry(
            id=self._ids.new(), kind=EntryKind.OTHER, text=change_entry(change), at=now
        )
        casebook.log_line(tables, draft, recorder, now, self._ids)


def _limit(tables: Tables) -> timedelta:
    # Clocks are kept right in small steps all the time; less than a minute is none of ours.
    return tables.setting.span("clock_jump_minutes")
