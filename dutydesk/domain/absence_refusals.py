"""What the rules of absence notices say no to."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class AbsenceFieldMissing(Refusal):
    """A notice says who, why, where and who acts; ``field`` is the one that was left empty."""

    field: str


@dataclass(eq=False)
class AbsenceTextTooLong(Refusal):
    """A field holds more than is kept."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class AbsenceEndsBeforeStart(Refusal):
    """The end does not lie after the start."""

    starts_at: datetime
    ends_at: datetime


@dataclass(eq=False)
class ActsForOneself(Refusal):
    """Nobody acts for himself while he is away."""

    name: str


@dataclass(eq=False)
class AbsenceOverlaps(Refusal):
    """The same person is reported away in this time already; goes on when it is meant."""

    name: str
    starts_at: datetime
    ends_at: datetime


@dataclass(eq=False)
class AbsenceChangeReasonMissing(Refusal):
    """A change and a cancellation say why."""


@dataclass(eq=False)
class AbsenceChangesNothing(Refusal):
    """What was reported anew is what stood there."""


@dataclass(eq=False)
class AbsenceEnded(Refusal):
    """The person is back; nothing about it changes any more."""

    name: str
    back_at: datetime


@dataclass(eq=False)
class AbsenceCancelled(Refusal):
    """The notice was cancelled."""

    name: str


@dataclass(eq=False)
class AbsenceNotBegun(Refusal):
    """Nobody returns before he left; what does not take place is cancelled."""

    name: str
    starts_at: datetime


@dataclass(eq=False)
class AbsenceBackInFuture(Refusal):
    """The time of return lies ahead."""

    at: datetime
    now: datetime
