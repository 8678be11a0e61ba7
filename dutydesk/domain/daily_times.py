"""Daily times of follow-up reports: which report answers which time (domain notes §4).

Rules of this file: pure functions of times of day, China time, and instants.

The source (notice of the provincial department, B1) says only "by 08:00 and by 17:00 every day";
which time a report answers is decided here. A report lies in the window that ends with the daily
time before it, and answers the time at the end of that window: 07:55 answers 08:00, however much
was missed before. One exception: while the time at the beginning of the window is still
unanswered, a report nearer to that beginning is the late one of that time, and the end of the
window stays open. Otherwise a report five minutes late for 17:00 would do away with 08:00 as
well. Whatever it answers, a report settles every time missed before it; only the last of them is
kept open until then, with their number, so that a week of silence is one line and not fourteen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_rule import daily_time
from dutydesk.domain.instants import china, china_instant


@dataclass(frozen=True)
class DailyTimes:
    """Times of day that hold from ``since`` on, and the reports ``sent`` since, in order."""

    times: frozenset[str]
    since: datetime
    sent: tuple[datetime, ...] = ()

    def answered_by(self, sent_at: datetime) -> datetime:
        """Return the daily time that one more report at ``sent_at`` answers."""
        return self._answered_by(sent_at, self._answered_until())

    def missed(self, now: datetime) -> datetime | None:
        """Return the last daily time that passed unanswered; None when every one was met."""
        last = last_daily(self.times, now)
        return last if last > self._answered_until() else None

    def missed_count(self, now: datetime) -> int:
        """Return how many daily times passed unanswered since the last report."""
        last = self.missed(now)
        if last is None:
            return 0
        first = next_daily(self.times, self._answered_until())
        in_order = sorted(map(daily_time, self.times))
        places = [in_order.index(china(one).time()) for one in (first, last)]
        days = (china(last).date() - china(first).date()).days
        return days * len(in_order) + places[1] - places[0] + 1

    def running(self, now: datetime) -> datetime:
        """Return the daily time that is counted down."""
        return next_daily(self.times, self.missed(now) or self._answered_until())

    def starts_at(self, due_at: datetime) -> datetime:
        """Return from when a daily time is counted: the last report, or the time before it."""
        before = last_daily(self.times, due_at)
        if before <= self._answered_until() < due_at:
            return max(self.sent, default=self.since)
        return max(self.since, before)

    def _answered_until(self) -> datetime:
        until = self.since
        for sent_at in self.sent:
            until = max(until, self._answered_by(sent_at, until))
        return until

    def _answered_by(self, sent_at: datetime, until: datetime) -> datetime:
        behind = last_daily(self.times, sent_at)
        ahead = next_daily(self.times, behind)
        if until < behind and is_late_one(sent_at, behind, ahead):
            return behind
        # A report in the very second from which the times hold is before none but the next.
        return max(ahead, next_daily(self.times, self.since))


def is_late_one(sent_at: datetime, missed: datetime, coming: datetime) -> bool:
    """Tell whether a report after a missed time is the late one of that, not of the coming."""
    return sent_at - missed <= coming - sent_at


def next_daily(times: Iterable[str], after: datetime) -> datetime:
    """Return the first of the daily China times strictly later than ``after``."""
    return min(one for one in _around(times, after) if one > after)


def last_daily(times: Iterable[str], before: datetime) -> datetime:
    """Return the last of the daily China times strictly earlier than ``before``."""
    return max(one for one in _around(times, before) if one < before)


def _around(times: Iterable[str], instant: datetime) -> Iterator[datetime]:
    day = china(instant).date()
    for text in times:
        one = daily_time(text)
        for offset in (-1, 0, 1):
            yield china_instant(day + timedelta(days=offset), one.hour, one.minute)
