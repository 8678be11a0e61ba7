"""What follows from the attempts of a call round: who is rung next, how far the round has come.

Rules of this file: a busy line is a try; A is tried ``max_tries`` times, then B, then the
superior; whoever has no number is passed over; an answer holds whenever it comes; an attempt
that another one corrects does not count, nor does one that is void.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.call_round import (
    CallAttempt,
    CallParty,
    CallResult,
    CallRound,
    CallTarget,
    TargetState,
)
from dutydesk.domain.dataclass import dataclass

OPEN = frozenset({TargetState.WAITING, TargetState.TRYING})
REACHED = frozenset({TargetState.ANSWERED, TargetState.ANSWERED_BY_B})

_ORDER = (CallParty.A, CallParty.B, CallParty.SUPERIOR)
Attempts = Mapping[str, Sequence[CallAttempt]]


@dataclass(frozen=True, slots=True)
class NextCall:
    """Whom to ring now: the ``try_no``-th try of this party."""

    party: CallParty
    name: str
    phone: str
    try_no: int


@dataclass(frozen=True, slots=True)
class CallCounts:
    """How far a round has come; ``asked`` is everybody but those who need not be called."""

    total: int = 0
    answered: int = 0
    answered_by_b: int = 0
    escalated: int = 0
    trying: int = 0
    waiting: int = 0
    skipped: int = 0
    in_time: int = 0

    @property
    def asked(self) -> int:
        """Everybody who has to be reached."""
        return self.total - self.skipped

    @property
    def reached(self) -> int:
        """Whoever answered, A or B."""
        return self.answered + self.answered_by_b

    @property
    def open(self) -> int:
        """Whoever still has to be rung."""
        return self.trying + self.waiting

    @property
    def unreached(self) -> int:
        """Whoever did not answer so far, those told to the superior among them."""
        return self.asked - self.reached


@dataclass(frozen=True, slots=True)
class CallTime:
    """How long a round has run; ``longest`` is the longest that an open one has waited."""

    elapsed: timedelta
    longest: timedelta
    is_over: bool


def counting(attempts: Iterable[CallAttempt]) -> list[CallAttempt]:
    """Return the attempts that count, in order."""
    found = list(attempts)
    corrected = {one.corrects for one in found if one.corrects is not None}
    return [one for one in found if one.id not in corrected and one.result is not CallResult.VOID]


def next_call(
    call_round: CallRound, target: CallTarget, attempts: Iterable[CallAttempt]
) -> NextCall:
    """Return whom to ring about a target now; for one that is done, who would be."""
    counted = counting(attempts)
    tries = {party: sum(one.party is party for one in counted) for party in _ORDER}
    start = _ORDER.index(target.party)
    able = [party for party in _ORDER[start:] if has_number(call_round, target, party)]
    party = next(
        (one for one in able if one is CallParty.SUPERIOR or tries[one] < call_round.max_tries),
        # Nobody above is on file: the last who can be rung is rung until answered.
        able[-1] if able else target.party,
    )
    name, phone = reach(call_round, target, party)
    return NextCall(party, name, phone, tries[party] + 1)


def reach(call_round: CallRound, target: CallTarget, party: CallParty) -> tuple[str, str]:
    """Return name and number of a party; the round's superior where the target has none."""
    match party:
        case CallParty.A:
            return target.name, target.phone
        case CallParty.B:
            return target.b_name, target.b_phone
        case CallParty.SUPERIOR:
            if target.superior or target.superior_phone:
                return target.superior, target.superior_phone
            return call_round.superior, call_round.superior_phone


def has_number(call_round: CallRound, target: CallTarget, party: CallParty) -> bool:
    """Tell whether a party can be rung; a superior may be told at the next desk."""
    name, phone = reach(call_round, target, party)
    return bool(phone) or (party is CallParty.SUPERIOR and bool(name))


def settled(target: CallTarget, attempts: Iterable[CallAttempt]) -> CallTarget:
    """Return the target as its attempts leave it."""
    counted = counting(attempts)
    answers = [one for one in counted if one.result is CallResult.ANSWERED]
    for party, state in (
        (CallParty.A, TargetState.ANSWERED),
        (CallParty.B, TargetState.ANSWERED_BY_B),
        (CallParty.SUPERIOR, TargetState.ESCALATED),
    ):
        first = next((one for one in answers if one.party is party), None)
        if first is not None:
            return replace(target, state=state, reached_at=first.at)
    state = TargetState.TRYING if counted else TargetState.WAITING
    return replace(target, state=state, reached_at=None)


def next_target(
    call_round: CallRound,
    targets: Sequence[CallTarget],
    attempts: Attempts,
    now: datetime,
    *,
    apart_from: str = "",
) -> CallTarget | None:
    """Return who is to be rung now: the untried first, then whoever failed longest ago.

    A number that was just rung gets its pause while anybody else can be rung; ``apart_from`` is
    the target at hand, which comes last.
    """
    open_ones = [one for one in targets if one.state in OPEN]
    others = [one for one in open_ones if one.id != apart_from] or open_ones
    untried = [one for one in others if one.state is TargetState.WAITING]
    if untried:
        return min(untried, key=lambda one: one.order_no)
    pause = timedelta(minutes=call_round.retry_pause_minutes)

    def turn(target: CallTarget) -> tuple[bool, datetime, int]:
        counted = counting(attempts.get(target.id, ()))
        last = max((one.at for one in counted), default=call_round.started_at)
        is_new = _is_new_party(call_round, target, counted)
        return not is_new and now - last < pause, last, target.order_no

    return min(others, key=turn, default=None)


def _is_new_party(
    call_round: CallRound, target: CallTarget, counted: Sequence[CallAttempt]
) -> bool:
    """Tell whether another one than was rung last is to be rung: that needs no pause."""
    return not counted or next_call(call_round, target, counted).party is not counted[-1].party


def counts(call_round: CallRound, targets: Iterable[CallTarget]) -> CallCounts:
    """Count a round."""
    found = list(targets)
    number = {state: sum(one.state is state for one in found) for state in TargetState}
    limit = call_round.started_at + timedelta(minutes=call_round.within_minutes)
    in_time = sum(
        one.state in REACHED and one.reached_at is not None and one.reached_at <= limit
        for one in found
    )
    return CallCounts(
        total=len(found),
        answered=number[TargetState.ANSWERED],
        answered_by_b=number[TargetState.ANSWERED_BY_B],
        escalated=number[TargetState.ESCALATED],
        trying=number[TargetState.TRYING],
        waiting=number[TargetState.WAITING],
        skipped=number[TargetState.SKIPPED],
        in_time=in_time,
    )


def timing(
    call_round: CallRound, targets: Iterable[CallTarget], attempts: Attempts, now: datetime
) -> CallTime:
    """Return the times of a round, up to its end or to now."""
    until = call_round.ended_at or now
    elapsed = max(until - call_round.started_at, timedelta())
    waits = [
        until - max((one.at for one in attempts.get(target.id, ())), default=call_round.started_at)
        for target in targets
        if target.state in OPEN
    ]
    is_over = bool(waits) and elapsed > timedelta(minutes=call_round.within_minutes)
    return CallTime(elapsed, max(waits, default=timedelta()), is_over)
