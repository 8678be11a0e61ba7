"""Use cases of alarms: remember what was heard, acknowledge by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from dutydesk.domain.alarm import (
    AcknowledgedAlarm,
    AlarmState,
    MissedAlarm,
    NoAlarmStanding,
    acknowledge,
)
from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor
from dutydesk.store import casebook, logbook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.alarm import acknowledged_entry


class AlarmService:
    """What an officer does with alarms."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def states(self) -> dict[str, AlarmState]:
        """Return what was heard before the desk was closed or the plug was pulled."""
        with self._store.reading() as tables:
            return tables.alarm.all()

    def missed(self) -> tuple[MissedAlarm, ...]:
        """Return what nobody could hear and nobody has acknowledged, the earliest first."""
        with self._store.reading() as tables:
            return tables.alarm.missed()

    def head(self) -> str:
        """Return what names the state of the record: another one after each write."""
        with self._store.reading() as tables:
            replica, seq, seal = tables.journal.tip()
        return f"{replica} {seq} {seal.hex()}"

    def keep(
        self, states: Mapping[str, AlarmState], missed: Iterable[MissedAlarm] | None = None
    ) -> None:
        """Remember what was heard, and forget clocks that no longer run; not journalled.

        ``missed`` is what stands on the list of missed alarms now; None leaves the list alone.
        """
        with self._store.unjournalled() as tables:
            known = tables.alarm.all()
            if not known.keys() <= states.keys():
                tables.alarm.keep_only(states)
            tables.alarm.put(one for key, one in states.items() if known.get(key) != one)
            if missed is not None:
                listed = dict.fromkeys(tables.alarm.missed())
                wanted = dict.fromkeys(missed)
                tables.alarm.drop_missed(one for one in listed if one not in wanted)
                tables.alarm.put_missed(one for one in wanted if one not in listed)

    def acknowledge(
        self,
        alarms: Iterable[AcknowledgedAlarm],
        states: Mapping[str, AlarmState],
        *,
        missed: Iterable[MissedAlarm] = (),
        by: Actor,
    ) -> Done[str]:
        """Put on record who heard the alarms, in one entry for each incident; returns the name.

        A reminder that was heard is taken off its item, ``missed`` off the list of missed alarms.
        Raises NoAlarmStanding, and the refusals of ``recorder_for``.
        """
        matters: dict[str | None, list[AcknowledgedAlarm]] = {}
        for alarm in alarms:
            matters.setdefault(alarm.incident_id, []).append(alarm)
        if not matters:
            raise NoAlarmStanding
        heard = [alarm.key for found in matters.values() for alarm in found]
        with self._store.writing(actor=by.name, action="alarm.acknowledge") as work:
            tables, now = work.tables, self._clock.now()
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            for incident_id, found in matters.items():
                draft = DraftEntry(
                    id=self._ids.new(),
                    kind=EntryKind.INCIDENT if incident_id else EntryKind.OTHER,
                    text=acknowledged_entry([alarm.words for alarm in found], recorder.name),
                    at=now,
                    incident_id=incident_id,
                )
                casebook.log_line(tables, draft, recorder, now, self._ids)
                _take_off_reminders(tables, found, now)
            after = acknowledge(states, heard)
            tables.alarm.put_heard(after[key] for key in heard if key in after)
            tables.alarm.drop_missed(missed)
        return Done(recorder.name, work.changes)


def _take_off_reminders(
    tables: Tables, alarms: Iterable[AcknowledgedAlarm], now: datetime
) -> None:
    """Take heard reminders off; one that was set anew meanwhile still lies ahead and stays."""
    for alarm in alarms:
        item = tables.open_item.by_id(alarm.reminder_of) if alarm.reminder_of else None
        if item is not None and item.remind_at is not None and item.remind_at <= now:
            tables.open_item.put(replace(item, remind_at=None))
