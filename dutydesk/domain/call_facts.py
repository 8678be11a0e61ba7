"""Call rounds as a handover passes them on: who takes over goes on ringing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.call_progress import counts
from dutydesk.domain.call_round import CallRound, CallTarget
from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedRound:
    """One round that nobody ended, as it stood at an instant."""

    id: str
    title: str
    started_at: datetime
    asked: int
    reached: int
    escalated: int
    open: int


def carried(call_round: CallRound, targets: Iterable[CallTarget]) -> CarriedRound:
    """Return what the incoming officer must know of a round that runs."""
    counted = counts(call_round, targets)
    return CarriedRound(
        id=call_round.id,
        title=call_round.title,
        started_at=call_round.started_at,
        asked=counted.asked,
        reached=counted.reached,
        escalated=counted.escalated,
        open=counted.open,
    )
