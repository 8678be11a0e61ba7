"""Use cases of directives: note, pass on, sign for, chase, feed back, close, the ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.directive import Directive, DraftDirective, FollowedDirective
from dutydesk.domain.directive_refusals import DirectiveListed
from dutydesk.domain.directive_step import (
    Chase,
    Closing,
    Feedback,
    PassOn,
    Receipt,
    chase_record,
    chased,
    closed,
    fed_back,
    noted,
    passed_on,
    signed_for,
)
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.duty_log import DraftEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import to_text
from dutydesk.domain.officer import Actor
from dutydesk.store import directive_book, logbook
from dutydesk.store.entry_chain import entry_of
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import directive as words


@dataclass(frozen=True, slots=True)
class _Moved:
    """A line after a step, with what the log says of it and when it happened."""

    line: Directive
    text: str
    at: datetime


_Move = Callable[[Tables, Directive, Recorder, datetime], _Moved]


class DirectiveService:
    """What an officer does with the ledger of directives.

    Each step bears an id that its form makes; the automatic entry it leaves has the same one, so
    that a step that was written but not acknowledged is not written twice.
    """

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft or step."""
        return self._ids.new()

    def note(self, draft: DraftDirective, *, by: Actor) -> Done[Directive]:
        """Begin a line: with an entry of its own, or on an entry that tells of it already.

        Raises RecordUnknown, DirectiveListed and what ``noted`` raises.
        """
        with self._store.writing(actor=by.name, action="directive.note") as work:
            tables, now = work.tables, self._clock.now()
            known = tables.directive.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            shift = logbook.running_shift(tables, now, self._ids)
            recorder = logbook.recorder_for(tables, by, shift)
            entry_id = draft.entry_id or self._ids.new()
            line = noted(draft, entry_id, recorder, now)
            if draft.entry_id is None:
                logbook.append_to(tables, shift, _entry(line), recorder, now)
            else:
                self._check_unlisted(tables, draft.entry_id)
            tables.directive.put(line)
        return Done(line, work.changes)

    def pass_on(
        self, directive_id: str, step_id: str, step: PassOn, *, by: Actor
    ) -> Done[Directive]:
        """Pass a directive on, or on to another unit; raises what ``passed_on`` raises."""

        def move(_: Tables, line: Directive, __: Recorder, now: datetime) -> _Moved:
            after = passed_on(line, step, now)
            return _Moved(after, words.passed_on(after), step.at)

        return self._step((directive_id, step_id), move, by=by, action="directive.pass_on")

    def sign_for(
        self, directive_id: str, step_id: str, step: Receipt, *, by: Actor
    ) -> Done[Directive]:
        """Put on record who signed for it; raises what ``signed_for`` raises."""

        def move(_: Tables, line: Directive, __: Recorder, now: datetime) -> _Moved:
            after = signed_for(line, step, now)
            return _Moved(after, words.signed_for(after), step.at)

        return self._step((directive_id, step_id), move, by=by, action="directive.sign_for")

    def chase(self, directive_id: str, step_id: str, step: Chase, *, by: Actor) -> Done[Directive]:
        """Put a chase on record with its reply; raises what ``chased`` raises."""

        def move(tables: Tables, line: Directive, recorder: Recorder, now: datetime) -> _Moved:
            after = chased(line, step, now)
            record = chase_record(step_id, line.id, step, recorder, now)
            tables.directive.append_chase(record)
            return _Moved(after, words.chased(line, record), step.at)

        return self._step((directive_id, step_id), move, by=by, action="directive.chase")

    def feed_back(
        self, directive_id: str, step_id: str, step: Feedback, *, by: Actor
    ) -> Done[Directive]:
        """Put on record what the unit reported back; raises what ``fed_back`` raises."""

        def move(_: Tables, line: Directive, __: Recorder, now: datetime) -> _Moved:
            after = fed_back(line, step, now)
            return _Moved(after, words.fed_back(after), step.at)

        return self._step((directive_id, step_id), move, by=by, action="directive.feed_back")

    def close(
        self, directive_id: str, step_id: str, closing: Closing, *, by: Actor
    ) -> Done[Directive]:
        """Close with a result; raises what ``closed`` raises."""

        def move(_: Tables, line: Directive, recorder: Recorder, now: datetime) -> _Moved:
            after = closed(line, closing, recorder, now)
            return _Moved(after, words.closed(after), now)

        return self._step((directive_id, step_id), move, by=by, action="directive.close")

    def open_lines(self) -> list[Directive]:
        """Return what is not closed."""
        with self._store.reading() as tables:
            return tables.directive.open()

    def ledger(
        self,
        *,
        only_open: bool = False,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[FollowedDirective]:
        """Return lines with their chase records, in the order of giving."""
        with self._store.reading() as tables:
            return tables.directive.followed(only_open=only_open, since=since, until=until)

    def due(self) -> list[DueLine]:
        """Return every line that is not closed as 时限 shows it; the limit runs until feedback."""
        return [
            DueLine(
                DueKind.DIRECTIVE,
                "directive",
                line.id,
                words.short_matter(line),
                line.runs_until,
                words.receiver(line),
                is_quiet=False,
                is_clock=line.runs_until is not None,
                word=words.STANDS_AT[line.status],
            )
            for line in self.open_lines()
        ]

    def of_entry(self, entry_id: str) -> Directive | None:
        """Return the line that an entry tells of."""
        with self._store.reading() as tables:
            return tables.directive.of_entry(entry_id)

    def _step(
        self, ids: tuple[str, str], move: _Move, *, by: Actor, action: str
    ) -> Done[Directive]:
        directive_id, step_id = ids
        with self._store.writing(actor=by.name, action=action) as work:
            tables, now = work.tables, self._clock.now()
            line = tables.directive.by_id(directive_id)
            if line is None:
                raise RecordUnknown("directive", directive_id)
            if tables.duty_log.by_id(step_id) is not None:
                return Done(line, Changes())
            shift = logbook.running_shift(tables, now, self._ids)
            recorder = logbook.recorder_for(tables, by, shift)
            moved = move(tables, line, recorder, now)
            entry = directive_book.step_entry(line, step_id, moved.text, moved.at)
            directive_book.append_step(tables, entry, recorder, now, self._ids)
            tables.directive.put(moved.line)
        return Done(moved.line, work.changes)

    @staticmethod
    def _check_unlisted(tables: Tables, entry_id: str) -> None:
        listed = entry_of(tables, entry_id)
        if directive_book.line_told_by(tables, entry_id) is not None:
            raise DirectiveListed(listed.entry.no)


def _entry(line: Directive) -> DraftEntry:
    """Return the entry that a directive begins, with what the log asks of its kind."""
    details = {
        "directive_form": line.form.value,
        "carrier": line.carrier,
        "passed_to": words.receiver(line),
        "passed_at": to_text(line.passed_at) if line.passed_at else "",
        "feedback_due_at": to_text(line.due_at) if line.due_at else "",
    }
    return DraftEntry(
        id=line.entry_id,
        kind=EntryKind.DIRECTIVE,
        text=line.text,
        at=line.at,
        person=line.leader,
        details={name: value for name, value in details.items() if value},
    )
