"""Use cases of handling an incident: who was told, what was done first, who commands."""

from __future__ import annotations

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.command_hq import CommandHq, commanding
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import DraftEntry, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import Incident, IncidentLevel
from dutydesk.domain.incident_notice import (
    DraftNotice,
    IncidentNotice,
    NoticeHow,
    PartyLine,
    check_notice,
    party_lines,
)
from dutydesk.domain.initial_action import (
    ActionLine,
    ActionTaken,
    DraftActionTaken,
    action_lines,
    check_action,
)
from dutydesk.domain.officer import Actor
from dutydesk.store import casebook, logbook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident_handling import action_entry, notice_entry


@dataclass(frozen=True, slots=True)
class HandlingSheet:
    """What the sheets of one incident show: parties, first actions, and who commands."""

    incident: Incident
    parties: tuple[PartyLine, ...]
    actions: tuple[ActionLine, ...]
    command: CommandHq | None

    @property
    def untold(self) -> int:
        """Return how many of the unit's list still have to be told."""
        return sum(1 for line in self.parties if line.is_listed and line.told is None)

    @property
    def done(self) -> int:
        """Return how many first actions were taken."""
        return sum(1 for line in self.actions if line.is_done)


class IncidentHandlingService:
    """What an officer notes while an incident is handled; each note is a log entry as well."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def sheet(self, incident_id: str) -> HandlingSheet:
        """Return the sheets of an incident by id or register number; raises RecordUnknown."""
        with self._store.reading() as tables:
            sheet = sheet_of(tables, casebook.incident_of(tables, incident_id))
            return tables.incident_masking.shown(sheet.incident.id, sheet)

    def commands(self, incident_id: str) -> dict[IncidentLevel, CommandHq | None]:
        """Return who would command at each level; raises RecordUnknown."""
        with self._store.reading() as tables:
            incident = casebook.incident_of(tables, incident_id)
            hqs = tables.incident_handling.hqs.all()
        return {level: commanding(incident, hqs, level) for level in IncidentLevel}

    def notify(self, draft: DraftNotice, *, by: Actor) -> Done[IncidentNotice]:
        """Put a call on record with its entry in the log; the same one twice is written once.

        Raises RecordUnknown and the refusals of ``check_notice``.
        """
        with self._store.writing(actor=by.name, action="incident.notify") as work:
            tables = work.tables
            known = tables.incident_handling.notice(draft.id)
            if known is not None:
                return Done(known, Changes())
            incident, now = casebook.incident_of(tables, draft.incident_id), self._clock.now()
            check_notice(draft, incident, now)
            is_call = draft.how is NoticeHow.PHONE
            entry = self._entry(
                tables,
                DraftEntry(
                    id=self._ids.new(),
                    kind=EntryKind.OUTGOING_CALL if is_call else EntryKind.INCIDENT,
                    text=notice_entry(incident, draft),
                    at=draft.told_at,
                    source=draft.party,
                    person=draft.person,
                    phone=draft.phone,
                    incident_id=incident.id,
                ),
                by,
            )
            notice = IncidentNotice(
                id=draft.id,
                incident_id=incident.id,
                party=draft.party,
                person=draft.person,
                phone=draft.phone,
                how=draft.how,
                is_reached=draft.is_reached,
                answer=draft.answer,
                told_at=draft.told_at,
                told_by=entry.recorder,
                recorded_at=now,
                entry_id=entry.id,
            )
            tables.incident_handling.add_notice(notice)
            tables.draft.drop(draft.id)
        return Done(notice, work.changes)

    def note_action(self, draft: DraftActionTaken, *, by: Actor) -> Done[ActionTaken]:
        """Tick a first action with its entry in the log; the same one twice is written once.

        Raises RecordUnknown and the refusals of ``check_action``.
        """
        with self._store.writing(actor=by.name, action="incident.note_action") as work:
            tables = work.tables
            known = tables.incident_handling.taken(draft.id)
            if known is not None:
                return Done(known, Changes())
            incident, now = casebook.incident_of(tables, draft.incident_id), self._clock.now()
            check_action(draft, incident, now)
            entry = self._entry(
                tables,
                DraftEntry(
                    id=self._ids.new(),
                    kind=EntryKind.INCIDENT,
                    text=action_entry(incident, draft),
                    at=draft.done_at,
                    incident_id=incident.id,
                ),
                by,
            )
            taken = ActionTaken(
                id=draft.id,
                incident_id=incident.id,
                action=draft.action,
                done_at=draft.done_at,
                done_by=draft.done_by,
                note=draft.note,
                recorder=entry.recorder,
                recorded_at=now,
                entry_id=entry.id,
            )
            tables.incident_handling.add_taken(taken)
            tables.draft.drop(draft.id)
        return Done(taken, work.changes)

    def _entry(self, tables: Tables, draft: DraftEntry, by: Actor) -> LogEntry:
        now = self._clock.now()
        shift = logbook.running_shift(tables, now, self._ids)
        recorder = logbook.recorder_for(tables, by, shift)
        return logbook.append_to(tables, shift, draft, recorder, now)


def sheet_of(tables: Tables, incident: Incident) -> HandlingSheet:
    """Return the sheets of an incident at hand."""
    kept = tables.incident_handling
    command = commanding(incident, kept.hqs.all())
    named = (command.name, command.phone) if command else ("", "")
    return HandlingSheet(
        incident,
        tuple(party_lines(incident, kept.parties.all(), kept.notices_of(incident.id), named)),
        tuple(action_lines(incident, kept.actions.all(), kept.taken_of(incident.id))),
        command,
    )
