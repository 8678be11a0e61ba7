"""Use case of taking an entry of the duty log back."""

from __future__ import annotations

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.duty_log import ListedEntry, LogEntry, Writing
from dutydesk.domain.duty_log_refusals import (
    EntryAlreadyCorrected,
    EntryAlreadyWithdrawn,
    EntryBeganIncident,
)
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import OpenItemStatus
from dutydesk.domain.withdrawal import Withdrawal, with_note, withdraw
from dutydesk.store import logbook
from dutydesk.store.correcting import note_if_late
from dutydesk.store.entry_chain import entry_of
from dutydesk.store.offering import Offering
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.withdrawal import item_note


class WithdrawalService:
    """Takes entries back; nothing is removed."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, offering: Offering) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._offering = offering

    def new_id(self) -> str:
        """Return an id for a form to put on its withdrawal."""
        return self._ids.new()

    def withdraw(self, entry_id: str, withdrawal: Withdrawal, *, by: Actor) -> Done[LogEntry]:
        """Take an entry back; it stays, struck. The same withdrawal twice is written once.

        What is still open about it stays open and says so. Raises RecordUnknown,
        EntryAlreadyCorrected, EntryAlreadyWithdrawn, EntryBeganIncident and the refusals of
        ``withdraw``.
        """
        with self._store.writing(actor=by.name, action="duty_log.withdraw") as work:
            tables = work.tables
            original = entry_of(tables, entry_id)
            struck_by = original.struck_by
            if struck_by is not None and struck_by.id == withdrawal.id:
                return Done(entry_of(tables, withdrawal.id).entry, Changes())
            if struck_by is not None:
                refusal = (
                    EntryAlreadyWithdrawn if struck_by.is_withdrawal else EntryAlreadyCorrected
                )
                raise refusal(struck_by.id, struck_by.no)
            self._check_no_incident(tables, original)
            now = self._clock.now()
            shift = logbook.running_shift(tables, now, self._ids)
            recorder = logbook.recorder_for(tables, by, shift)
            writing = Writing(tables.duty_log.next_no(shift.id), now, recorder)
            entry = withdraw(original, withdrawal, shift, writing)
            tables.duty_log.append(entry)
            self._offering.follow(tables, entry_id, entry)
            note_if_late(tables, original.entry, entry, self._ids)
            for item in tables.open_item.of_entry(entry_id):
                if item.status is OpenItemStatus.OPEN:
                    tables.open_item.put(with_note(item, item_note(original)))
        return Done(entry, work.changes)

    @staticmethod
    def _check_no_incident(tables: Tables, listed: ListedEntry) -> None:
        """Raise EntryBeganIncident where an incident began with the entry or what it corrects."""
        began = {one.origin_entry_id: one for one in tables.incident.all() if one.origin_entry_id}
        before: ListedEntry | None = listed
        while before is not None:
            incident = began.get(before.entry.id)
            if incident is not None:
                raise EntryBeganIncident(listed.entry.no, incident.incident_no, incident.title)
            earlier = before.entry.correction_of
            before = tables.duty_log.by_id(earlier) if earlier else None
