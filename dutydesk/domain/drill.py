"""演练: a past duty day comes in once more, and what the trainee made of it.

Rules of this file: pure functions. What came in is replayed, never what was done about it; numbers
of telephones are masked; an event and the entry that logs it belong together when most of their
words do, each entry logs one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline import ClockStatus, DueClock, ReportClock
from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import Refusal

INCOMING = frozenset(
    {
        EntryKind.INCOMING_CALL,
        EntryKind.INCOMING_DOCUMENT,
        EntryKind.FAX,
        EntryKind.SUPERIOR_NOTICE,
        EntryKind.VISIT,
        EntryKind.WARNING,
    }
)
SPEEDS = (1, 2, 5, 10)
IN_TIME = timedelta(minutes=5)
"""An event is logged in time within this."""

_LIKE = 0.3
_LEAD = timedelta(minutes=1)
_NUMBER = r"(?<!\d)(\+?\d{3})\d{4,}(\d{2})(?!\d)|(?<!\d)(\d{3,4}-)\d{5,}(\d{2})(?!\d)"


@dataclass(frozen=True, slots=True)
class DrillEvent:
    """One thing that comes in: ``at`` is when it came on the day replayed."""

    no: int
    at: datetime
    kind: EntryKind
    source: str
    person: str
    phone: str
    text: str


@dataclass(frozen=True, slots=True)
class Drill:
    """A day to be replayed; its clock starts at ``starts_at``."""

    unit: str
    duty_date: date
    starts_at: datetime
    events: tuple[DrillEvent, ...]


@dataclass(frozen=True, slots=True)
class EventReview:
    """When an event came and when it was logged; ``entry_no`` None when nobody logged it."""

    event: DrillEvent
    entry_no: int | None = None
    logged_at: datetime | None = None

    @property
    def delay_minutes(self) -> int | None:
        """Return the full minutes from coming in to being on record."""
        if self.logged_at is None:
            return None
        return int((self.logged_at - self.event.at).total_seconds() // 60)

    @property
    def is_in_time(self) -> bool:
        """Tell whether it was logged while the caller was still on the line, or just after."""
        return self.logged_at is not None and self.logged_at - self.event.at <= IN_TIME


@dataclass(frozen=True, slots=True)
class ClockReview:
    """One clock of an incident of the drill, as it ended or as it stands."""

    due: DueClock

    @property
    def clock(self) -> ReportClock:
        """Return the clock itself."""
        return self.due.clock

    @property
    def is_late(self) -> bool:
        """Tell whether the report came late or is overdue still."""
        return self.clock.status in {ClockStatus.MET_LATE, ClockStatus.OVERDUE}


@dataclass(frozen=True, slots=True)
class DrillReview:
    """演练讲评: what came, what was logged, which reports were late."""

    drill: Drill
    reviewed_at: datetime
    events: tuple[EventReview, ...]
    clocks: tuple[ClockReview, ...]

    @property
    def missed(self) -> tuple[EventReview, ...]:
        """Return what had come in and nobody logged."""
        return tuple(one for one in self.events if one.logged_at is None)

    @property
    def late(self) -> tuple[EventReview, ...]:
        """Return what was logged, but late."""
        return tuple(one for one in self.events if one.logged_at and not one.is_in_time)


@dataclass(eq=False)
class NothingToReplay(Refusal):
    """Nothing came in on that duty day."""

    duty_date: date


@dataclass(eq=False)
class NoDrill(Refusal):
    """The room was not made for a drill."""


@dataclass(eq=False)
class DrillIntoRealRoom(Refusal):
    """A drill gets a folder of its own, never the one of a room."""

    place: str


def drill_of(unit: str, duty_date: date, listed: Iterable[ListedEntry]) -> Drill:
    """Return a day as it comes in again; raises NothingToReplay."""
    found = sorted(
        (
            one.entry
            for one in listed
            if one.entry.kind in INCOMING
            and not (one.is_struck or one.entry.is_automatic or one.entry.is_withdrawal)
        ),
        key=lambda entry: (entry.at, entry.no),
    )
    if not found:
        raise NothingToReplay(duty_date)
    events = tuple(_event(number, entry) for number, entry in enumerate(found, 1))
    return Drill(unit, duty_date, events[0].at - _LEAD, events)


def come_in(drill: Drill, now: datetime) -> tuple[DrillEvent, ...]:
    """Return what has come in by an instant, in order."""
    return tuple(one for one in drill.events if one.at <= now)


def review_events(
    drill: Drill, entries: Sequence[LogEntry], now: datetime
) -> tuple[EventReview, ...]:
    """Return for each event that has come in the entry that logs it."""
    left = [one for one in entries if not (one.is_automatic or one.is_withdrawal)]
    found = []
    for event in come_in(drill, now):
        entry = _logging(event, left)
        if entry is None:
            found.append(EventReview(event))
            continue
        left.remove(entry)
        found.append(EventReview(event, entry.no, entry.recorded_at))
    return tuple(found)


def hidden_numbers(text: str) -> str:
    """Hide every number of a telephone in a text; dates and figures stay."""
    return re.sub(_NUMBER, lambda found: f"{found[1] or found[3]}****{found[2] or found[4]}", text)


def _event(number: int, entry: LogEntry) -> DrillEvent:
    return DrillEvent(
        no=number,
        at=entry.at,
        kind=entry.kind,
        source=hidden_numbers(entry.source),
        person=hidden_numbers(entry.person),
        phone=hidden_numbers(entry.phone),
        text=hidden_numbers(entry.text),
    )


def _logging(event: DrillEvent, entries: Iterable[LogEntry]) -> LogEntry | None:
    words = _pairs(f"{event.source}{event.person}{event.text}")
    best, most = None, _LIKE
    for entry in entries:
        if entry.recorded_at < event.at:
            continue
        said = _pairs(f"{entry.source}{entry.person}{entry.text}")
        like = len(words & said) / max(1, min(len(words), len(said)))
        if like > most:
            best, most = entry, like
    return best


def _pairs(text: str) -> set[str]:
    letters = re.sub(r"\W", "", text)
    return {letters[at : at + 2] for at in range(len(letters) - 1)} or {letters}
