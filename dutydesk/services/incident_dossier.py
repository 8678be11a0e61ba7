"""Composes the dossier of one incident: everything that is on record of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from dutydesk.domain.clock import Clock
from dutydesk.domain.deadline import clocks
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.duty_log import in_order
from dutydesk.domain.incident_timeline import IncidentTimeline
from dutydesk.domain.paper_incident_dossier import ClockLine, IncidentDossier, NamedPart
from dutydesk.domain.report import Report
from dutydesk.domain.report_draft import followed
from dutydesk.store import casebook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import dossier_parts as parts
from dutydesk.wording import incident_dossier as words
from dutydesk.wording.incident import LEVEL

Timeline = Callable[[str], IncidentTimeline]
"""Reads the timeline of an incident, which another feature composes."""


class IncidentDossierService:
    """Reads what stands in the dossier."""

    def __init__(self, store: Store, clock: Clock, timeline: Timeline) -> None:
        self._store = store
        self._clock = clock
        self._timeline = timeline

    def dossier(self, incident_id: str) -> IncidentDossier:
        """Return an incident, by id or number, as a whole; raises RecordUnknown."""
        now = self._clock.now()
        with self._store.reading() as tables:
            file = casebook.incident_file(tables, incident_id)
            incident = file.incident
            room = tables.room.get()
            word = casebook.first_report_word(tables)
            found = tables.duty_log.of_incident(incident.id)
            origin = tables.duty_log.by_id(incident.origin_entry_id or "")
            if origin is not None and origin.entry.id not in {one.entry.id for one in found}:
                found = [origin, *found]
            entries = in_order(tables.attachment.shown_with(found))
            reports = sorted(file.reports, key=lambda one: (one.sent_at, one.recorded_at))
            by_id = {one.id: one for one in reports}
            gradings = tuple(map(words.grading_line, file.gradings))
            dossier = IncidentDossier(
                unit=room.unit,
                is_practice=room.is_practice,
                incident_no=incident.incident_no,
                title=incident.title,
                level=LEVEL[incident.level],
                status=words.status_words(incident),
                received_at=incident.received_at,
                as_of=now,
                closed_at=incident.closed_at,
                facts=words.fact_pairs(incident),
                figures=words.figure_pairs(incident),
                texts=words.text_pairs(incident),
                gradings=gradings,
                clocks=_limits(tables, file, reports, now, word),
                reports=tuple(words.report_part(one, word, by_id) for one in reports),
                timeline=words.time_lines(self._timeline(incident.id)),
                parts=(_chain(tables, file, word), *_parts(tables, incident.id)),
                entries=tuple(map(words.entry_line, entries)),
                attachments=words.attachment_lines(entries),
            )
            return tables.incident_masking.shown(incident.id, dossier)


def _limits(
    tables: Tables, file: IncidentFile, reports: Sequence[Report], now: datetime, first_word: str
) -> tuple[ClockLine, ...]:
    """Return every limit that ran, by when it ran out."""
    found = clocks(file, casebook.unit_rules(tables), now)
    lines = [words.clock_line(one, first_word, file.incident.level) for one in found]
    lines += words.report_lines(reports, found, first_word)
    return tuple(sorted(lines, key=lambda one: one.due_at))


def _chain(tables: Tables, file: IncidentFile, first_word: str) -> NamedPart:
    """Return what the written reports went through."""
    drafts = tables.report_draft.of_incident(file.incident.id)
    steps = tables.report_draft.steps_of_incident(file.incident.id)
    return parts.chain_part(followed(drafts, file.reports, steps), first_word)


def _parts(tables: Tables, incident_id: str) -> tuple[NamedPart, ...]:
    """Return what else is kept of an incident; a further part is named here."""
    handled, closed = tables.incident_handling, tables.incident_closing
    items = (tables.open_item.by_id(one.item_id) for one in closed.rectifications_of(incident_id))
    archive = closed.archive_of(incident_id)
    return (
        parts.notice_part(handled.notices_of(incident_id)),
        parts.action_part(handled.taken_of(incident_id)),
        parts.loose_end_part(closed.answers_of(incident_id)),
        parts.review_part(closed.reviews_of(incident_id)),
        parts.rectification_part([item for item in items if item is not None]),
        parts.archive_part([archive] if archive else []),
    )
