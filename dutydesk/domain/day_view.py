"""Duty days in sight: what was entered when, and where the record has a gap (domain notes §0.6).

Rules of this file: a duty day begins with its first shift. A gap is time of a shift that nobody
kept, or a stretch of a kept shift longer than the unit's span without an entry; the future and
the time before the room's first shift have none. Pure functions of what is handed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china_instant
from dutydesk.domain.shift import Shift, ShiftSlot

DAY = timedelta(days=1)

# Without an entry for this long a stretch of a kept shift is marked (a setting, in hours).
SILENT_AFTER = timedelta(hours=6)

# As much of an entry as a hint shows, in characters.
MARK_TEXT = 80


class Lane(StrEnum):
    """The four lines of a ribbon: calls, papers and orders, rounds and checks, emergencies."""

    CALL = "call"
    PAPER = "paper"
    ROUND = "round"
    EMERGENCY = "emergency"


LANE: Mapping[EntryKind, Lane] = MappingProxyType(
    {
        EntryKind.INCOMING_CALL: Lane.CALL,
        EntryKind.OUTGOING_CALL: Lane.CALL,
        EntryKind.CONSULTATION: Lane.CALL,
        EntryKind.INCOMING_DOCUMENT: Lane.PAPER,
        EntryKind.FAX: Lane.PAPER,
        EntryKind.SUPERIOR_NOTICE: Lane.PAPER,
        EntryKind.DIRECTIVE: Lane.PAPER,
        EntryKind.VISIT: Lane.ROUND,
        EntryKind.PATROL: Lane.ROUND,
        EntryKind.EQUIPMENT: Lane.ROUND,
        EntryKind.DUTY_CHECK: Lane.ROUND,
        EntryKind.OTHER: Lane.ROUND,
        EntryKind.INCIDENT: Lane.EMERGENCY,
        EntryKind.WARNING: Lane.EMERGENCY,
    }
)


class GapReason(StrEnum):
    """Nobody kept this time; somebody did and wrote nothing down."""

    NOT_KEPT = "not_kept"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry as a ribbon shows it; ``text`` is its beginning."""

    entry_id: str
    no: int
    at: datetime
    kind: EntryKind
    source: str
    text: str
    is_late: bool = False
    is_struck: bool = False

    @property
    def lane(self) -> Lane:
        """The line of the ribbon it stands on."""
        return LANE[self.kind]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that the record says nothing about."""

    starts_at: datetime
    ends_at: datetime
    reason: GapReason

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.ends_at - self.starts_at


@dataclass(frozen=True, slots=True)
class DutyDay:
    """One duty day; officers by name, empty where nobody kept it.

    ``starts_at`` and ``ends_at`` bound its ribbon: 24 hours, longer when a shift ran over.
    """

    duty_date: date
    starts_at: datetime
    ends_at: datetime
    marks: tuple[Mark, ...] = ()
    gaps: tuple[Gap, ...] = ()
    lead: str = ""
    primary: tuple[str, ...] = ()
    is_locked: bool = False

    @property
    def counts(self) -> Mapping[EntryKind, int]:
        """How many entries of each kind hold; what was corrected counts once."""
        return Counter(mark.kind for mark in self.marks if not mark.is_struck)

    @property
    def is_kept(self) -> bool:
        """Tell whether anybody kept a shift of this day."""
        return bool(self.primary)


@dataclass(frozen=True, slots=True)
class SinceLastDuty:
    """What came after somebody's last duty; ``ended_at`` is None for a first duty.

    ``incidents`` and ``open_items`` are titles of what began since then.
    """

    officer: str
    duty_date: date | None
    ended_at: datetime | None
    days: tuple[DutyDay, ...]
    incidents: tuple[str, ...] = ()
    open_items: tuple[str, ...] = ()
    closed_count: int = 0

    @property
    def counts(self) -> Mapping[EntryKind, int]:
        """How many entries of each kind hold in all these days."""
        total: Counter[EntryKind] = Counter()
        for day in self.days:
            total.update(day.counts)
        return total


@dataclass(frozen=True, slots=True)
class Sight:
    """What days are judged by: the clock, the unit's span of silence, the room's first day.

    ``names`` are those of the officers by id.
    """

    now: datetime
    silent_after: timedelta = SILENT_AFTER
    first_day: date | None = None
    names: Mapping[str, str] = field(default_factory=dict)


def duty_day(
    duty_date: date,
    shifts: Sequence[Shift],
    planned: Sequence[ShiftSlot],
    marks: Iterable[Mark],
    sight: Sight,
) -> DutyDay:
    """Return one duty day; ``planned`` are its shifts by the pattern of now."""
    names = sight.names
    slots = _due(shifts, planned)
    midnight = china_instant(duty_date, 0, 0)
    starts_at = min((slot.starts_at for slot in (*slots, *shifts)), default=midnight)
    ends_at = max([starts_at + DAY, *(_end(slot) for slot in (*slots, *shifts))])
    found = tuple(sorted(marks, key=lambda mark: (mark.at, mark.no)))
    is_before = sight.first_day is None or duty_date < sight.first_day
    return DutyDay(
        duty_date,
        starts_at,
        ends_at,
        found,
        () if is_before else tuple(_gaps(shifts, slots, found, sight)),
        next((names.get(one.lead_officer_id or "", "") for one in reversed(shifts)), ""),
        tuple(
            dict.fromkeys(
                names.get(one.primary_officer_id, "") for one in shifts if one.primary_officer_id
            )
        ),
        is_locked=bool(shifts) and all(one.is_locked for one in shifts),
    )


def mark_of(listed: ListedEntry) -> Mark:
    """Return an entry that is at hand as a ribbon shows it."""
    entry = listed.entry
    return Mark(
        entry.id,
        entry.no,
        entry.at,
        entry.kind,
        entry.source,
        entry.text[:MARK_TEXT],
        entry.is_late,
        listed.is_struck,
    )


def _due(
    shifts: Sequence[Shift], planned: Sequence[ShiftSlot]
) -> Sequence[Shift] | Sequence[ShiftSlot]:
    """Return what should have been kept: the plan, unless the day was kept by another one."""
    begun = {slot.starts_at for slot in planned}
    return shifts if shifts and not any(one.starts_at in begun for one in shifts) else planned


def _end(slot: Shift | ShiftSlot) -> datetime:
    ended_at = slot.ended_at if isinstance(slot, Shift) else None
    return max(ended_at or slot.ends_at, slot.starts_at)


def _gaps(
    shifts: Sequence[Shift],
    slots: Sequence[Shift] | Sequence[ShiftSlot],
    marks: Sequence[Mark],
    sight: Sight,
) -> Iterable[Gap]:
    kept = sorted(_kept(shift, sight.now) for shift in shifts if shift.primary_officer_id)
    begun = {mark.at for mark in marks}
    gaps = []
    # Before its first officer came the room was not there yet.
    is_first = bool(shifts) and shifts[0].duty_date == sight.first_day
    opened = kept[0][0] if kept and is_first else None
    for slot in slots:
        due = max(opened or slot.starts_at, slot.starts_at), min(slot.ends_at, sight.now)
        gaps += [Gap(start, end, GapReason.NOT_KEPT) for start, end in _without(due, kept)]
    for start, end in _joined(kept):
        spoken = [start, *sorted(at for at in begun if start < at < end), end]
        gaps += [
            Gap(before, after, GapReason.SILENT)
            for before, after in pairwise(spoken)
            if after - before > sight.silent_after
        ]
    return sorted(gaps, key=lambda gap: gap.starts_at)


_Span = tuple[datetime, datetime]

# Taking over a few minutes late is no gap of the record.
_TOLERATED = timedelta(minutes=30)


def _kept(shift: Shift, now: datetime) -> _Span:
    """Return the time somebody kept; a running shift is kept beyond its end as well."""
    start = min(shift.started_at or shift.starts_at, now)
    return start, max(start, shift.ended_at or now)


def _without(due: _Span, kept: Sequence[_Span]) -> Iterable[_Span]:
    """Yield what of a span nobody kept, but for the minutes of a late arrival."""
    at, end = due
    for start, until in kept:
        if start - at > _TOLERATED and at < end:
            yield at, min(start, end)
        at = max(at, until)
    if end - at > _TOLERATED:
        yield at, end


def _joined(kept: Sequence[_Span]) -> list[_Span]:
    """Return spans that follow each other as one: a handover alone breaks no silence."""
    joined: list[_Span] = []
    for start, end in kept:
        if joined and start - joined[-1][1] <= _TOLERATED:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
