"""Suggesting and deciding how grave an incident is, for every use case that changes its facts.

Rules of this file: the program's suggestion never replaces what a person decided; each decision
on level, 敏感 or 较大涉险 adds one grading and one line in the log.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain import incident_handling as handling
from dutydesk.domain.clock import Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.incident import (
    DraftIncident,
    Figures,
    Grading,
    Incident,
    IncidentCategory,
    IncidentChange,
    IncidentLevel,
)
from dutydesk.domain.level import suggest_level
from dutydesk.domain.near_miss import NearMiss, NearMissReasonMissing, suggest_near_miss
from dutydesk.store import casebook
from dutydesk.store.tables import Tables
from dutydesk.wording.incident import decided_reason, suggestion_reason
from dutydesk.wording.incident_entry import graded_entry
from dutydesk.wording.near_miss import near_miss_reason


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, when, and where the ids of what is written come from."""

    recorder: Recorder
    now: datetime
    ids: Ids


def suggested(tables: Tables, incident: Incident) -> Incident:
    """Return the incident with the level its figures suggest now."""
    found = suggest_level(incident.category, incident.kind, incident, tables.rule_set.criteria())
    return handling.suggest(incident, found.level, suggestion_reason(found))


def near_miss(tables: Tables, category: IncidentCategory, figures: Figures) -> NearMiss | None:
    """Return what speaks for a serious near miss, by the unit's criteria."""
    return suggest_near_miss(category, figures, tables.near_miss.all())


def with_near_miss_reason(tables: Tables, incident: Incident) -> Incident:
    """Return the incident with a reason for 较大涉险: its own words, else the figure's.

    One that is no near miss has none. Raises NearMissReasonMissing.
    """
    if not incident.is_serious_near_miss:
        return replace(incident, near_miss_reason="")
    if incident.near_miss_reason.strip():
        return replace(incident, near_miss_reason=incident.near_miss_reason.strip())
    found = near_miss(tables, incident.category, incident)
    if found is None:
        raise NearMissReasonMissing
    return replace(incident, near_miss_reason=near_miss_reason(found))


def graded_by_draft(incident: Incident, draft: DraftIncident, by: Decider) -> Incident:
    """Return a new incident with the level its draft decides, if it decides one."""
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
        level_confirmed_by=by.recorder.name,
        level_confirmed_at=by.now,
    )


def grading_of(incident: Incident, by: Decider) -> Grading:
    """Return the decision an incident now stands under."""
    return Grading(
        id=by.ids.new(),
        incident_id=incident.id,
        level=incident.level,
        is_sensitive=incident.is_sensitive,
        is_serious_near_miss=incident.is_serious_near_miss,
        decided_at=by.now,
        decided_by=by.recorder.name,
        reason=incident.level_reason,
    )


def decided(
    tables: Tables, incident: Incident, before: Grading, change: IncidentChange, by: Decider
) -> Incident:
    """Return the incident under the decision of a change, if it holds one, with its line."""
    is_decision = change.level is not None or urgency(incident) != urgency(before)
    if not is_decision:
        return incident
    grading = replace(
        grading_of(incident, by), level=change.level or incident.level, reason=change.reason
    )
    tables.incident.add_grading(grading)
    line = casebook.line_about(incident, graded_entry(incident, before, grading), by.now, by.ids)
    casebook.log_line(tables, line, by.recorder, by.now, by.ids)
    return handling.decide_level(incident, grading) if change.level else incident


def urgency(found: Incident | Grading) -> tuple[bool, bool]:
    """Return what is decided beside the level and changes the clocks all the same."""
    return found.is_sensitive, found.is_serious_near_miss
