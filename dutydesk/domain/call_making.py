"""Starting a call round, taking an attempt, ending: what is accepted and what is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.call_progress import OPEN, has_number, next_call, reach, settled
from dutydesk.domain.call_round import (
    CallAttempt,
    Callee,
    CallParty,
    CallResult,
    CallRound,
    CallTarget,
    DraftAttempt,
    DraftCallRound,
    TargetState,
)
from dutydesk.domain.call_round_refusals import (
    CallAnsweredAlready,
    CallCorrectionUnfit,
    CalleeNameMissing,
    CalleesMissing,
    CallInFuture,
    CallPartyMissing,
    CallRoundEnded,
    CallRoundOpen,
    CallSkipReasonMissing,
    CallTextTooLong,
    CallTitleMissing,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput

MAX_TEXT = 2_000
MAX_MADE = 9
MAX_MINUTES = 24 * 60

# A typed time may run ahead of a slow machine clock by this much.
_AHEAD_ALLOWED = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Making:
    """The circumstances of writing: the clock, and the name of whoever writes."""

    now: datetime
    officer: str


def start(draft: DraftCallRound, making: Making) -> CallRound:
    """Return the round; raises CallTitleMissing, CalleesMissing, CallTextTooLong, BadInput."""
    title = draft.title.strip()
    if not title:
        raise CallTitleMissing
    if not draft.callees:
        raise CalleesMissing
    texts = (("title", title), ("words", draft.words), ("superior", draft.superior))
    for field, text in texts:
        check_length(field, text)
    for field, number, most in (
        ("max_tries", draft.max_tries, MAX_MADE),
        ("within_minutes", draft.within_minutes, MAX_MINUTES),
    ):
        if not 1 <= number <= most:
            raise BadInput(field, str(number))
    if not 0 <= draft.retry_pause_minutes <= MAX_MINUTES:
        raise BadInput("retry_pause_minutes", str(draft.retry_pause_minutes))
    return CallRound(
        id=draft.id,
        title=title,
        words=draft.words.strip(),
        warning_id=draft.warning_id,
        incident_id=draft.incident_id,
        superior=draft.superior.strip(),
        superior_phone=draft.superior_phone.strip(),
        max_tries=draft.max_tries,
        within_minutes=draft.within_minutes,
        retry_pause_minutes=draft.retry_pause_minutes,
        started_at=making.now,
        started_by=making.officer,
    )


def targets_of(
    call_round: CallRound, callees: Iterable[Callee], ids: Iterator[str], first_no: int = 1
) -> list[CallTarget]:
    """Return a target for each callee, in their order; raises CalleeNameMissing."""
    return [
        target_of(call_round, callee, next(ids), order_no)
        for order_no, callee in enumerate(callees, first_no)
    ]


def target_of(call_round: CallRound, callee: Callee, target_id: str, order_no: int) -> CallTarget:
    """Return the target of one callee; raises CalleeNameMissing."""
    if not callee.name.strip():
        raise CalleeNameMissing
    return CallTarget(
        id=target_id,
        round_id=call_round.id,
        order_no=order_no,
        name=callee.name.strip(),
        phone=callee.phone.strip(),
        unit=callee.unit,
        area=callee.area,
        role=callee.role,
        contact_id=callee.contact_id,
        b_name=callee.b_name,
        b_phone=callee.b_phone,
        b_contact_id=callee.b_contact_id,
        superior=callee.superior,
        superior_phone=callee.superior_phone,
    )


def check_running(call_round: CallRound) -> None:
    """Raise CallRoundEnded for a round that has ended."""
    if call_round.ended_at is not None:
        raise CallRoundEnded(call_round.title, call_round.ended_at)


def take(
    draft: DraftAttempt,
    call_round: CallRound,
    target: CallTarget,
    before: Sequence[CallAttempt],
    making: Making,
) -> tuple[CallAttempt, CallTarget]:
    """Return an attempt for the record, and its target as it leaves it.

    Raises CallRoundEnded, CallInFuture, CallTextTooLong, CallCorrectionUnfit, CallPartyMissing.
    """
    check_running(call_round)
    check_length("words", draft.words)
    if draft.at > making.now + _AHEAD_ALLOWED:
        raise CallInFuture(draft.at, making.now)
    corrected = _corrected(draft, before)
    if corrected is not None:
        party, name, phone = corrected.party, corrected.name, corrected.phone
    else:
        party = draft.party or next_call(call_round, target, before).party
        name, phone = reach(call_round, target, party)
        if party is CallParty.B and not (name or phone):
            raise CallPartyMissing(target.name)
    attempt = CallAttempt(
        id=draft.id,
        target_id=target.id,
        attempt_no=len(before) + 1,
        party=party,
        name=name,
        phone=phone,
        channel=draft.channel,
        result=draft.result,
        words=draft.words.strip(),
        officer=making.officer,
        at=corrected.at if corrected is not None else draft.at,
        recorded_at=making.now,
        corrects=draft.corrects,
    )
    return attempt, settled(target, [*before, attempt])


def turn_to(
    call_round: CallRound, target: CallTarget, party: CallParty, attempts: Sequence[CallAttempt]
) -> CallTarget:
    """Return the target with another party to ring; raises CallRoundEnded, CallPartyMissing."""
    check_running(call_round)
    if party is CallParty.B and not has_number(call_round, target, party):
        raise CallPartyMissing(target.name)
    return settled(replace(target, party=party), attempts)


def skip(call_round: CallRound, target: CallTarget, reason: str) -> CallTarget:
    """Return a target that need not be called.

    Raises CallRoundEnded, CallAnsweredAlready, CallSkipReasonMissing.
    """
    check_running(call_round)
    if target.state not in {*OPEN, TargetState.SKIPPED}:
        raise CallAnsweredAlready(target.name)
    if not reason.strip():
        raise CallSkipReasonMissing(target.name)
    check_length("reason", reason)
    return replace(target, state=TargetState.SKIPPED, note=reason.strip(), reached_at=None)


def end(
    call_round: CallRound, targets: Iterable[CallTarget], note: str, making: Making
) -> CallRound:
    """Return the ended round; raises CallRoundEnded, CallRoundOpen without a word for the open."""
    check_running(call_round)
    check_length("end_note", note)
    waiting = tuple(one.name for one in targets if one.state in OPEN)
    if waiting and not note.strip():
        raise CallRoundOpen(len(waiting), waiting)
    return replace(call_round, ended_at=making.now, ended_by=making.officer, end_note=note.strip())


def reopen(call_round: CallRound) -> CallRound:
    """Return a round that goes on; what its log entry said stays in the log."""
    return replace(call_round, ended_at=None, ended_by="", end_note="", end_entry_id=None)


def check_length(field: str, text: str) -> None:
    """Raise CallTextTooLong for more than is kept."""
    if len(text) > MAX_TEXT:
        raise CallTextTooLong(field, len(text), MAX_TEXT)


def _corrected(draft: DraftAttempt, before: Sequence[CallAttempt]) -> CallAttempt | None:
    if draft.corrects is None:
        if draft.result is CallResult.VOID:
            raise CallCorrectionUnfit
        return None
    known = next((one for one in before if one.id == draft.corrects), None)
    if known is None or any(one.corrects == known.id for one in before):
        raise CallCorrectionUnfit
    return known
