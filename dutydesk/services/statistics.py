"""Use cases of statistics: the figures of a month, a year or any span, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline import clocks
from dutydesk.domain.duty_figures import DutyFigures, figures_of
from dutydesk.domain.incident_masking import masked
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_span import PaperSpan, span_of
from dutydesk.domain.paper_statistics import StatisticsSheet
from dutydesk.domain.report_clock import ClockStatus
from dutydesk.domain.statistics import (
    Hours,
    LateReport,
    Statistics,
    hours_of,
    is_inside,
    statistics_of,
)
from dutydesk.store import casebook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The figures with the unit's word for a first report."""

    statistics: Statistics
    first_word: str


class StatisticsService:
    """Reads figures; writes nothing."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, span: PaperSpan) -> StatisticsView:
        """Return the figures of a span of days."""
        with self._store.reading() as tables:
            return StatisticsView(self._counted(tables, span), casebook.first_report_word(tables))

    def sheet(self, request: PaperRequest) -> StatisticsSheet:
        """Return the figures of a span as a paper; raises SpanUnclear, SpanReversed."""
        span = span_of(request, china(self._clock.now()).date())
        with self._store.reading() as tables:
            room = tables.room.get()
            return StatisticsSheet(
                room.unit,
                room.is_practice,
                self._counted(tables, span),
                casebook.first_report_word(tables),
                _duty(tables, span),
            )

    def entry_hours(self, span: PaperSpan) -> Hours:
        """Return how many entries people put on record, by weekday and hour."""
        since, until = _instants(span.since, span.until)
        with self._store.reading() as tables:
            found = tables.statistics.entries(since, until)
        return hours_of((one.hour, one.count) for one in found)

    def duty(self, span: PaperSpan) -> DutyFigures:
        """Return the figures of the duty itself over a span of days."""
        with self._store.reading() as tables:
            return _duty(tables, span)

    def years(self) -> list[int]:
        """Return the years there is something to count in, the newest first."""
        newest = china(self._clock.now()).year
        with self._store.reading() as tables:
            first = tables.statistics.first_year()
        return list(range(newest, min(first or newest, newest) - 1, -1))

    def _counted(self, tables: Tables, span: PaperSpan) -> Statistics:
        year = span.until.year
        since, until = _instants(
            min(span.since, date(year - 1, 1, 1)), max(span.until, date(year, 12, 31))
        )
        incidents = tables.statistics.incidents(since, until)
        reports = tables.statistics.reports(*_instants(span.since, span.until))
        maskers = tables.incident_masking.maskers({one.incident_id for one in reports})
        shown = [masked(one, maskers.get(one.incident_id)) for one in reports]
        # What is still unsent belongs to incidents that run: only ended ones are masked.
        return statistics_of(span, incidents, shown, self._unsent(tables, span))

    def _unsent(self, tables: Tables, span: PaperSpan) -> Iterator[LateReport]:
        """Yield what ran out in the span and has not been sent, of incidents still running."""
        now = self._clock.now()
        rules = casebook.unit_rules(tables)
        for file in casebook.files_of(tables, tables.incident.running()):
            incident = file.incident
            for clock in clocks(file, rules, now):
                is_over = clock.status is ClockStatus.OVERDUE and is_inside(clock.due_at, span)
                if is_over and clock.stage is not None and clock.medium is not None:
                    yield LateReport(
                        incident.id,
                        incident.incident_no,
                        incident.title,
                        clock.stage,
                        clock.medium,
                        0,
                        clock.due_at,
                        None,
                        -clock.minutes_left,
                    )


def _duty(tables: Tables, span: PaperSpan) -> DutyFigures:
    year = span.until.year
    entries_of = _instants(min(span.since, date(year, 1, 1)), date(year, 12, 31))
    return figures_of(
        span,
        tables.statistics.entries(*entries_of),
        tables.statistics.answers(*_instants(span.since, span.until)),
        tables.statistics.shifts(span, tables.holiday.calendar()),
    )


def _instants(since: date, until: date) -> tuple[datetime, datetime]:
    """Return the first instant of the days and the first one behind them."""
    return china_instant(since, 0, 0), china_instant(until + _DAY, 0, 0)
