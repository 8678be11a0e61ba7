"""Use cases of warnings: register, report, forward, respond, change, lift, list, clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.warning import (
    DraftWarning,
    Registering,
    WarningFinding,
    WarningNotice,
    WarningStep,
    WarningStepKind,
    accept,
)
from dutydesk.domain.warning_clock import WarningLimits, clocks
from dutydesk.domain.warning_facts import in_order
from dutydesk.domain.warning_kind import findings
from dutydesk.domain.warning_step import DraftWarningStep, take, told_steps, went_on
from dutydesk.store import casebook, logbook, warning_book
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.store.warning_book import RoundCount
from dutydesk.wording import warning as words

_ALARMS = (DueKind.WARNING_REPORT, DueKind.WARNING_FORWARD)


@dataclass(frozen=True, slots=True)
class WarningFile:
    """One warning with everything that was done about it, and its call rounds."""

    warning: WarningNotice
    steps: tuple[WarningStep, ...]
    limits: WarningLimits
    rounds: tuple[RoundCount, ...] = ()
    replaced: WarningNotice | None = None
    successor: WarningNotice | None = None
    entry_no: int | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """The circumstances of one use case."""

    tables: Tables
    recorder: Recorder
    now: datetime


class WarningService:
    """What an officer does with warnings."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft or step."""
        return self._ids.new()

    def register(self, draft: DraftWarning, *, by: Actor) -> Done[WarningNotice]:
        """Put a warning on record, with an entry of its own or from one that tells of it.

        The same one twice is written once. Raises the refusals of ``accept`` and of
        ``warning_book.check_entry``, WarningFieldMissing for whom it was told.
        """
        with self._store.writing(actor=by.name, action="warning.register") as work:
            known = work.tables.warning.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            warning = self._put(self._given(work.tables, by), replace(draft, replaces=None))
        return Done(warning, work.changes)

    def change(self, draft: DraftWarning, *, by: Actor) -> Done[WarningNotice]:
        """Put the warning on record that takes the place of ``replaces``, which thereby ends.

        Its response, if one runs, goes on with the new one. Raises RecordUnknown, what
        ``register`` raises, and what ``take`` raises for the one that ends.
        """
        with self._store.writing(actor=by.name, action="warning.change") as work:
            tables = work.tables
            known = tables.warning.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            given = self._given(tables, by)
            old = warning_book.warning_of(tables, draft.replaces or "")
            step = DraftWarningStep(
                id=self._ids.new(),
                warning_id=old.id,
                kind=WarningStepKind.CHANGED,
                at=draft.received_at,
            )
            # Refused before anything is written: a warning that ended is replaced by none.
            taken = take(old, step, given.recorder.name, given.now)
            new = self._put(given, replace(draft, replaces=old.id), old)
            if new.is_response_running:
                self._go_on(given, old, new)
            said = replace(taken.step, words=words.replaced_line(old, new))
            entry_id = self._tell(given, said.words, said.at)
            warning_book.put_step(tables, taken.warning, said, entry_id)
        return Done(new, work.changes)

    def report(self, step: DraftWarningStep, *, by: Actor) -> Done[WarningNotice]:
        """Put on record that the leader was told; raises RecordUnknown and what ``take`` does."""
        return self._step(step, by=by, action="warning.report")

    def forward(self, step: DraftWarningStep, *, by: Actor) -> Done[WarningNotice]:
        """Put on record to whom it was passed on."""
        return self._step(step, by=by, action="warning.forward")

    def respond(self, step: DraftWarningStep, *, by: Actor) -> Done[WarningNotice]:
        """Start a response, or go over to another level of it."""
        return self._step(step, by=by, action="warning.respond")

    def end_response(self, step: DraftWarningStep, *, by: Actor) -> Done[WarningNotice]:
        """End the response."""
        return self._step(step, by=by, action="warning.end_response")

    def extend(self, step: DraftWarningStep, *, by: Actor) -> Done[WarningNotice]:
        """Put on record that it holds longer than it said."""
        return self._step(step, by=by, action="warning.extend")

    def lift(
        self, step: DraftWarningStep, *, by: Actor, ends_response: bool = False
    ) -> Done[WarningNotice]:
        """Put on record that it was lifted, with ``ends_response`` its response too."""
        with self._store.writing(actor=by.name, action="warning.lift") as work:
            given = self._given(work.tables, by)
            warning, is_new = self._take(given, step)
            if not is_new:
                return Done(warning, Changes())
            if ends_response and warning.is_response_running:
                end = replace(step, id=self._ids.new(), kind=WarningStepKind.RESPONSE_ENDED)
                warning, _ = self._take(given, end)
        return Done(warning, work.changes)

    def note(self, step: DraftWarningStep, *, by: Actor) -> Done[WarningNotice]:
        """Put on record anything else that was done about it."""
        return self._step(step, by=by, action="warning.note")

    def warnings(self, *, only_open: bool = False) -> list[WarningNotice]:
        """Return warnings: in force by colour, then those whose response runs, then what ended."""
        with self._store.reading() as tables:
            return in_order(tables.warning.open() if only_open else tables.warning.all())

    def open_warnings(self) -> list[WarningNotice]:
        """Return what is in force, and what was lifted while its response runs on."""
        return self.warnings(only_open=True)

    def limits(self) -> WarningLimits:
        """Return within what the unit reports and forwards warnings."""
        with self._store.reading() as tables:
            return warning_book.limits(tables)

    def file(self, warning_id: str) -> WarningFile:
        """Return one warning, by id or number, with all that was done; raises RecordUnknown."""
        with self._store.reading() as tables:
            warning = warning_book.warning_of(tables, warning_id)
            listed = tables.duty_log.by_id(warning.entry_id) if warning.entry_id else None
            return WarningFile(
                warning,
                tuple(tables.warning.steps(warning.id)),
                warning_book.limits(tables),
                warning_book.rounds(tables, warning.id),
                tables.warning.by_id(warning.replaces) if warning.replaces else None,
                tables.warning.successor(warning.id),
                listed.entry.no if listed else None,
            )

    def of_entry(self, entry_id: str) -> WarningNotice | None:
        """Return the warning that a log entry tells of."""
        with self._store.reading() as tables:
            return tables.warning.of_entry(entry_id)

    def findings(self, draft: DraftWarning) -> tuple[WarningFinding, ...]:
        """Return what the officer should know of a warning that is being typed."""
        with self._store.reading() as tables:
            return findings(draft, tables.warning_kind.all(), tables.warning.in_force())

    def lead_name(self) -> str:
        """Return whom to report to: the leader of the running shift, empty when there is none."""
        with self._store.reading() as tables:
            return casebook.lead_name(tables)

    def due(self) -> list[DueLine]:
        """Return what is to be done about warnings by when, for 时限."""
        now = self._clock.now()
        with self._store.reading() as tables:
            limits = warning_book.limits(tables)
            found = [
                (one, clock) for one in tables.warning.open() for clock in clocks(one, limits, now)
            ]
        return [
            DueLine(
                clock.kind,
                "warning",
                one.id,
                words.headline(one),
                clock.due_at,
                words.due_target(clock.kind),
                is_quiet=clock.kind not in _ALARMS,
                is_clock=clock.kind in _ALARMS,
            )
            for one, clock in found
        ]

    def _step(self, step: DraftWarningStep, *, by: Actor, action: str) -> Done[WarningNotice]:
        with self._store.writing(actor=by.name, action=action) as work:
            warning, is_new = self._take(self._given(work.tables, by), step)
            if not is_new:
                return Done(warning, Changes())
        return Done(warning, work.changes)

    def _take(self, given: _Given, step: DraftWarningStep) -> tuple[WarningNotice, bool]:
        tables = given.tables
        warning = warning_book.warning_of(tables, step.warning_id)
        if tables.warning.step_by_id(step.id) is not None:
            return warning, False
        taken = take(warning, step, given.recorder.name, given.now)
        text = words.step_line(warning, taken.step)
        entry_id = self._tell(given, text, taken.step.at)
        warning_book.put_step(tables, taken.warning, taken.step, entry_id)
        return taken.warning, True

    def _go_on(self, given: _Given, old: WarningNotice, new: WarningNotice) -> None:
        """Put on record that a response goes on with the warning that took its place."""
        step = WarningStep(
            id=self._ids.new(),
            warning_id=new.id,
            kind=WarningStepKind.RESPONSE_STARTED,
            at=new.received_at,
            to_whom="",
            words=words.went_on(old),
            response_level=new.response_level,
            until=new.response_until,
            officer=given.recorder.name,
            recorded_at=given.now,
        )
        given.tables.warning.append_step(replace(step, entry_id=new.entry_id))

    def _put(
        self, given: _Given, draft: DraftWarning, old: WarningNotice | None = None
    ) -> WarningNotice:
        tables, now, officer = given.tables, given.now, given.recorder.name
        if draft.entry_id is not None:
            warning_book.check_entry(tables, draft.entry_id)
        number = tables.warning.next_no(china(now).year)
        warning = accept(draft, Registering(number, now, officer))
        warning = went_on(old, warning) if old is not None else warning
        steps: list[WarningStep] = []
        for step in told_steps(draft, (self._ids.new(), self._ids.new())):
            taken = take(warning, step, officer, now)
            warning, steps = taken.warning, [*steps, taken.step]
        entry_id = warning.entry_id or warning_book.begin_entry(
            tables, warning, given.recorder, now, self._ids
        )
        warning = replace(warning, entry_id=entry_id)
        tables.warning.put(warning)
        for one in steps:
            warning_book.put_step(tables, warning, one, entry_id)
        return warning

    def _given(self, tables: Tables, by: Actor) -> _Given:
        now = self._clock.now()
        return _Given(tables, logbook.recorder_for(tables, by, tables.shift.running()), now)

    def _tell(self, given: _Given, text: str, at: datetime) -> str:
        draft = warning_book.step_entry(text, at, self._ids)
        return warning_book.tell(given.tables, draft, given.recorder, given.now, self._ids)
