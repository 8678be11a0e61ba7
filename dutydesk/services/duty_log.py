"""Use cases of the duty log: record, correct, list, find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from dutydesk.domain.attachment import NewAttachment
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.duty_log import (
    Correction,
    DraftEntry,
    ListedEntry,
    LogEntry,
    Recorder,
    Writing,
    correct,
)
from dutydesk.domain.duty_log_refusals import EntryAlreadyCorrected, EntryAlreadyWithdrawn
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.log_search import Found, LogSearch
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import (
    OpenItem,
    OpenItemDueInPast,
    OpenItemStatus,
    after_correction,
    title_from,
)
from dutydesk.domain.repeat_caller import CallerTyped, RepeatCall
from dutydesk.domain.shift import Shift
from dutydesk.store import attaching, logbook
from dutydesk.store.correcting import note_if_late
from dutydesk.store.entry_chain import chain_of, entry_of
from dutydesk.store.offering import Offering
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


class DutyLogService:
    """What an officer does with the log."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, offering: Offering) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._offering = offering

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def record(
        self,
        draft: DraftEntry,
        *,
        by: Actor,
        open_item: bool = False,
        due_at: datetime | None = None,
        attachments: Sequence[NewAttachment] = (),
    ) -> Done[LogEntry]:
        """Put an entry on record, with an open item when asked; due needs to lie ahead.

        ``attachments`` were taken in before: their bytes are on disk when the entry is.

        A draft whose id is on record already is returned as it stands: a save that was written
        but not acknowledged is not written twice. Raises RecordUnknown for a continuation of
        nothing and the refusals of ``accept``.
        """
        with self._store.writing(actor=by.name, action="duty_log.record") as work:
            if work.tables.duty_log.has(draft.id):
                return Done(entry_of(work.tables, draft.id).entry, Changes())
            if draft.continuation_of is not None:
                draft = self._continuing(work.tables, draft, draft.continuation_of)
            now = self._clock.now()
            shift = logbook.running_shift(work.tables, now, self._ids)
            recorder = logbook.recorder_for(work.tables, by, shift)
            entry = logbook.append_to(work.tables, shift, draft, recorder, now)
            self._offering.offer(work.tables, entry)
            if entry.kind is EntryKind.DIRECTIVE:
                self._begin_line(work.tables, entry)
            if open_item:
                item = self._open_item(entry, recorder, due_at, now)
                work.tables.open_item.put(item)
            if attachments:
                attaching.attach_new(work.tables, self._store.folder, entry, attachments)
            work.tables.draft.drop(draft.id)
        return Done(entry, work.changes)

    def correct(self, entry_id: str, correction: Correction, *, by: Actor) -> Done[LogEntry]:
        """Record a correction; the original stays, struck. The same one twice is written once.

        Raises RecordUnknown, EntryAlreadyCorrected, EntryAlreadyWithdrawn and the refusals of
        ``correct``.
        """
        with self._store.writing(actor=by.name, action="duty_log.correct") as work:
            tables = work.tables
            original = entry_of(tables, entry_id)
            newer = tables.duty_log.correction_of(entry_id)
            if newer is not None and newer.entry.id == correction.id:
                return Done(newer.entry, Changes())
            if newer is not None and newer.entry.is_withdrawal:
                raise EntryAlreadyWithdrawn(newer.entry.id, newer.entry.no)
            if newer is not None:
                raise EntryAlreadyCorrected(newer.entry.id, newer.entry.no)
            now = self._clock.now()
            shift = logbook.running_shift(tables, now, self._ids)
            recorder = logbook.recorder_for(tables, by, shift)
            writing = Writing(tables.duty_log.next_no(shift.id), now, recorder)
            entry = correct(original, correction, shift, writing)
            tables.duty_log.append(entry)
            self._offering.follow(tables, entry_id, entry)
            note_if_late(tables, original.entry, entry, self._ids)
            self._follow(tables, original.entry, entry)
            for item in tables.open_item.of_entry(entry_id):
                if item.status is OpenItemStatus.OPEN:
                    old_text = original.entry.text
                    tables.open_item.put(after_correction(item, old_text, entry.id, entry.text))
        return Done(entry, work.changes)

    def entry(self, entry_id: str) -> ListedEntry:
        """Return one entry; raises RecordUnknown."""
        with self._store.reading() as tables:
            return tables.attachment.shown_with([entry_of(tables, entry_id)])[0]

    def history(self, entry_id: str) -> list[ListedEntry]:
        """Return an entry with all it corrects and all that corrects it, oldest first."""
        with self._store.reading() as tables:
            return tables.attachment.shown_with(chain_of(tables, entry_id))

    def entries_of_running_shift(self) -> tuple[Shift | None, list[ListedEntry]]:
        """Return the running shift, or the last one, with its entries in the order of the log."""
        with self._store.reading() as tables:
            shift = tables.shift.running() or tables.shift.newest()
            listed = tables.duty_log.of_shift(shift.id) if shift else []
            return shift, tables.attachment.shown_with(listed)

    def entries_of_incident(self, incident_id: str) -> list[ListedEntry]:
        """Return the entries that belong to one incident, in the order of the log."""
        with self._store.reading() as tables:
            return tables.attachment.shown_with(tables.duty_log.of_incident(incident_id))

    def entries_of_duty_date(self, duty_date: date) -> list[ListedEntry]:
        """Return the entries of every shift of a duty day, shift after shift."""
        with self._store.reading() as tables:
            listed = [
                one
                for shift in tables.shift.of_duty_date(duty_date)
                for one in tables.duty_log.of_shift(shift.id)
            ]
            return tables.attachment.shown_with(listed)

    def all_rowids(self, kind: EntryKind | None = None) -> list[int]:
        """Return the local numbers of all entries, oldest first, for a long list."""
        with self._store.reading() as tables:
            return tables.duty_log.rowids(kind)

    def rowid_of(self, entry_id: str) -> int:
        """Return the local number of an entry in a long list; raises RecordUnknown."""
        with self._store.reading() as tables:
            rowid = tables.duty_log.rowid_of(entry_id)
        if rowid is None:
            raise RecordUnknown("log_entry", entry_id)
        return rowid

    def page(self, rowids: list[int]) -> dict[int, ListedEntry]:
        """Return the entries of one page of a long list."""
        with self._store.reading() as tables:
            page = tables.duty_log.by_rowids(rowids)
            shown = tables.attachment.shown_with(list(page.values()))
            return dict(zip(page, shown, strict=True))

    def find(self, search: LogSearch) -> Found:
        """Return the newest entries that hold every word of the search."""
        with self._store.reading() as tables:
            found = tables.duty_log.find(search)
            return replace(found, entries=tuple(tables.attachment.shown_with(found.entries)))

    def repeat_of(self, typed: CallerTyped) -> RepeatCall | None:
        """Return the newest call with the same caller within ``repeat_caller_hours``."""
        if not typed.is_telling:
            return None
        with self._store.reading() as tables:
            span = tables.setting.span("repeat_caller_hours")
            if not span:
                return None
            return tables.duty_log.repeat_of(typed, self._clock.now() - span)

    def _continuing(self, tables: Tables, draft: DraftEntry, before: str) -> DraftEntry:
        """Return the draft within the incident of what it goes on with, while that is open."""
        incident_id = entry_of(tables, before).entry.incident_id
        if draft.incident_id is not None or incident_id is None:
            return draft
        incident = tables.incident.by_id(incident_id)
        if incident is None or incident.is_closed:
            return draft
        return replace(draft, incident_id=incident_id)

    def _begin_line(self, tables: Tables, entry: LogEntry) -> None:
        # Few entries are directives: only those pay for the ledger.
        from dutydesk.store import directive_book  # noqa: PLC0415

        directive_book.begin_line(tables, entry, self._ids)

    def _follow(self, tables: Tables, old: LogEntry, new: LogEntry) -> None:
        from dutydesk.store import directive_book  # noqa: PLC0415 -- as above

        directive_book.follow_correction(tables, old, new, self._ids)

    def _open_item(
        self, entry: LogEntry, recorder: Recorder, due_at: datetime | None, now: datetime
    ) -> OpenItem:
        if due_at is not None and due_at <= now:
            raise OpenItemDueInPast(due_at)
        return OpenItem(
            id=self._ids.new(),
            title=title_from(entry.text),
            owner=recorder.name,
            status=OpenItemStatus.OPEN,
            created_at=now,
            created_shift_id=entry.shift_id,
            origin_entry_id=entry.id,
            due_at=due_at,
        )
