"""Figures of the duty itself: entries, answers to what came in, handovers, duties by person.

Rules of this file: pure; a duty counts for whoever really kept the shift; a handover is late when
duty passed after the shift was to end; an incident is answered by its first report of a medium.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from statistics import median

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.domain.report import ReportMedium
from dutydesk.domain.statistics import MONTHS, Hours, hours_of, is_inside

RESPONSE_LIMITS = (10, 15, 30, 60)
"""Minutes up to which an answer falls into a class; what took longer is the last class."""
HANDOVER_LIMITS = (0, 10, 30)
"""Minutes after the end of a shift up to which a handover falls into a class."""
CALLS = (EntryKind.INCOMING_CALL, EntryKind.OUTGOING_CALL)


@dataclass(frozen=True, slots=True)
class CountedEntries:
    """How many entries of a kind began within one hour, which is given by its start."""

    hour: datetime
    kind: EntryKind
    count: int


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """An incident and when its first report of a medium left."""

    received_at: datetime
    medium: ReportMedium
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class CountedShift:
    """A shift that was kept: its people by post (名), and how it was passed on.

    ``passed_at`` None: it still runs. ``is_forced``: nobody came or could sign.
    """

    day_class: DayClass
    ends_at: datetime
    lead: str = ""
    officers: tuple[str, ...] = ()
    passed_at: datetime | None = None
    is_forced: bool = False


@dataclass(frozen=True, slots=True)
class ResponseTimes:
    """Answers by one medium: how many fell into each class, and the middle one in minutes."""

    medium: ReportMedium
    by_class: tuple[int, ...]
    median_minutes: int | None = None

    @property
    def count(self) -> int:
        """All answers."""
        return sum(self.by_class)


@dataclass(frozen=True, slots=True)
class PersonDuties:
    """The duties of one person by class of day, and how many of them as leader."""

    person: str
    by_class: Mapping[DayClass, int]
    as_lead: int = 0

    @property
    def total(self) -> int:
        """All duties."""
        return sum(self.by_class.values())


@dataclass(frozen=True, slots=True)
class DutyFigures:
    """Everything of a span; ``months`` are the twelve of the year the span ends in."""

    span: PaperSpan
    call_hours: Hours
    entry_count: int
    call_count: int
    by_kind: Mapping[EntryKind, tuple[int, ...]]
    responses: tuple[ResponseTimes, ...]
    handovers: tuple[int, ...]
    forced_count: int
    people: tuple[PersonDuties, ...]

    @property
    def handover_count(self) -> int:
        """All handovers that were signed."""
        return sum(self.handovers)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return not (self.entry_count or self.people or any(map(any, self.by_kind.values())))


def figures_of(
    span: PaperSpan,
    entries: Iterable[CountedEntries],
    answers: Iterable[CountedAnswer],
    shifts: Iterable[CountedShift],
) -> DutyFigures:
    """Return the figures; ``entries`` are those of the span and of the year it ends in."""
    entries, shifts, answers = list(entries), list(shifts), list(answers)
    by_kind: dict[EntryKind, list[int]] = {}
    for one in entries:
        day = china(one.hour).date()
        if day.year == span.until.year:
            by_kind.setdefault(one.kind, [0] * MONTHS)[day.month - 1] += one.count
    entries = [one for one in entries if is_inside(one.hour, span)]
    calls = [one for one in entries if one.kind in CALLS]
    return DutyFigures(
        span=span,
        call_hours=hours_of((one.hour, one.count) for one in calls),
        entry_count=sum(one.count for one in entries),
        call_count=sum(one.count for one in calls),
        by_kind={kind: tuple(by_kind[kind]) for kind in EntryKind if kind in by_kind},
        responses=tuple(_responses(medium, answers) for medium in ReportMedium),
        handovers=_handovers(shifts),
        forced_count=sum(one.is_forced for one in shifts),
        people=_people(shifts),
    )


def class_of(length: timedelta, limits: tuple[int, ...]) -> int:
    """Return the class of a length: a limit still belongs to its own class."""
    minutes = length / timedelta(minutes=1)
    return next((at for at, limit in enumerate(limits) if minutes <= limit), len(limits))


def _responses(medium: ReportMedium, answers: Iterable[CountedAnswer]) -> ResponseTimes:
    lengths = [
        max(one.sent_at - one.received_at, timedelta(0)) for one in answers if one.medium is medium
    ]
    counted = Counter(class_of(length, RESPONSE_LIMITS) for length in lengths)
    middle = median(length / timedelta(minutes=1) for length in lengths) if lengths else None
    return ResponseTimes(
        medium,
        tuple(counted[at] for at in range(len(RESPONSE_LIMITS) + 1)),
        None if middle is None else round(middle),
    )


def _handovers(shifts: Iterable[CountedShift]) -> tuple[int, ...]:
    counted = Counter(
        class_of(one.passed_at - one.ends_at, HANDOVER_LIMITS)
        for one in shifts
        if one.passed_at is not None and not one.is_forced
    )
    return tuple(counted[at] for at in range(len(HANDOVER_LIMITS) + 1))


def _people(shifts: Iterable[CountedShift]) -> tuple[PersonDuties, ...]:
    duties: dict[str, Counter[DayClass]] = {}
    led: Counter[str] = Counter()
    for shift in shifts:
        names = dict.fromkeys((shift.lead, *shift.officers))
        for name in names:
            if name:
                duties.setdefault(name, Counter())[shift.day_class] += 1
        led[shift.lead] += 1
    people = [PersonDuties(name, dict(by_class), led[name]) for name, by_class in duties.items()]
    return tuple(sorted(people, key=lambda one: (-one.total, one.person)))
