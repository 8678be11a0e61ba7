"""Use cases of call rounds: start, attempt, turn to B, skip, add, end, go on; whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain import call_making
from dutydesk.domain.call_making import Making
from dutydesk.domain.call_progress import counting, counts
from dutydesk.domain.call_round import (
    CallAttempt,
    Callee,
    CallParty,
    CallRound,
    CallTarget,
    DraftAttempt,
    DraftCallRound,
)
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.store import casebook, logbook
from dutydesk.store.store import Store, Work
from dutydesk.store.tables import Tables
from dutydesk.wording import call_round as words


@dataclass(frozen=True, slots=True)
class CallStep:
    """One attempt taken, and its target as it now stands."""

    attempt: CallAttempt
    target: CallTarget


class CallRoundService:
    """What an officer does with a call round; what is read of one: ``CallReadingService``."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form or a key to put on its draft."""
        return self._ids.new()

    def start(self, draft: DraftCallRound, *, by: Actor) -> Done[CallRound]:
        """Begin a round and tell the log; the same one twice begins once.

        Raises RecordUnknown and the refusals of ``call_making.start``.
        """
        with self._store.writing(actor=by.name, action="call_round.start") as work:
            tables = work.tables
            known = tables.call_round.by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            making = self._making(tables, by)
            whole = _with_superior(tables, _with_matter(tables, draft))
            made = call_making.start(whole, making)
            targets = call_making.targets_of(made, draft.callees, self._new_ids())
            entry_id = self._tell(work, made, words.started_line(made, len(targets)), by)
            made = replace(made, entry_id=entry_id)
            tables.call_round.put(made)
            for target in targets:
                tables.call_round.put_target(target)
        return Done(made, work.changes)

    def attempt(self, draft: DraftAttempt, *, by: Actor) -> Done[CallStep]:
        """Take one attempt, or one that puts a slip right; the same one twice is taken once.

        Ringing the superior leaves an entry. Raises RecordUnknown and the refusals of ``take``.
        """
        with self._store.writing(actor=by.name, action="call_round.attempt") as work:
            table = work.tables.call_round
            target = _target(work.tables, draft.target_id)
            known = table.attempt(draft.id)
            if known is not None:
                return Done(CallStep(known, target), Changes())
            call_round = _round(work.tables, target.round_id)
            before = table.attempts_of(target.id)
            making = self._making(work.tables, by)
            taken, settled = call_making.take(draft, call_round, target, before, making)
            if taken.party is CallParty.SUPERIOR and taken.corrects is None:
                line = words.escalated_line(call_round, target, taken, len(counting(before)))
                entry_id = self._tell(work, call_round, line, by, taken)
                taken = replace(taken, entry_id=entry_id)
            table.append_attempt(taken)
            if settled != target:
                table.put_target(settled)
        return Done(CallStep(taken, settled), work.changes)

    def turn_to(self, target_id: str, party: CallParty, *, by: Actor) -> Done[CallTarget]:
        """Ring B, or A again, or the superior from now on.

        Raises RecordUnknown and the refusals of the domain's ``turn_to``.
        """
        with self._store.writing(actor=by.name, action="call_round.turn") as work:
            table = work.tables.call_round
            target = _target(work.tables, target_id)
            call_round = _round(work.tables, target.round_id)
            turned = call_making.turn_to(call_round, target, party, table.attempts_of(target_id))
            if turned == target:
                return Done(target, Changes())
            table.put_target(turned)
        return Done(turned, work.changes)

    def skip(self, target_id: str, reason: str, *, by: Actor) -> Done[CallTarget]:
        """Put on record that somebody need not be called.

        Raises RecordUnknown and the refusals of the domain's ``skip``.
        """
        with self._store.writing(actor=by.name, action="call_round.skip") as work:
            target = _target(work.tables, target_id)
            skipped = call_making.skip(_round(work.tables, target.round_id), target, reason)
            work.tables.call_round.put_target(skipped)
        return Done(skipped, work.changes)

    def add(self, round_id: str, callee: Callee, *, target_id: str, by: Actor) -> Done[CallTarget]:
        """Call one more person in a running round; the same one twice is added once.

        Raises RecordUnknown, CallRoundEnded, CalleeNameMissing.
        """
        with self._store.writing(actor=by.name, action="call_round.add") as work:
            table = work.tables.call_round
            known = table.target(target_id)
            if known is not None:
                return Done(known, Changes())
            call_round = _round(work.tables, round_id)
            call_making.check_running(call_round)
            last = max((one.order_no for one in table.targets(round_id)), default=0)
            target = call_making.target_of(call_round, callee, target_id, last + 1)
            table.put_target(target)
        return Done(target, work.changes)

    def end(self, round_id: str, note: str = "", *, by: Actor) -> Done[CallRound]:
        """End a round; the log tells the counts and everybody who was not reached.

        Raises RecordUnknown, CallRoundEnded, CallRoundOpen without a word for the open ones.
        """
        with self._store.writing(actor=by.name, action="call_round.end") as work:
            table = work.tables.call_round
            call_round, targets = _round(work.tables, round_id), table.targets(round_id)
            ended = call_making.end(call_round, targets, note, self._making(work.tables, by))
            line = words.ended_line(ended, targets, counts(ended, targets))
            ended = replace(ended, end_entry_id=self._tell(work, ended, line, by))
            table.put(ended)
        return Done(ended, work.changes)

    def reopen(self, round_id: str, *, by: Actor) -> Done[CallRound]:
        """Go on with a round that was ended; one that runs stays as it is.

        Raises RecordUnknown.
        """
        with self._store.writing(actor=by.name, action="call_round.reopen") as work:
            call_round = _round(work.tables, round_id)
            if call_round.ended_at is None:
                return Done(call_round, Changes())
            running = call_making.reopen(call_round)
            self._tell(work, running, words.reopened_line(running), by)
            work.tables.call_round.put(running)
        return Done(running, work.changes)

    def due(self) -> list[DueLine]:
        """Return a clock for each running round that still has somebody to ring."""
        with self._store.reading() as tables:
            found = [
                (one, tables.call_round.open_count(one.id)) for one in tables.call_round.running()
            ]
        return [
            DueLine(
                DueKind.CALL_ROUND,
                "call_round",
                one.id,
                one.title,
                one.started_at + timedelta(minutes=one.within_minutes),
                words.due_target(count),
                is_quiet=False,
                is_clock=True,
            )
            for one, count in found
            if count
        ]

    def _making(self, tables: Tables, by: Actor) -> Making:
        recorder = logbook.recorder_for(tables, by, tables.shift.running())
        return Making(self._clock.now(), recorder.name)

    def _new_ids(self) -> Iterator[str]:
        while True:
            yield self._ids.new()

    def _tell(
        self,
        work: Work,
        call_round: CallRound,
        text: str,
        by: Actor,
        attempt: CallAttempt | None = None,
    ) -> str | None:
        """Leave an automatic entry, if a shift runs, and return its id."""
        tables = work.tables
        shift = tables.shift.running()
        if shift is None:
            return None
        now = self._clock.now()
        entry = DraftEntry(
            id=self._ids.new(),
            kind=_kind(call_round, attempt),
            text=text,
            at=_at(attempt, now),
            person=attempt.name if attempt else "",
            phone=attempt.phone if attempt else "",
            incident_id=call_round.incident_id,
        )
        recorder = logbook.recorder_for(tables, by, shift)
        casebook.log_line(tables, entry, recorder, now, self._ids)
        return entry.id


def _kind(call_round: CallRound, attempt: CallAttempt | None) -> EntryKind:
    if attempt is not None:
        return EntryKind.OUTGOING_CALL
    if call_round.warning_id is not None:
        return EntryKind.WARNING
    return EntryKind.INCIDENT if call_round.incident_id is not None else EntryKind.OTHER


def _at(attempt: CallAttempt | None, now: datetime) -> datetime:
    return attempt.at if attempt else now


def _with_matter(tables: Tables, draft: DraftCallRound) -> DraftCallRound:
    """Return the draft with its incident by id, also where it was named by its number."""
    if draft.warning_id is not None and tables.warning.by_id(draft.warning_id) is None:
        raise RecordUnknown("warning", draft.warning_id)
    if draft.incident_id is None:
        return draft
    return replace(draft, incident_id=casebook.incident_of(tables, draft.incident_id).id)


def _with_superior(tables: Tables, draft: DraftCallRound) -> DraftCallRound:
    """Name the leader of the shift where nobody was named."""
    if draft.superior.strip() or draft.superior_phone.strip():
        return draft
    shift = tables.shift.running()
    lead = tables.officer.by_id(shift.lead_officer_id) if shift else None
    if lead is None:
        return draft
    return replace(draft, superior=lead.name, superior_phone=lead.phone)


def _round(tables: Tables, round_id: str) -> CallRound:
    found = tables.call_round.by_id(round_id)
    if found is None:
        raise RecordUnknown("call_round", round_id)
    return found


def _target(tables: Tables, target_id: str) -> CallTarget:
    found = tables.call_round.target(target_id)
    if found is None:
        raise RecordUnknown("call_target", target_id)
    return found
