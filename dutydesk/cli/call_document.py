"""A call round, its people and its attempts as JSON, and as lines for people."""

from __future__ import annotations

from dutydesk.domain.call_progress import CallCounts
from dutydesk.domain.call_round import CallAttempt, CallRound, CallTarget
from dutydesk.domain.instants import to_json
from dutydesk.wording import call_round as words


def round_document(call_round: CallRound) -> dict[str, object]:
    """Return one round."""
    return {
        "id": call_round.id,
        "title": call_round.title,
        "words": call_round.words,
        "warning_id": call_round.warning_id,
        "incident_id": call_round.incident_id,
        "superior": call_round.superior,
        "superior_phone": call_round.superior_phone,
        "max_tries": call_round.max_tries,
        "within_minutes": call_round.within_minutes,
        "started_at": to_json(call_round.started_at),
        "started_by": call_round.started_by,
        "ended_at": to_json(call_round.ended_at) if call_round.ended_at else None,
        "ended_by": call_round.ended_by,
        "end_note": call_round.end_note,
        "status": "running" if call_round.ended_at is None else "ended",
    }


def counts_document(counted: CallCounts) -> dict[str, object]:
    """Return how far a round is; ``asked`` is everybody but those who need not be called."""
    return {
        "total": counted.total,
        "asked": counted.asked,
        "answered": counted.answered,
        "answered_by_b": counted.answered_by_b,
        "escalated": counted.escalated,
        "trying": counted.trying,
        "waiting": counted.waiting,
        "skipped": counted.skipped,
    }


def target_document(target: CallTarget) -> dict[str, object]:
    """Return one person."""
    return {
        "target_id": target.id,
        "order_no": target.order_no,
        "name": target.name,
        "phone": target.phone,
        "unit": target.unit,
        "role": target.role,
        "b_name": target.b_name,
        "b_phone": target.b_phone,
        "superior": target.superior,
        "superior_phone": target.superior_phone,
        "status": target.state.value,
        "reached_at": to_json(target.reached_at) if target.reached_at else None,
        "note": target.note,
    }


def attempt_document(attempt: CallAttempt) -> dict[str, object]:
    """Return one attempt."""
    return {
        "id": attempt.id,
        "attempt_no": attempt.attempt_no,
        "party": attempt.party.value,
        "name": attempt.name,
        "phone": attempt.phone,
        "channel": attempt.channel.value,
        "result": attempt.result.value,
        "words": attempt.words,
        "at": to_json(attempt.at),
        "officer": attempt.officer,
        "corrects": attempt.corrects,
    }


def target_line(target: CallTarget) -> str:
    """Return one person as a line for people."""
    who = words.who(target.unit, target.name, target.phone or words.NO_PHONE)
    return f"{target.order_no} {words.TARGET_STATE[target.state]} {who} {target.id}"
