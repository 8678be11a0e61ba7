"""Why a warning or a step about one is not put on record."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class WarningFieldMissing(Refusal):
    """A field of a warning, or of a step, is needed."""

    field: str


@dataclass(eq=False)
class WarningTextTooLong(Refusal):
    """A field is longer than it may be."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class WarningInFuture(Refusal):
    """What is put on record has happened."""

    field: str
    at: datetime


@dataclass(eq=False)
class WarningEndsBeforeStart(Refusal):
    """A validity ends after it begins."""

    starts_at: datetime
    ends_at: datetime


@dataclass(eq=False)
class WarningStepTooEarly(Refusal):
    """Nothing is done about a warning before it came in, nor anything ended before it began."""

    at: datetime
    since: datetime


@dataclass(eq=False)
class WarningEnded(Refusal):
    """It was lifted or replaced; only what was done before can still be added."""

    warning_no: str


@dataclass(eq=False)
class ResponseLevelUnfit(Refusal):
    """A response has a level from 1 to 4."""

    level: str


@dataclass(eq=False)
class ResponseNotRunning(Refusal):
    """No response runs that could be ended."""

    warning_no: str


@dataclass(eq=False)
class WarningListed(Refusal):
    """The entry is a registered warning already."""

    warning_no: str


@dataclass(eq=False)
class WarningEntryUnfit(Refusal):
    """Only an entry that still holds becomes a warning."""

    entry_no: int


@dataclass(eq=False)
class WarningKindUnfit(Refusal):
    """A kind has a name that no other has, and at least one colour."""

    name: str


@dataclass(eq=False)
class WarningTextUnread(Refusal):
    """The pasted text is empty or longer than any warning."""

    length: int
    limit: int
