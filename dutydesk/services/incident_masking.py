"""Use cases of masking affected people's data: propose words, decide, show again."""

from __future__ import annotations

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import NARRATIVE, Incident
from dutydesk.domain.incident_masking import (
    DraftMasking,
    IncidentMasking,
    MaskingDecision,
    checked_masking,
)
from dutydesk.domain.officer import Actor
from dutydesk.domain.personal_word import PersonalWord, found_in
from dutydesk.store import casebook, logbook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident_masking import masking_entry


@dataclass(frozen=True, slots=True)
class MaskingSheet:
    """What one incident has of decisions, and the words that could be masked."""

    incident: Incident
    decisions: tuple[IncidentMasking, ...]
    proposed: tuple[PersonalWord, ...]

    @property
    def is_masked(self) -> bool:
        """Tell whether the last decision masks."""
        return bool(self.decisions) and self.decisions[-1].decision is MaskingDecision.MASK


class IncidentMaskingService:
    """Masking hides on screen, paper and export; tables and journal keep the original."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def sheet(self, incident_id: str) -> MaskingSheet:
        """Return decisions and proposed words of an incident; raises RecordUnknown."""
        with self._store.reading() as tables:
            incident = casebook.incident_of(tables, incident_id)
            numbers = frozenset(
                one.phone for one in tables.incident_handling.parties.all() if one.phone
            )
            return MaskingSheet(
                incident,
                tables.incident_masking.of_incident(incident.id),
                tuple(found_in(_texts(tables, incident), numbers)),
            )

    def decide(self, draft: DraftMasking, *, by: Actor) -> Done[IncidentMasking]:
        """Mask, or keep the data with a reason; the same decision twice is written once.

        Raises RecordUnknown and the refusals of ``checked_masking``.
        """
        with self._store.writing(actor=by.name, action="incident.mask") as work:
            made = self._decided(work.tables, draft, by)
        return Done(made, work.changes)

    def unmask(self, draft: DraftMasking, *, by: Actor) -> Done[IncidentMasking]:
        """Show the data again, as an administrator and with a reason.

        Raises RecordUnknown, OfficerMayNot and the refusals of ``checked_masking``.
        """
        with self._store.writing(actor=by.name, action="incident.unmask") as work:
            made = self._decided(work.tables, draft, by)
        return Done(made, work.changes)

    def _decided(self, tables: Tables, draft: DraftMasking, by: Actor) -> IncidentMasking:
        known = tables.incident_masking.by_id(draft.id)
        if known is not None:
            return known
        incident, now = casebook.incident_of(tables, draft.incident_id), self._clock.now()
        before = tables.incident_masking.of_incident(incident.id)
        draft = checked_masking(draft, incident, before[-1] if before else None)
        recorder = logbook.recorder_for(tables, by, tables.shift.running())
        made = IncidentMasking(
            id=draft.id,
            incident_id=incident.id,
            decision=draft.decision,
            words=draft.words,
            reason=draft.reason.strip(),
            decided_at=now,
            decided_by=recorder.name,
        )
        tables.incident_masking.add(made)
        # The line says that it was decided, in words that are masked like all others.
        shown = casebook.file_of(tables, incident).incident
        line = casebook.line_about(shown, masking_entry(shown, made), now, self._ids)
        casebook.log_line(tables, line, recorder, now, self._ids)
        return made


def _texts(tables: Tables, incident: Incident) -> list[str]:
    texts = [incident.title, incident.place, incident.source, incident.exit_note]
    texts += [getattr(incident, name) for name in NARRATIVE]
    for report in tables.report.of_incident(incident.id):
        texts += [report.title, report.body, report.already_told]
        texts += [report.instruction, report.late_reason]
    for listed in tables.duty_log.of_incident(incident.id):
        entry = listed.entry
        texts += [entry.text, entry.person, entry.phone, entry.handling, *entry.details.values()]
    for taken in tables.incident_handling.taken_of(incident.id):
        texts.append(taken.note)
    return [text for text in texts if text]
