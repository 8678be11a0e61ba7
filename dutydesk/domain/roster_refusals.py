"""Why the roster is not changed, or a roster file not taken; the sentences are in wording."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.shift import ShiftKind


@dataclass(eq=False)
class RosterFrozen(Refusal):
    """The shift has begun or is past: what was, was."""

    duty_date: date
    shift: ShiftKind


@dataclass(eq=False)
class RosterSwapOnly(Refusal):
    """Somebody has this seat of today already: who is on changes by 调班 or 替班."""

    duty_date: date
    person: str


@dataclass(eq=False)
class RosterPublished(Refusal):
    """The month is published: it changes by 调班 and 替班, or as a new version."""

    month: date


@dataclass(eq=False)
class RosterNotPublished(Refusal):
    """Only what is published can be taken back."""

    month: date


@dataclass(eq=False)
class RosterEmpty(Refusal):
    """Nobody is on the roster of the month."""

    month: date


@dataclass(eq=False)
class RosterLeaderMissing(Refusal):
    """In a key period or on a holiday some shifts have no leader."""

    days: tuple[date, ...]


@dataclass(eq=False)
class RosterPersonTwice(Refusal):
    """Somebody would have two seats of one shift."""

    person: str
    duty_date: date
    shift: ShiftKind


@dataclass(eq=False)
class RosterPersonMissing(Refusal):
    """A seat is put, or stood in for, with nobody's name."""


@dataclass(eq=False)
class RosterTextTooLong(Refusal):
    """A text is longer than is kept."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class RosterMembersMissing(Refusal):
    """Nobody is there who could be rostered."""


@dataclass(eq=False)
class RosterSpanPast(Refusal):
    """Every shift of the span has begun: nothing of it can be generated."""

    first: date
    last: date


@dataclass(eq=False)
class SwapReasonMissing(Refusal):
    """A swap needs its reason."""


@dataclass(eq=False)
class SwapConsentMissing(Refusal):
    """A swap needs who agreed to it."""


@dataclass(eq=False)
class SwapChangesNothing(Refusal):
    """The same person would have the seat as before."""

    person: str


@dataclass(eq=False)
class SwapUndone(Refusal):
    """A swap is taken back once, and taking back is not taken back."""

    filed_at: datetime


@dataclass(eq=False)
class SwapBuiltOn(Refusal):
    """The slots were changed again since: what came later is taken back first."""

    person: str
    duty_date: date


@dataclass(eq=False)
class RosterSpanUnfit(Refusal):
    """A span ends before it begins."""

    starts_on: date
    ends_on: date


@dataclass(eq=False)
class RosterPostUnfit(Refusal):
    """A post needs a name of its own and one to nine seats."""

    name: str


@dataclass(eq=False)
class RosterMemberExists(Refusal):
    """Names tell members apart, so a name is given once."""

    name: str


@dataclass(eq=False)
class RosterFileEmpty(Refusal):
    """The file can be read, but no roster stands in it."""

    name: str


@dataclass(eq=False)
class RosterHeadingsMissing(Refusal):
    """No sheet has a column or row of dates beside people on duty."""

    name: str


@dataclass(eq=False)
class RosterMonthUnclear(Refusal):
    """The days of a file have no month: neither the dates nor the title name one."""

    name: str


@dataclass(eq=False)
class RosterFileDayTwice(Refusal):
    """Two rows of a file put different people on the same shift."""

    name: str
    duty_date: date
