"""Reads what an inspector asks for over a span: which shifts, which handovers, what was tested."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dutydesk.domain.call_round import TargetState
from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_span import PaperSpan, span_of
from dutydesk.domain.paper_spot_check_pack import ProofLine
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import spot_check as words

_REACHED = frozenset({TargetState.ANSWERED, TargetState.ANSWERED_BY_B})


@dataclass(frozen=True, slots=True)
class SpotCheckParts:
    """What the pack binds beside what other services compose; ``months`` are those of rosters."""

    unit: str
    is_practice: bool
    span: PaperSpan
    months: tuple[date, ...]
    shift_ids: tuple[str, ...]
    handover_ids: tuple[str, ...]
    tested: tuple[ProofLine, ...]


class SpotCheckService:
    """Reads the parts of the pack."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def parts(self, request: PaperRequest) -> SpotCheckParts:
        """Return the parts of a span of duty days; raises SpanUnclear, SpanReversed."""
        span = span_of(request, china(self._clock.now()).date())
        since = china_instant(span.since, 0, 0)
        until = china_instant(span.until + timedelta(days=1), 0, 0)
        with self._store.reading() as tables:
            room = tables.room.get()
            shifts = tables.shift.between(span.since, span.until)
            handovers = [tables.handover.by_id(shift.id) for shift in shifts]
            return SpotCheckParts(
                room.unit,
                room.is_practice,
                span,
                tuple(_months(span)),
                tuple(shift.id for shift in shifts),
                tuple(one.id for one in handovers if one is not None and one.completed_at),
                tuple(sorted(_tested(tables, since, until), key=lambda one: one.at)),
            )


def _months(span: PaperSpan) -> Iterator[date]:
    month = span.since.replace(day=1)
    while month <= span.until:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _tested(tables: Tables, since: datetime, until: datetime) -> Iterator[ProofLine]:
    yield from _equipment(tables, since, until)
    yield from _contacts(tables, since, until)
    for call in tables.roll_call.all():
        if since <= call.started_at < until:
            yield words.roll_call_line(call, tables.roll_call.sheet(call, with_records=False))
    for one in tables.call_round.all():
        if since <= one.started_at < until:
            states = tables.call_round.states_of(one.id)
            reached = sum(states.get(state, 0) for state in _REACHED)
            yield words.call_round_line(one, reached, sum(states.values()))


def _equipment(tables: Tables, since: datetime, until: datetime) -> Iterator[ProofLine]:
    names = {item.id: item.name for item in tables.equipment.items()}
    for check in tables.equipment.checks_between(since, until):
        if check.is_test_call:
            yield words.equipment_line(check, names.get(check.item_id, ""))


def _contacts(tables: Tables, since: datetime, until: datetime) -> Iterator[ProofLine]:
    for card in tables.contacts.cards_of(tables.contacts.verified_between(since, until)):
        yield words.contact_line(card)
