"""What the duty log refuses, with the facts of each refusal."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class EntryTextMissing(Refusal):
    """An entry without text says nothing."""


@dataclass(eq=False)
class EntryTextTooLong(Refusal):
    """A field is longer than the log takes; ``limit`` in characters."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class EntryTextBroken(Refusal):
    """A field holds half of a character (a lone surrogate), which no file can keep."""

    field: str
    place: int


@dataclass(eq=False)
class EntryInFuture(Refusal):
    """The event time lies ahead of the clock."""

    at: datetime
    now: datetime


@dataclass(eq=False)
class ShiftHandedOver(Refusal):
    """The log of this shift was locked at handover."""

    duty_date: date


@dataclass(eq=False)
class CorrectionReasonMissing(Refusal):
    """A correction says why."""


@dataclass(eq=False)
class CorrectionChangesNothing(Refusal):
    """A correction that leaves every field as it was."""


@dataclass(eq=False)
class EntryAlreadyCorrected(Refusal):
    """The entry was corrected before; the newest text is the entry ``by_no``."""

    by_id: str
    by_no: int


@dataclass(eq=False)
class WithdrawalStands(Refusal):
    """A withdrawal is neither corrected nor withdrawn; what holds now is a new entry."""

    no: int


@dataclass(eq=False)
class EntryAlreadyWithdrawn(Refusal):
    """The entry was taken back before, by the entry ``by_no``."""

    by_id: str
    by_no: int


@dataclass(eq=False)
class AutomaticEntryStands(Refusal):
    """What the program noted happened; it is explained by another entry, not taken back."""

    no: int


@dataclass(eq=False)
class EntryBeganIncident(Refusal):
    """An incident runs from this entry; what was no emergency is ended as 误报, with its note."""

    no: int
    incident_no: str
    title: str
