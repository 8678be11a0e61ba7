"""Use cases of what follows the end of an incident: loose ends, review, rectification, archive."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_closing import (
    ClosingSheet,
    ClosingStep,
    DraftRectification,
    DraftReview,
    IncidentArchive,
    IncidentReview,
    IncidentStillRunning,
    LooseEnd,
    LooseEndAnswer,
    Rectification,
    RectificationOwnerMissing,
    archived,
    check_review,
)
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import (
    OpenItem,
    OpenItemDueInPast,
    OpenItemStatus,
    OpenItemTitleMissing,
    check_length,
)
from dutydesk.domain.report import is_reported_out
from dutydesk.store import casebook, logbook
from dutydesk.store.loose_ends import keep_answers, loose_ends
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident_closing import (
    archived_entry,
    rectification_entry,
    reviewed_entry,
)


class IncidentClosingService:
    """What an officer does with an incident at and after its end."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def loose_ends(self, incident_id: str) -> tuple[LooseEnd, ...]:
        """Return what is still open of an incident; raises RecordUnknown."""
        with self._store.reading() as tables:
            return loose_ends(tables, _raw_file(tables, incident_id), self._clock.now())

    def sheet(self, incident_id: str) -> ClosingSheet:
        """Return all that followed the end of an incident; raises RecordUnknown."""
        with self._store.reading() as tables:
            file = casebook.incident_file(tables, incident_id)
            incident = file.incident
            kept = tables.incident_closing
            items = (
                tables.open_item.by_id(one.item_id) for one in kept.rectifications_of(incident.id)
            )
            sheet = ClosingSheet(
                incident,
                loose_ends(tables, file, self._clock.now()),
                kept.answers_of(incident.id),
                kept.reviews_of(incident.id),
                tuple(item for item in items if item is not None),
                kept.archive_of(incident.id),
            )
            return tables.incident_masking.shown(incident.id, sheet)

    def archive(
        self,
        incident_id: str,
        *,
        by: Actor,
        note: str = "",
        answers: Sequence[LooseEndAnswer] = (),
    ) -> Done[Incident]:
        """File an incident; one that is filed is given back as it stands.

        Raises RecordUnknown, IncidentStillRunning, FinalReportMissing.
        """
        with self._store.writing(actor=by.name, action="incident.archive") as work:
            tables = work.tables
            file = _raw_file(tables, incident_id)
            if file.incident.is_archived:
                return Done(file.incident, Changes())
            filed = archived(file.incident, is_reported_out=is_reported_out(file.reports))
            now = self._clock.now()
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            tables.incident.put(filed)
            keep_answers(
                tables, answers, (filed.id, ClosingStep.ARCHIVE), (recorder, now, self._ids)
            )
            tables.incident_closing.add_archive(
                IncidentArchive(
                    id=self._ids.new(),
                    incident_id=filed.id,
                    archived_at=now,
                    archived_by=recorder.name,
                    note=note.strip(),
                )
            )
            line = casebook.line_about(filed, archived_entry(filed, note), now, self._ids)
            casebook.log_line(tables, line, recorder, now, self._ids)
        return Done(filed, work.changes)

    def review(self, draft: DraftReview, *, by: Actor) -> Done[IncidentReview]:
        """Put a review on record, also after the archive; the same one twice is written once.

        Raises RecordUnknown and the refusals of ``check_review``.
        """
        with self._store.writing(actor=by.name, action="incident.review") as work:
            tables = work.tables
            known = tables.incident_closing.review(draft.id)
            if known is not None:
                return Done(known, Changes())
            incident = _raw_file(tables, draft.incident_id).incident
            check_review(draft, incident)
            now = self._clock.now()
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            review = IncidentReview(
                id=draft.id,
                incident_id=incident.id,
                went_well=draft.went_well,
                problems=draft.problems,
                lessons=draft.lessons,
                attendees=draft.attendees,
                reviewed_at=now,
                reviewed_by=recorder.name,
            )
            tables.incident_closing.add_review(review)
            line = casebook.line_about(incident, reviewed_entry(incident), now, self._ids)
            casebook.log_line(tables, line, recorder, now, self._ids)
        return Done(review, work.changes)

    def rectify(self, draft: DraftRectification, *, by: Actor) -> Done[OpenItem]:
        """Make an open item of what has to be mended, with its entry in the log.

        It lives on by itself: handed over, reminded of and closed as any other. The same one
        twice is written once. Raises RecordUnknown, IncidentStillRunning, OpenItemTitleMissing,
        OpenItemTextTooLong, OpenItemDueInPast, RectificationOwnerMissing.
        """
        with self._store.writing(actor=by.name, action="incident.rectify") as work:
            tables = work.tables
            known = tables.open_item.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            incident = _raw_file(tables, draft.incident_id).incident
            now = self._clock.now()
            _check_rectification(draft, incident)
            if draft.due_at is not None and draft.due_at <= now:
                raise OpenItemDueInPast(draft.due_at)
            shift = logbook.running_shift(tables, now, self._ids)
            recorder = logbook.recorder_for(tables, by, shift)
            text = rectification_entry(incident, draft.title, draft.owner, draft.due_at)
            entry = DraftEntry(
                id=self._ids.new(),
                kind=EntryKind.INCIDENT,
                text=text,
                at=now,
                incident_id=incident.id,
            )
            logbook.append_to(tables, shift, entry, recorder, now)
            item = OpenItem(
                id=draft.id,
                title=draft.title.strip(),
                owner=draft.owner.strip(),
                status=OpenItemStatus.OPEN,
                created_at=now,
                created_shift_id=shift.id,
                origin_entry_id=entry.id,
                due_at=draft.due_at,
            )
            tables.open_item.put(item)
            tables.incident_closing.add_rectification(
                Rectification(
                    id=self._ids.new(),
                    incident_id=incident.id,
                    item_id=item.id,
                    decided_at=now,
                    decided_by=recorder.name,
                )
            )
        return Done(item, work.changes)


def _check_rectification(draft: DraftRectification, incident: Incident) -> None:
    if not incident.is_closed:
        raise IncidentStillRunning(incident.incident_no)
    if not draft.title.strip():
        raise OpenItemTitleMissing
    if not draft.owner.strip():
        raise RectificationOwnerMissing
    check_length("title", draft.title)
    check_length("owner", draft.owner)


def _raw_file(tables: Tables, incident_id: str) -> IncidentFile:
    """Return the file as it was written: what is put back must not be masked."""
    return casebook.raw_file_of(tables, casebook.incident_of(tables, incident_id))
