"""Figures of information reporting: incidents by kind, level and time, reports on time or late.

Rules of this file: pure; an incident counts by its receipt, a report by its sending, both by the
calendar day in China; what turned out to be 误报 or 非突发事件 is told apart and counts nowhere
else; a report without a limit is neither on time nor late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel
from dutydesk.domain.instants import china
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.domain.report import ReportMedium, ReportStage

LEVELS = (*GRADES, IncidentLevel.UNCLASSIFIED)
DAYS, HOURS, MONTHS = 7, 24, 12

Hours = tuple[tuple[int, ...], ...]
"""Seven rows, Monday first, of 24 numbers each."""


@dataclass(frozen=True, slots=True)
class CountedIncident:
    """What is counted of an incident."""

    category: IncidentCategory
    kind: str
    level: IncidentLevel
    received_at: datetime
    is_exit: bool = False
    is_serious_near_miss: bool = False


@dataclass(frozen=True, slots=True)
class CountedReport:
    """What is counted of a report; ``is_met`` None: no limit ran."""

    incident_id: str
    incident_no: str
    title: str
    stage: ReportStage
    medium: ReportMedium
    sequence_no: int
    sent_at: datetime
    due_at: datetime | None = None
    is_met: bool | None = None
    late_by_minutes: int = 0
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class KindCount:
    """One kind with its incidents by level, in the order of ``LEVELS``."""

    category: IncidentCategory
    kind: str
    by_level: tuple[int, ...]

    @property
    def total(self) -> int:
        """All incidents of the kind."""
        return sum(self.by_level)


@dataclass(frozen=True, slots=True)
class OnTime:
    """How many reports of a stage and medium had a limit, and how many met it."""

    stage: ReportStage
    medium: ReportMedium
    due: int
    met: int

    @property
    def percent(self) -> float:
        """The on-time rate, 0 to 100."""
        return 100 * self.met / self.due


@dataclass(frozen=True, slots=True)
class LateReport:
    """A report sent late, or (``sent_at`` None) not yet sent though its limit has passed."""

    incident_id: str
    incident_no: str
    title: str
    stage: ReportStage
    medium: ReportMedium
    sequence_no: int
    due_at: datetime
    sent_at: datetime | None
    late_by_minutes: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """The incidents of one month, and of the same month a year before."""

    year: int
    month: int
    count: int
    year_before: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of a span of days; ``months`` are those of the year it ends in."""

    span: PaperSpan
    kinds: tuple[KindCount, ...]
    exit_count: int
    near_miss_count: int
    hours: Hours
    on_time: tuple[OnTime, ...]
    late: tuple[LateReport, ...]
    report_count: int
    months: tuple[MonthCount, ...]

    @property
    def incident_count(self) -> int:
        """All incidents that count."""
        return sum(one.total for one in self.kinds)

    @property
    def by_level(self) -> tuple[int, ...]:
        """The incidents by level, in the order of ``LEVELS``."""
        return _summed(one.by_level for one in self.kinds)

    def by_category(self) -> dict[IncidentCategory, tuple[int, ...]]:
        """Return the incidents by level for each of the four categories."""
        return {
            category: _summed(one.by_level for one in self.kinds if one.category is category)
            for category in IncidentCategory
        }

    @property
    def total_on_time(self) -> tuple[int, int]:
        """How many reports had a limit, and how many met it."""
        return sum(one.due for one in self.on_time), sum(one.met for one in self.on_time)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was received and nothing reported."""
        nothing = not self.incident_count and not self.exit_count
        return nothing and not self.report_count and not self.late


def statistics_of(
    span: PaperSpan,
    incidents: Sequence[CountedIncident],
    reports: Sequence[CountedReport],
    unsent: Iterable[LateReport] = (),
) -> Statistics:
    """Return the figures of a span; ``incidents`` may reach beyond it, for the other months.

    ``unsent`` are the reports whose limit ran out in the span and that nobody has sent.
    """
    inside = [one for one in incidents if is_inside(one.received_at, span)]
    counted = [one for one in inside if not one.is_exit]
    sent = [one for one in reports if is_inside(one.sent_at, span)]
    late = [*map(_late, (one for one in sent if one.is_met is False)), *unsent]
    return Statistics(
        span=span,
        kinds=_kinds(counted),
        exit_count=len(inside) - len(counted),
        near_miss_count=sum(one.is_serious_near_miss for one in counted),
        hours=hours_of((one.received_at, 1) for one in counted),
        on_time=tuple(_on_time(sent)),
        late=tuple(sorted(late, key=lambda one: (one.due_at, one.incident_no))),
        report_count=len(sent),
        months=_months(span.until.year, incidents),
    )


def hours_of(times: Iterable[tuple[datetime, int]]) -> Hours:
    """Return how often something happened, by weekday and hour in China."""
    found = [[0] * HOURS for _ in range(DAYS)]
    for at, count in times:
        local = china(at)
        found[local.weekday()][local.hour] += count
    return tuple(tuple(day) for day in found)


def is_inside(at: datetime, span: PaperSpan) -> bool:
    """Tell whether an instant lies on one of the days."""
    return span.since <= china(at).date() <= span.until


def _kinds(incidents: Sequence[CountedIncident]) -> tuple[KindCount, ...]:
    counts = Counter((one.category, one.kind, one.level) for one in incidents)
    kinds = {(category, kind) for category, kind, _ in counts}
    found = [
        KindCount(category, kind, tuple(counts[category, kind, level] for level in LEVELS))
        for category, kind in kinds
    ]
    order = list(IncidentCategory)
    return tuple(sorted(found, key=lambda one: (order.index(one.category), -one.total, one.kind)))


def _on_time(reports: Sequence[CountedReport]) -> Iterable[OnTime]:
    for stage in ReportStage:
        for medium in ReportMedium:
            met = [
                one.is_met
                for one in reports
                if one.stage is stage and one.medium is medium and one.is_met is not None
            ]
            if met:
                yield OnTime(stage, medium, len(met), sum(met))


def _late(report: CountedReport) -> LateReport:
    return LateReport(
        report.incident_id,
        report.incident_no,
        report.title,
        report.stage,
        report.medium,
        report.sequence_no,
        report.due_at or report.sent_at,
        report.sent_at,
        report.late_by_minutes,
        report.late_reason,
    )


def _months(year: int, incidents: Sequence[CountedIncident]) -> tuple[MonthCount, ...]:
    received = [china(one.received_at) for one in incidents if not one.is_exit]
    counts = Counter((at.year, at.month) for at in received)
    return tuple(
        MonthCount(year, month, counts[year, month], counts[year - 1, month])
        for month in range(1, MONTHS + 1)
    )


def _summed(rows: Iterable[Sequence[int]]) -> tuple[int, ...]:
    found = [0] * len(LEVELS)
    for row in rows:
        for at, value in enumerate(row):
            found[at] += value
    return tuple(found)
