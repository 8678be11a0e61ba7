"""The timeline of one incident: one value for the picture on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dutydesk.domain.clock import Clock
from dutydesk.domain.deadline import ReportClock, clocks
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.incident import Incident, IncidentStatus
from dutydesk.domain.incident_masking import masked
from dutydesk.domain.incident_timeline import (
    IncidentTimeline,
    MarkKind,
    TimelineClock,
    TimelineMark,
    in_order,
)
from dutydesk.store import casebook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import incident_timeline as words
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.incident import LEVEL, STATUS
from dutydesk.wording.report import stage_line


class IncidentTimelineService:
    """Reads; nothing here writes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def timeline(self, incident_id: str) -> IncidentTimeline:
        """Return the timeline of an incident by id or register number; raises RecordUnknown."""
        now = self._clock.now()
        with self._store.reading() as tables:
            file = casebook.incident_file(tables, incident_id)
            first_word = casebook.first_report_word(tables)
            found = clocks(file, casebook.unit_rules(tables), now)
            marks = in_order(list(_marks(tables, file, first_word)))
            masker = tables.incident_masking.masker(file.incident.id)
        incident = file.incident
        lanes = tuple(_lane(clock, first_word) for clock in found)
        starts = [mark.at for mark in marks] + [lane.starts_at for lane in lanes]
        timeline = IncidentTimeline(
            incident_id=incident.id,
            incident_no=incident.incident_no,
            title=incident.title,
            starts_at=min(starts),
            ends_at=_end(incident, marks, lanes, now),
            is_running=not incident.is_closed,
            as_of=now,
            marks=marks,
            clocks=lanes,
        )
        return masked(timeline, masker)


def _marks(tables: Tables, file: IncidentFile, first_word: str) -> Iterator[TimelineMark]:
    yield from _beginning(file.incident)
    for at, grading in enumerate(file.gradings):
        yield TimelineMark(
            kind=MarkKind.GRADED,
            at=grading.decided_at,
            word=LEVEL[grading.level],
            words=words.graded_words(grading, is_first=at == 0),
            record_id=grading.id,
        )
    for report in file.reports:
        yield TimelineMark(
            kind=MarkKind.REPORT,
            at=report.sent_at,
            word=stage_line(report, first_word),
            words=words.reported_words(report, first_word),
            is_late=bool(report.late_by_minutes),
            record_id=report.id,
        )
    archive = tables.incident_closing.archive_of(file.incident.id)
    if archive is not None:
        word = STATUS[IncidentStatus.ARCHIVED]
        said = f"{word}（{archive.archived_by}）"
        yield TimelineMark(kind=MarkKind.STATE, at=archive.archived_at, word=word, words=said)
    handled = list(_handling(tables, file.incident.id))
    yield from (mark for mark, _ in handled)
    yield from _entries(tables, file.incident.id, {entry_id for _, entry_id in handled})


def _handling(tables: Tables, incident_id: str) -> Iterator[tuple[TimelineMark, str]]:
    """Yield calls and first actions, each with the entry that tells of it."""
    for notice in tables.incident_handling.notices_of(incident_id):
        mark = TimelineMark(
            kind=MarkKind.NOTICE,
            at=notice.told_at,
            word=notice.party,
            words=words.told_words(notice),
            record_id=notice.id,
        )
        yield mark, notice.entry_id
    for taken in tables.incident_handling.taken_of(incident_id):
        mark = TimelineMark(
            kind=MarkKind.INITIAL_ACTION,
            at=taken.done_at,
            word=taken.action,
            words=words.taken_words(taken),
            record_id=taken.id,
        )
        yield mark, taken.entry_id


def _entries(tables: Tables, incident_id: str, told: set[str]) -> Iterator[TimelineMark]:
    """Yield the entries that nothing else on the line tells of."""
    entries = tables.duty_log.of_incident(incident_id)
    for listed in sorted(entries, key=lambda one: one.entry.recorded_at):
        if listed.entry.correction_of in told:
            told.add(listed.entry.id)
    for listed in entries:
        # What the program wrote by itself tells of reports and gradings, which stand here already.
        is_void = listed.is_struck or listed.entry.is_withdrawal
        if not (listed.entry.is_automatic or is_void or listed.entry.id in told):
            yield _entry(listed)


def _beginning(incident: Incident) -> Iterator[TimelineMark]:
    if incident.occurred_at is not None:
        yield TimelineMark(
            kind=MarkKind.OCCURRED, at=incident.occurred_at, word="事发", words=incident.place
        )
    source = f"，{incident.source}" if incident.source else ""
    yield TimelineMark(
        kind=MarkKind.RECEIVED,
        at=incident.received_at,
        word="接报",
        words=f"{incident.title}{source}",
    )
    if incident.stable_at is not None:
        word = STATUS[IncidentStatus.STABLE]
        yield TimelineMark(kind=MarkKind.STATE, at=incident.stable_at, word=word, words=word)
    if incident.closed_at is not None:
        yield TimelineMark(
            kind=MarkKind.STATE,
            at=incident.closed_at,
            word=STATUS[IncidentStatus.ENDED],
            words=words.status_words(incident),
        )


def _entry(listed: ListedEntry) -> TimelineMark:
    entry = listed.entry
    kind = ENTRY_KIND[entry.kind]
    return TimelineMark(
        kind=MarkKind.ENTRY,
        at=entry.at,
        word=kind,
        words=f"{kind}　{entry.text}",
        record_id=entry.id,
    )


def _lane(clock: ReportClock, first_word: str) -> TimelineClock:
    return TimelineClock(
        # What is no report stands among what is written.
        medium=clock.medium,
        starts_at=clock.starts_at,
        due_at=clock.due_at,
        status=clock.status,
        word=words.clock_word(clock, first_word),
        words=words.clock_said(clock, first_word),
        stopped_at=clock.stopped_at,
    )


def _end(
    incident: Incident,
    marks: tuple[TimelineMark, ...],
    lanes: tuple[TimelineClock, ...],
    now: datetime,
) -> datetime:
    known = [mark.at for mark in marks] + [lane.due_at for lane in lanes]
    known += [lane.stopped_at for lane in lanes if lane.stopped_at is not None]
    return max(known if incident.is_closed else [*known, now])
