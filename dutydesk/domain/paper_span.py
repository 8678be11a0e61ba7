"""The duty days that a register speaks of: one day, a month, or from one day to another."""

from __future__ import annotations

import calendar
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.paper_issue import PaperRequest


@dataclass(frozen=True, slots=True)
class PaperSpan:
    """Duty days from ``since`` to ``until``, both included."""

    since: date
    until: date

    @property
    def is_day(self) -> bool:
        """Tell whether this is one duty day."""
        return self.since == self.until

    @property
    def is_month(self) -> bool:
        """Tell whether this is a whole calendar month."""
        return self == month_of(self.since)

    @property
    def subject(self) -> str:
        """The span as papers are registered: ``2026-11``, ``2026-11-20``, or both ends."""
        if self.is_month:
            return self.since.isoformat()[:7]
        if self.is_day:
            return self.since.isoformat()
        return f"{self.since.isoformat()}-{self.until.isoformat()}"


@dataclass(eq=False)
class SpanReversed(Refusal):
    """The last day lies before the first."""

    since: date
    until: date


@dataclass(eq=False)
class SpanUnclear(Refusal):
    """More than one of day, month and span was asked for."""


def month_of(day: date) -> PaperSpan:
    """Return the calendar month of a day."""
    last = calendar.monthrange(day.year, day.month)[1]
    return PaperSpan(day.replace(day=1), day.replace(day=last))


def span_of(request: PaperRequest, newest: date) -> PaperSpan:
    """Return what was asked for; without anything the month of the newest duty day.

    A span without an end runs to the newest duty day, one without a beginning begins with the
    month of its end. Raises SpanUnclear, SpanReversed.
    """
    asked = (
        request.duty_date is not None,
        request.month is not None,
        request.since is not None or request.until is not None,
    )
    if sum(asked) > 1:
        raise SpanUnclear
    if request.duty_date is not None:
        return PaperSpan(request.duty_date, request.duty_date)
    if request.since is None and request.until is None:
        return month_of(request.month or newest)
    until = request.until or max(newest, request.since or newest)
    since = request.since or until.replace(day=1)
    if until < since:
        raise SpanReversed(since, until)
    return PaperSpan(since, until)
