"""What may happen to an incident: opening, new facts, grading, closing (domain notes §6).

Rules of this file: pure functions from an incident to the next; the register number is given by
the caller inside the writing transaction, so that the numbers of a year have no gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dutydesk.domain.duty_log import AHEAD_ALLOWED
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import (
    CHANGEABLE,
    FIGURE_LIMIT,
    NARRATIVE,
    DraftIncident,
    ExitReason,
    Grading,
    Incident,
    IncidentCategory,
    IncidentChange,
    IncidentKind,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.incident_refusals import (
    ExitNoteMissing,
    FigureNegative,
    FigureTooLarge,
    FinalReportMissing,
    IncidentEnded,
    IncidentTextMissing,
    IncidentTextTooLong,
    KindUnknown,
    OccurredAfterReceived,
    ReceivedInFuture,
    UpdateChangesNothing,
    UpdateReasonMissing,
)

MAX_TEXT = 20_000
MAX_LINE = 200


def check_kind(category: IncidentCategory, kind: str, kinds: Sequence[IncidentKind]) -> None:
    """Accept a kind that the unit's list has under the category; raises KindUnknown."""
    if any(known.category is category and known.name == kind for known in kinds):
        return
    elsewhere = next((known.category for known in kinds if known.name == kind), None)
    allowed = tuple(known.name for known in kinds if known.category is category)
    raise KindUnknown(kind, category, allowed, elsewhere)


def check_figures(figures: Mapping[str, int | None]) -> None:
    """Accept figures that may be; raises FigureNegative, FigureTooLarge."""
    for name, value in figures.items():
        if value is not None and value < 0:
            raise FigureNegative(name, value)
        if value is not None and value > FIGURE_LIMIT:
            raise FigureTooLarge(name, value)


def open_incident(
    draft: DraftIncident, *, incident_no: str, now: datetime, opened_by: str
) -> Incident:
    """Return the incident of a draft, not yet graded.

    Raises IncidentTextMissing, IncidentTextTooLong, FigureNegative, ReceivedInFuture and
    OccurredAfterReceived.
    """
    facts = {
        name: getattr(draft, name)
        for name in DraftIncident.__dataclass_fields__
        if name not in {"level", "level_reason"}
    }
    incident = Incident(**facts, incident_no=incident_no, opened_at=now, opened_by=opened_by)
    _check(incident, now)
    return incident


def update(incident: Incident, change: IncidentChange, *, now: datetime) -> Incident:
    """Return the incident with the new facts; grading is decided apart by ``decide_level``.

    Raises BadInput for a field that is no fact, UpdateReasonMissing, UpdateChangesNothing,
    IncidentEnded and what ``open_incident`` raises.
    """
    if incident.is_closed:
        raise IncidentEnded(incident.incident_no, incident.closed_at)
    if not change.reason.strip():
        raise UpdateReasonMissing
    unknown = sorted(set(change.values) - CHANGEABLE)
    if unknown:
        raise BadInput(unknown[0], str(change.values[unknown[0]]))
    changed = replace(incident, **change.values)  # type: ignore[arg-type] # names checked above
    if changed == incident and change.level in {None, incident.level}:
        raise UpdateChangesNothing
    if changed.status in {IncidentStatus.ENDED, IncidentStatus.ARCHIVED}:
        raise BadInput("status", changed.status)
    changed = _since_stable(incident, changed, now)
    _check(changed, now)
    return changed


def suggest(incident: Incident, level: IncidentLevel, reason: str) -> Incident:
    """Return the incident with the program's suggestion; a person's reason is not overwritten."""
    if incident.level_confirmed_by is None:
        return replace(incident, suggested_level=level, level_reason=reason)
    return replace(incident, suggested_level=level)


def decide_level(incident: Incident, grading: Grading) -> Incident:
    """Return the incident as graded by a person."""
    return replace(
        incident,
        level=grading.level,
        is_sensitive=grading.is_sensitive,
        is_serious_near_miss=grading.is_serious_near_miss,
        level_reason=grading.reason or incident.level_reason,
        level_confirmed_by=grading.decided_by,
        level_confirmed_at=grading.decided_at,
    )


def close(
    incident: Incident, *, has_final_report: bool, now: datetime, closed_by: str
) -> Incident:
    """Return the ended incident; raises IncidentEnded, FinalReportMissing."""
    if incident.is_closed:
        raise IncidentEnded(incident.incident_no, incident.closed_at)
    if not has_final_report:
        raise FinalReportMissing(incident.incident_no)
    return replace(incident, status=IncidentStatus.ENDED, closed_at=now, closed_by=closed_by)


def close_as_exit(
    incident: Incident, exit_reason: ExitReason, note: str, *, now: datetime, closed_by: str
) -> Incident:
    """Return the incident ended without final report; raises IncidentEnded, ExitNoteMissing."""
    if not note.strip():
        raise ExitNoteMissing(exit_reason)
    ended = close(incident, has_final_report=True, now=now, closed_by=closed_by)
    return replace(ended, exit_reason=exit_reason, exit_note=note)


def next_incident_no(year: int, taken: Iterable[str]) -> str:
    """Return the number after the highest of the year: ``2026-001`` when there is none."""
    highest = max(
        (int(no.split("-")[1]) for no in taken if no.startswith(f"{year:04d}-")), default=0
    )
    return f"{year:04d}-{highest + 1:03d}"


def _since_stable(before: Incident, after: Incident, now: datetime) -> Incident:
    """Note since when a situation is stable; one that stirs again is stable since nothing."""
    if after.status is not IncidentStatus.STABLE:
        return replace(after, stable_at=None)
    return after if before.stable_at else replace(after, stable_at=now)


def _check(incident: Incident, now: datetime) -> None:
    for name in ("title", "place", "kind"):
        text = getattr(incident, name)
        if not text.strip():
            raise IncidentTextMissing(name)
        _check_length(name, text, MAX_LINE)
    for name in NARRATIVE:
        _check_length(name, getattr(incident, name), MAX_TEXT)
    check_figures(incident.figures())
    if incident.received_at > now + AHEAD_ALLOWED:
        raise ReceivedInFuture(incident.received_at, now)
    if incident.occurred_at is not None and incident.occurred_at > incident.received_at:
        raise OccurredAfterReceived(incident.occurred_at, incident.received_at)


def _check_length(name: str, text: str, limit: int) -> None:
    if len(text) > limit:
        raise IncidentTextTooLong(name, len(text), limit)
