"""Use cases of incidents: open, new facts, grading, closing, clocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dutydesk.domain import incident_handling as handling
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.deadline import DeadlineWatch, DueClock, ReportClock, clocks
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import (
    DraftIncident,
    ExitReason,
    Grading,
    Incident,
    IncidentCategory,
    IncidentChange,
    IncidentKind,
    IncidentLevel,
)
from dutydesk.domain.incident_offer import OfferOutcome, Settlement
from dutydesk.domain.instants import china
from dutydesk.domain.level import Suggestion, suggest_level
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import Report, is_reported_out
from dutydesk.store import casebook, logbook
from dutydesk.store.offering import settle
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident import decided_reason, suggestion_reason
from dutydesk.wording.incident_entry import closed_entry, graded_entry, opened_entry


@dataclass(frozen=True)
class IncidentView:
    """One incident as a screen shows it, with the program's present suggestion."""

    incident: Incident
    gradings: tuple[Grading, ...]
    reports: tuple[Report, ...]
    clocks: tuple[ReportClock, ...]
    suggestion: Suggestion


class IncidentService:
    """What an officer does with incidents, apart from reporting them."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def open(self, draft: DraftIncident, *, by: Actor) -> Done[Incident]:
        """Open an incident, graded when the draft names a level, with an entry in the log.

        A draft whose id is on record already is returned as it stands. Raises RecordUnknown for
        the entry it began with, KindUnknown and the refusals of ``open_incident``.
        """
        with self._store.writing(actor=by.name, action="incident.open") as work:
            tables = work.tables
            known = tables.incident.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            self._check_origin(tables, draft.origin_entry_id)
            now = self._clock.now()
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            incident = self._opened(tables, draft, recorder, now)
            tables.incident.put(incident)
            tables.incident.add_grading(self._grading(incident, recorder, now))
            line = casebook.line_about(incident, opened_entry(incident), now, self._ids)
            casebook.log_line(tables, line, recorder, now, self._ids)
            if draft.origin_entry_id is not None:
                made = Settlement(
                    OfferOutcome.INCIDENT, now, recorder.name, incident_id=incident.id
                )
                settle(tables, draft.origin_entry_id, made)
            tables.draft.drop(draft.id)
        return Done(incident, work.changes)

    def update(self, incident_id: str, change: IncidentChange, *, by: Actor) -> Done[Incident]:
        """Put new facts on record; a level, 敏感 or 较大涉险 is a decision with its entry.

        Raises RecordUnknown, KindUnknown and the refusals of ``update``.
        """
        with self._store.writing(actor=by.name, action="incident.update") as work:
            tables = work.tables
            file = casebook.incident_file(tables, incident_id)
            now = self._clock.now()
            changed = handling.update(file.incident, change, now=now)
            if {"category", "kind"} & set(change.values):
                handling.check_kind(changed.category, changed.kind, tables.rule_set.kinds())
            changed = self._suggested(tables, changed)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            before = file.gradings[-1]
            if change.level is not None or _urgency(changed) != _urgency(before):
                changed = self._graded(tables, changed, before, (change, recorder, now))
            tables.incident.put(changed)
        return Done(changed, work.changes)

    def confirm_level(
        self, incident_id: str, level: IncidentLevel, reason: str = "", *, by: Actor
    ) -> Done[Incident]:
        """Decide the level; without words of one's own the suggestion's reason is kept.

        Raises RecordUnknown, IncidentEnded.
        """
        view = self.incident(incident_id)
        said = reason.strip() or suggestion_reason(view.suggestion)
        if view.incident.level is level and view.incident.level_confirmed_by is not None:
            return Done(view.incident, Changes())
        return self.update(view.incident.id, IncidentChange({}, said, level), by=by)

    def close(
        self,
        incident_id: str,
        *,
        by: Actor,
        exit_reason: ExitReason | None = None,
        note: str = "",
    ) -> Done[Incident]:
        """End an incident after its final report, or as 误报/非突发事件 with a note.

        Raises RecordUnknown, IncidentEnded, FinalReportMissing, ExitNoteMissing.
        """
        with self._store.writing(actor=by.name, action="incident.close") as work:
            tables = work.tables
            file = casebook.incident_file(tables, incident_id)
            now = self._clock.now()
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            if exit_reason is None:
                ended = handling.close(
                    file.incident,
                    has_final_report=is_reported_out(file.reports),
                    now=now,
                    closed_by=recorder.name,
                )
            else:
                ended = handling.close_as_exit(
                    file.incident, exit_reason, note, now=now, closed_by=recorder.name
                )
            tables.incident.put(ended)
            line = casebook.line_about(ended, closed_entry(ended), now, self._ids)
            casebook.log_line(tables, line, recorder, now, self._ids)
        return Done(ended, work.changes)

    def incident(self, incident_id: str) -> IncidentView:
        """Return one incident by id or register number; raises RecordUnknown."""
        with self._store.reading() as tables:
            file = casebook.incident_file(tables, incident_id)
            return self._view(tables, file, casebook.unit_rules(tables))

    def incidents(self, *, only_running: bool = False) -> list[IncidentView]:
        """Return the incidents, the one opened last first."""
        with self._store.reading() as tables:
            rules = casebook.unit_rules(tables)
            found = tables.incident.running() if only_running else tables.incident.all()
            return [
                self._view(tables, casebook.file_of(tables, one), rules) for one in found[::-1]
            ]

    def watch(self, at: datetime | None = None) -> DeadlineWatch:
        """Return what the clocks running at an instant are computed from.

        ``at`` None or ahead takes the incidents running now; ``DeadlineWatch.due`` then answers
        for any instant without reading again, until an incident changes. An earlier ``at`` leaves
        out what was received after it.
        """
        with self._store.reading() as tables:
            if at is not None and at < self._clock.now():
                found = [one for one in tables.incident.all() if one.received_at <= at]
            else:
                found = tables.incident.running()
            return DeadlineWatch(
                tuple(casebook.file_of(tables, one) for one in found),
                tuple(casebook.unit_rules(tables)),
            )

    def due(self, at: datetime | None = None) -> list[DueClock]:
        """Return every running clock as it stood at an instant (now), the first due first."""
        return self.watch(at).due(at or self._clock.now())

    def kinds(self) -> dict[IncidentCategory, list[str]]:
        """Return the unit's sub-types under the four categories."""
        with self._store.reading() as tables:
            kinds: list[IncidentKind] = tables.rule_set.kinds()
        return {
            category: [kind.name for kind in kinds if kind.category is category]
            for category in IncidentCategory
        }

    def suggestion(self, draft: DraftIncident) -> Suggestion:
        """Return what the criteria suggest for a form that is still being filled in."""
        with self._store.reading() as tables:
            criteria = tables.rule_set.criteria()
        return suggest_level(draft.category, draft.kind, draft, criteria)

    def first_report_word(self) -> str:
        """Return 首报 or 初报, as the unit says."""
        with self._store.reading() as tables:
            return casebook.first_report_word(tables)

    def _opened(
        self, tables: Tables, draft: DraftIncident, recorder: Recorder, now: datetime
    ) -> Incident:
        number = handling.next_incident_no(
            china(draft.received_at).year, tables.incident.numbers()
        )
        incident = handling.open_incident(
            draft, incident_no=number, now=now, opened_by=recorder.name
        )
        handling.check_kind(incident.category, incident.kind, tables.rule_set.kinds())
        incident = self._suggested(tables, incident)
        if draft.level in {None, IncidentLevel.UNCLASSIFIED}:
            return incident
        reason = draft.level_reason.strip() or (
            incident.level_reason
            if draft.level is incident.suggested_level
            else decided_reason(draft.level, incident.level_reason)
        )
        return replace(
            incident,
            level=draft.level,
            level_reason=reason,
            level_confirmed_by=recorder.name,
            level_confirmed_at=now,
        )

    def _suggested(self, tables: Tables, incident: Incident) -> Incident:
        found = suggest_level(
            incident.category, incident.kind, incident, tables.rule_set.criteria()
        )
        return handling.suggest(incident, found.level, suggestion_reason(found))

    def _grading(self, incident: Incident, recorder: Recorder, now: datetime) -> Grading:
        return Grading(
            id=self._ids.new(),
            incident_id=incident.id,
            level=incident.level,
            is_sensitive=incident.is_sensitive,
            is_serious_near_miss=incident.is_serious_near_miss,
            decided_at=now,
            decided_by=recorder.name,
            reason=incident.level_reason,
        )

    def _graded(
        self,
        tables: Tables,
        incident: Incident,
        before: Grading,
        decision: tuple[IncidentChange, Recorder, datetime],
    ) -> Incident:
        change, recorder, now = decision
        grading = replace(
            self._grading(incident, recorder, now),
            level=change.level or incident.level,
            reason=change.reason,
        )
        tables.incident.add_grading(grading)
        line = casebook.line_about(
            incident, graded_entry(incident, before, grading), now, self._ids
        )
        casebook.log_line(tables, line, recorder, now, self._ids)
        return handling.decide_level(incident, grading) if change.level else incident

    def _view(self, tables: Tables, file: IncidentFile, rules: list[DeadlineRule]) -> IncidentView:
        incident = file.incident
        return IncidentView(
            incident,
            file.gradings,
            file.reports,
            tuple(clocks(file, rules, self._clock.now())),
            suggest_level(incident.category, incident.kind, incident, tables.rule_set.criteria()),
        )

    @staticmethod
    def _check_origin(tables: Tables, entry_id: str | None) -> None:
        if entry_id is not None and tables.duty_log.by_id(entry_id) is None:
            raise RecordUnknown("log_entry", entry_id)


def _urgency(found: Incident | Grading) -> tuple[bool, bool]:
    """Return what is decided beside the level and changes the clocks all the same."""
    return found.is_sensitive, found.is_serious_near_miss
