"""Use cases of absence notices: file, report anew, cancel, come back, list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.absence_change import (
    AbsenceChange,
    DraftAbsenceChange,
    cancel,
    change,
    come_back,
    steps,
)
from dutydesk.domain.absence_facts import AbsenceCaution, FiledAbsence, cautions, is_about
from dutydesk.domain.absence_notice import (
    AbsenceNotice,
    AbsenceState,
    DraftAbsenceNotice,
    Filing,
    accept,
    holds,
)
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.duty_log import DraftEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.store import casebook, logbook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import absence_notice as words

# Of those who are back a screen shows the last; search goes through all.
_PAST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class AbsenceFile:
    """One notice with everything that was reported anew about it."""

    notice: AbsenceNotice
    changes: tuple[AbsenceChange, ...]


class AbsenceNoticeService:
    """What an officer does with absence notices."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def file(
        self, draft: DraftAbsenceNotice, *, by: Actor, is_overlap_meant: bool = False
    ) -> Done[FiledAbsence]:
        """Put a notice on record and tell the night's log; the same one twice is written once.

        Raises the refusals of ``accept`` and of ``recorder_for``.
        """
        with self._store.writing(actor=by.name, action="absence_notice.file") as work:
            tables = work.tables
            known = tables.absence_notice.by_id(draft.id)
            running = tables.absence_notice.running()
            if known is not None:
                return Done(FiledAbsence(known, cautions(known, running)), Changes())
            now = self._clock.now()
            recorder = self._recorder(tables, by)
            filing = Filing(now, recorder.name, is_overlap_meant)
            notice = accept(draft, running, filing)
            tables.absence_notice.put(notice)
            self._tell(tables, words.filed_line(notice), recorder, now)
        return Done(FiledAbsence(notice, cautions(notice, running)), work.changes)

    def change(
        self, draft: DraftAbsenceChange, *, by: Actor, is_overlap_meant: bool = False
    ) -> Done[FiledAbsence]:
        """Report a notice anew; what stood before stays with the reason.

        Raises RecordUnknown and the refusals of the domain's ``change``.
        """
        with self._store.writing(actor=by.name, action="absence_notice.change") as work:
            tables = work.tables
            notice = self._notice(tables, draft.notice_id)
            running = tables.absence_notice.running()
            if tables.absence_notice.change_by_id(draft.id) is not None:
                return Done(FiledAbsence(notice, cautions(notice, running)), Changes())
            now = self._clock.now()
            recorder = self._recorder(tables, by)
            filing = Filing(now, recorder.name, is_overlap_meant)
            new, made = change(notice, draft, running, filing)
            tables.absence_notice.put(new)
            tables.absence_notice.append_change(made)
            self._tell(tables, words.changed_line(new, steps(new, [made])[0]), recorder, now)
        return Done(FiledAbsence(new, cautions(new, running)), work.changes)

    def cancel(
        self, notice_id: str, reason: str, *, change_id: str, by: Actor
    ) -> Done[AbsenceNotice]:
        """Take back a notice of what will not take place.

        Raises RecordUnknown and the refusals of the domain's ``cancel``.
        """
        with self._store.writing(actor=by.name, action="absence_notice.cancel") as work:
            tables = work.tables
            notice = self._notice(tables, notice_id)
            if tables.absence_notice.change_by_id(change_id) is not None:
                return Done(notice, Changes())
            now = self._clock.now()
            recorder = self._recorder(tables, by)
            new, made = cancel(notice, change_id, reason, Filing(now, recorder.name))
            tables.absence_notice.put(new)
            tables.absence_notice.append_change(made)
            self._tell(tables, words.cancelled_line(new, reason), recorder, now)
        return Done(new, work.changes)

    def back(
        self, notice_id: str, *, by: Actor, at: datetime | None = None
    ) -> Done[AbsenceNotice]:
        """Record that the person is back (销假), now unless told otherwise; once is enough.

        Raises RecordUnknown and the refusals of ``come_back``.
        """
        with self._store.writing(actor=by.name, action="absence_notice.back") as work:
            tables = work.tables
            notice = self._notice(tables, notice_id)
            if notice.back_at is not None:
                return Done(notice, Changes())
            now = self._clock.now()
            recorder = self._recorder(tables, by)
            new = come_back(notice, at or now, now)
            tables.absence_notice.put(new)
            self._tell(tables, words.back_line(new), recorder, now)
        return Done(new, work.changes)

    def cautions(self, draft: DraftAbsenceNotice) -> tuple[AbsenceCaution, ...]:
        """Return what the officer should know about a notice that is being typed."""
        with self._store.reading() as tables:
            return cautions(draft, tables.absence_notice.running())

    def notice(self, notice_id: str) -> AbsenceFile:
        """Return one notice with its changes; raises RecordUnknown."""
        with self._store.reading() as tables:
            notice = self._notice(tables, notice_id)
            return AbsenceFile(notice, tables.absence_notice.changes_of(notice_id))

    def notices(self, text: str = "") -> list[AbsenceNotice]:
        """Return away, coming, then past ones; with a text every notice that holds its words."""
        with self._store.reading() as tables:
            running = tables.absence_notice.running()
            over = tables.absence_notice.over(None if text.strip() else _PAST_SHOWN)
        now = self._clock.now()
        here = sorted(running, key=lambda one: one.state(now) is AbsenceState.COMING)
        found = [*here, *over]
        return [one for one in found if holds(one, text)] if text.strip() else found

    def every(self) -> list[AbsenceNotice]:
        """Return every notice: who is away or will be, then what is over, the latest first."""
        with self._store.reading() as tables:
            return [*tables.absence_notice.running(), *tables.absence_notice.over()]

    def running(self) -> list[AbsenceNotice]:
        """Return whoever is away or will be."""
        with self._store.reading() as tables:
            return tables.absence_notice.running()

    def away(self) -> list[AbsenceNotice]:
        """Return who is away at this moment, whoever is overdue among them."""
        now = self._clock.now()
        return [one for one in self.running() if one.starts_at <= now]

    def notes(self, cards: Iterable[ContactCard]) -> dict[str, str]:
        """Return what to know of contacts who are away, by their ids: until when, who acts."""
        away, now = self.away(), self._clock.now()
        return {
            card.contact.id: words.short_note(one, now)
            for card in cards
            for one in away
            if is_about(one, card)
        }

    def due(self) -> list[DueLine]:
        """Return who should be back and was not reported back, for 时限."""
        now = self._clock.now()
        return [
            DueLine(
                DueKind.ABSENCE_RETURN,
                "absence_notice",
                one.id,
                words.who(one.unit, one.post, one.person),
                one.ends_at,
                words.acting(one),
            )
            for one in self.running()
            if one.state(now) is AbsenceState.OVERDUE
        ]

    def _recorder(self, tables: Tables, by: Actor) -> Recorder:
        return logbook.recorder_for(tables, by, tables.shift.running())

    def _tell(self, tables: Tables, text: str, recorder: Recorder, now: datetime) -> None:
        entry = DraftEntry(id=self._ids.new(), kind=EntryKind.OTHER, text=text, at=now)
        casebook.log_line(tables, entry, recorder, now, self._ids)

    @staticmethod
    def _notice(tables: Tables, notice_id: str) -> AbsenceNotice:
        found = tables.absence_notice.by_id(notice_id)
        if found is None:
            raise RecordUnknown("absence_notice", notice_id)
        return found
