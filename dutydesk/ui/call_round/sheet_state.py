"""The running sheet in memory: one press changes one target, nothing is read again."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.call_progress import (
    OPEN,
    CallCounts,
    CallTime,
    NextCall,
    counting,
    counts,
    next_call,
    next_target,
    timing,
)
from dutydesk.domain.call_round import CallAttempt, CallRound, CallTarget
from dutydesk.services.call_reading import CallSheet


class SheetState:
    """Targets and attempts of one round, in their order."""

    def __init__(self, sheet: CallSheet) -> None:
        self.call_round: CallRound = sheet.call_round
        self.targets: dict[str, CallTarget] = {one.id: one for one in sheet.targets}
        self.attempts: dict[str, list[CallAttempt]] = {one.id: [] for one in sheet.targets}
        for attempt in sheet.attempts:
            self.attempts[attempt.target_id].append(attempt)
        self._keys = dict(sheet.keys)

    @property
    def is_running(self) -> bool:
        """Tell whether somebody may still be rung."""
        return self.call_round.ended_at is None

    def put(self, target: CallTarget, attempt: CallAttempt | None = None) -> None:
        """Take what was just written."""
        self.targets[target.id] = target
        if attempt is not None:
            self.attempts[target.id].append(attempt)

    def next_call(self, target_id: str) -> NextCall:
        """Return whom to ring about a target."""
        return next_call(self.call_round, self.targets[target_id], self.attempts[target_id])

    def next_target(self, now: datetime, apart_from: str = "") -> str:
        """Return who is to be rung now, empty when everybody is done."""
        found = next_target(
            self.call_round,
            list(self.targets.values()),
            self.attempts,
            now,
            apart_from=apart_from,
        )
        return found.id if found else ""

    def counts(self) -> CallCounts:
        """Count the round."""
        return counts(self.call_round, self.targets.values())

    def timing(self, now: datetime) -> CallTime:
        """Return the times of the round."""
        return timing(self.call_round, self.targets.values(), self.attempts, now)

    def tries(self, target_id: str) -> int:
        """Return how often somebody was rung."""
        return len(counting(self.attempts[target_id]))

    def last_attempt(self, target_id: str) -> CallAttempt | None:
        """Return the last attempt that counts, which a slip is."""
        counted = counting(self.attempts[target_id])
        return counted[-1] if counted else None

    def shown(self, text: str, *, is_open_only: bool) -> list[str]:
        """Return who fits the words typed, in order."""
        return [one for one in self.targets if self.is_shown(one, text, is_open_only=is_open_only)]

    def is_shown(self, target_id: str, text: str, *, is_open_only: bool) -> bool:
        """Tell whether one target fits."""
        if is_open_only and self.targets[target_id].state not in OPEN:
            return False
        keys = self._keys.get(target_id, "")
        return all(word in keys for word in text.lower().split())
