"""Limits that come again until the end: at times of day, or every so many days (notes §4).

Rules of this file: pure functions. Times of day are those of ``daily_times.py``; where rules with
times of day fit, those with a number of days rest. So many days run from the last answer, in days
of 24 hours, so that one unanswered stays one line and is not done away with by the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from itertools import pairwise

from dutydesk.domain.daily_times import DailyTimes
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_rule import DeadlineRule, daily_time
from dutydesk.domain.incident import Grading
from dutydesk.domain.instants import china

RuleFinder = Callable[[Grading], Sequence[DeadlineRule]]


@dataclass(frozen=True)
class Repeated:
    """Rules that hold from ``since`` on, all of one measure, and what was ``sent`` since."""

    rules: tuple[DeadlineRule, ...]
    since: datetime
    sent: tuple[datetime, ...] = ()

    def open_times(self, now: datetime) -> list[tuple[datetime, int]]:
        """Return the times nobody has answered, each with how many were missed up to it."""
        if self._daily is None:
            due_at = self._anchor + self._step
            return [(due_at, max(0, (now - self._anchor) // self._step) if now > due_at else 0)]
        missed = self._daily.missed(now)
        found = [(missed, self._daily.missed_count(now))] if missed else []
        return [*found, (self._daily.running(now), 0)]

    def answered_by(self, sent_at: datetime) -> datetime:
        """Return the time that one more answer at ``sent_at`` belongs to."""
        if self._daily is None:
            return self._anchor + self._step
        return self._daily.answered_by(sent_at)

    def starts_at(self, due_at: datetime) -> datetime:
        """Return from when a time is counted."""
        return due_at - self._step if self._daily is None else self._daily.starts_at(due_at)

    def rule_at(self, due_at: datetime) -> DeadlineRule:
        """Return the rule a time comes from."""
        if self._daily is None:
            return min(self.rules, key=lambda rule: rule.every_days or 0)
        wall = china(due_at).time()
        return next(
            rule
            for rule in self.rules
            if any(daily_time(text) == wall for text in rule.daily_times)
        )

    @cached_property
    def _daily(self) -> DailyTimes | None:
        times = frozenset(text for rule in self.rules for text in rule.daily_times)
        return DailyTimes(times, self.since, self.sent) if times else None

    @property
    def _anchor(self) -> datetime:
        return max(self.sent, default=self.since)

    @property
    def _step(self) -> timedelta:
        return timedelta(days=min(rule.every_days or 1 for rule in self.rules))


def repeated(
    gradings: Sequence[Grading],
    find: RuleFinder,
    start: datetime | None,
    answers: Sequence[datetime],
) -> Repeated | None:
    """Return what repeats under the newest grading; None without a rule or before its start.

    It holds from ``start``, or from the grading after it that made the times what they are.
    """
    rules = repeating(find(gradings[-1]))
    if not rules or start is None:
        return None
    since, measure = start, _measure(rules)
    for before, grading in pairwise(gradings):
        if _measure(repeating(find(before))) != measure:
            since = max(start, grading.decided_at)
    return Repeated(rules, since, tuple(sorted(at for at in answers if at >= since)))


def repeating(rules: Sequence[DeadlineRule]) -> tuple[DeadlineRule, ...]:
    """Return those that come again: with times of day, else every so many days."""
    daily = tuple(rule for rule in rules if rule.daily_times)
    return daily or tuple(rule for rule in rules if rule.every_days is not None)


def _measure(rules: Sequence[DeadlineRule]) -> tuple[frozenset[str], int]:
    times = frozenset(text for rule in rules for text in rule.daily_times)
    return times, min((rule.every_days or 0 for rule in rules), default=0)
