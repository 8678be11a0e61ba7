"""Use cases of incidents: open, new facts, grading, closing, clocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from dutydesk.domain import incident_handling as handling
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline import DeadlineWatch, DueClock, ReportClock, clocks
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import (
    DraftIncident,
    ExitReason,
    Figures,
    Grading,
    Incident,
    IncidentCategory,
    IncidentChange,
    IncidentKind,
    IncidentLevel,
)
from dutydesk.domain.incident_offer import OfferOutcome, Settlement
from dutydesk.domain.instants import china
from dutydesk.domain.level import LevelCriterion, Suggestion, suggest_level
from dutydesk.domain.near_miss import (
    NearMiss,
    NearMissChoices,
    NearMissCriterion,
    NearMissDecision,
    NearMissReasonMissing,
    circumstances,
    suggest_near_miss,
)
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import Report, is_reported_out
from dutydesk.store import casebook, grading, logbook
from dutydesk.store.grading import Decider
from dutydesk.store.offering import settle
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident import suggestion_reason
from dutydesk.wording.incident_entry import closed_entry, opened_entry
from dutydesk.wording.near_miss import near_miss_reason

if TYPE_CHECKING:
    from dutydesk.domain.incident_closing import LooseEndAnswer


@dataclass(frozen=True)
class IncidentView:
    """One incident as a screen shows it, with the program's present suggestion."""

    incident: Incident
    gradings: tuple[Grading, ...]
    reports: tuple[Report, ...]
    clocks: tuple[ReportClock, ...]
    suggestion: Suggestion
    near_miss: NearMiss | None = None


_Judging = tuple[list[LevelCriterion], list[NearMissCriterion]]


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
            decider = Decider(recorder, now, self._ids)
            incident = self._opened(tables, draft, decider)
            tables.incident.put(incident)
            tables.incident.add_grading(grading.grading_of(incident, decider))
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
            changed = grading.with_near_miss_reason(tables, grading.suggested(tables, changed))
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            decider = Decider(recorder, now, self._ids)
            changed = grading.decided(tables, changed, file.gradings[-1], change, decider)
            tables.incident.put(changed)
        return Done(changed, work.changes)

    def confirm_level(
        self,
        incident_id: str,
        level: IncidentLevel | None,
        reason: str = "",
        *,
        near_miss: NearMissDecision | None = None,
        by: Actor,
    ) -> Done[Incident]:
        """Decide the level, 较大涉险, or both; without own words the suggestion's reason is kept.

        Raises RecordUnknown, IncidentEnded, NearMissReasonMissing.
        """
        view = self.incident(incident_id)
        incident = view.incident
        said = reason.strip() or suggestion_reason(view.suggestion)
        if incident.level is level and incident.level_confirmed_by is not None:
            level = None
        values = near_miss.values(incident) if near_miss else {}
        if level is None and not values:
            return Done(incident, Changes())
        if level is None and near_miss is not None:
            found = near_miss_reason(view.near_miss) if view.near_miss else ""
            said = near_miss.reason.strip() or found
            if not said:
                raise NearMissReasonMissing
        return self.update(incident.id, IncidentChange(values, said, level), by=by)

    def close(
        self,
        incident_id: str,
        *,
        by: Actor,
        exit_reason: ExitReason | None = None,
        note: str = "",
        answers: Sequence[LooseEndAnswer] = (),
    ) -> Done[Incident]:
        """End an incident after its final report, or as 误报/非突发事件 with a note.

        ``answers`` say what becomes of what is still open; the end does not wait for it.
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
            if answers:
                # Only an end with something still open asks for it.
                from dutydesk.domain.incident_closing import ClosingStep  # noqa: PLC0415
                from dutydesk.store.loose_ends import keep_answers  # noqa: PLC0415

                about = (ended.id, ClosingStep.CLOSE)
                keep_answers(tables, answers, about, (recorder, now, self._ids))
            line = casebook.line_about(ended, closed_entry(ended), now, self._ids)
            casebook.log_line(tables, line, recorder, now, self._ids)
        return Done(ended, work.changes)

    def incident(self, incident_id: str) -> IncidentView:
        """Return one incident by id or register number; raises RecordUnknown."""
        with self._store.reading() as tables:
            file = casebook.incident_file(tables, incident_id)
            return self._view(file, casebook.unit_rules(tables), _judging(tables))

    def incidents(self, *, only_running: bool = False) -> list[IncidentView]:
        """Return the incidents, the one opened last first."""
        with self._store.reading() as tables:
            rules = casebook.unit_rules(tables)
            found = tables.incident.running() if only_running else tables.incident.all()
            judging = _judging(tables)
            files = casebook.files_of(tables, found[::-1])
            return [self._view(file, rules, judging) for file in files]

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
                tuple(casebook.files_of(tables, found)),
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

    def near_miss_choices(self, category: IncidentCategory, figures: Figures) -> NearMissChoices:
        """Return what speaks for a serious near miss, and what a person may judge."""
        with self._store.reading() as tables:
            criteria = tables.near_miss.all()
        return NearMissChoices(
            suggest_near_miss(category, figures, criteria), circumstances(category, criteria)
        )

    def first_report_word(self) -> str:
        """Return 首报 or 初报, as the unit says."""
        with self._store.reading() as tables:
            return casebook.first_report_word(tables)

    def _opened(self, tables: Tables, draft: DraftIncident, by: Decider) -> Incident:
        number = handling.next_incident_no(
            china(draft.received_at).year, tables.incident.numbers()
        )
        incident = handling.open_incident(
            draft, incident_no=number, now=by.now, opened_by=by.recorder.name
        )
        handling.check_kind(incident.category, incident.kind, tables.rule_set.kinds())
        incident = grading.with_near_miss_reason(tables, grading.suggested(tables, incident))
        return grading.graded_by_draft(incident, draft, by)

    def _view(
        self, file: IncidentFile, rules: list[DeadlineRule], judging: _Judging
    ) -> IncidentView:
        incident = file.incident
        criteria, near_misses = judging
        return IncidentView(
            incident,
            file.gradings,
            file.reports,
            tuple(clocks(file, rules, self._clock.now())),
            suggest_level(incident.category, incident.kind, incident, criteria),
            suggest_near_miss(incident.category, incident, near_misses),
        )

    @staticmethod
    def _check_origin(tables: Tables, entry_id: str | None) -> None:
        if entry_id is not None and tables.duty_log.by_id(entry_id) is None:
            raise RecordUnknown("log_entry", entry_id)


def _judging(tables: Tables) -> _Judging:
    """Return what the unit grades by, once for however many incidents."""
    return tables.rule_set.criteria(), tables.near_miss.all()
