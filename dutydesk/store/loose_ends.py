"""What is still open of an incident when it is ended or filed, and the answers to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from dutydesk.domain.clock import Ids
from dutydesk.domain.deadline import clocks
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.incident_closing import (
    ClosingStep,
    IncidentLooseEnd,
    LooseEnd,
    LooseEndAnswer,
    LooseEndKind,
)
from dutydesk.domain.open_item import OpenItem, OpenItemStatus
from dutydesk.store import casebook
from dutydesk.store.tables import Tables
from dutydesk.wording.incident_closing import clock_end, directive_end, draft_end, item_end


def loose_ends(tables: Tables, file: IncidentFile, now: datetime) -> tuple[LooseEnd, ...]:
    """Return what is still open of an incident: directives, drafts, clocks, open items."""
    return tuple(_loose_ends(tables, file, now))


def keep_answers(
    tables: Tables,
    answers: Sequence[LooseEndAnswer],
    about: tuple[str, ClosingStep],
    written: tuple[Recorder, datetime, Ids],
) -> None:
    """Put what was said about loose ends on record."""
    incident_id, step = about
    recorder, now, ids = written
    for one in answers:
        if one.answer.strip():
            tables.incident_closing.add_answer(
                IncidentLooseEnd(
                    id=ids.new(),
                    incident_id=incident_id,
                    kind=one.end.kind,
                    record_id=one.end.record_id,
                    words=one.end.words,
                    answer=one.answer.strip(),
                    step=step,
                    answered_at=now,
                    answered_by=recorder.name,
                )
            )


def open_items_of(tables: Tables, incident_id: str) -> list[OpenItem]:
    """Return the open items that began with an entry of the incident."""
    entries = tables.duty_log.of_incident(incident_id)
    return [item for one in entries for item in tables.open_item.of_entry(one.entry.id)]


def _loose_ends(tables: Tables, file: IncidentFile, now: datetime) -> Iterator[LooseEnd]:
    incident = file.incident
    for one in tables.duty_log.of_incident(incident.id):
        line = tables.directive.of_entry(one.entry.id)
        if line is not None and not line.is_closed:
            yield LooseEnd(LooseEndKind.DIRECTIVE, line.id, directive_end(line))
    first_word = casebook.first_report_word(tables)
    for draft in tables.report_draft.of_incident(incident.id):
        if draft.is_on_the_desk:
            words = draft_end(draft, first_word)
            yield LooseEnd(LooseEndKind.REPORT_DRAFT, draft.id, words)
    if not incident.is_closed:
        yield from _clocks(file, casebook.unit_rules(tables), now, first_word)
    # What has to be mended lives on by itself: it is no loose end.
    mended = {one.item_id for one in tables.incident_closing.rectifications_of(incident.id)}
    for item in open_items_of(tables, incident.id):
        if item.status is OpenItemStatus.OPEN and item.id not in mended:
            yield LooseEnd(LooseEndKind.OPEN_ITEM, item.id, item_end(item))


def _clocks(
    file: IncidentFile, rules: Sequence[DeadlineRule], now: datetime, first_word: str
) -> Iterator[LooseEnd]:
    for clock in clocks(file, rules, now):
        if clock.is_open:
            record_id = f"{clock.stage or clock.task}:{clock.medium or ''}"
            yield LooseEnd(LooseEndKind.CLOCK, record_id, clock_end(clock, first_word))
