"""What the rules of call rounds say no to."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class CallTitleMissing(Refusal):
    """A round says what it is about."""


@dataclass(eq=False)
class CalleesMissing(Refusal):
    """A round has somebody to call."""


@dataclass(eq=False)
class CalleeNameMissing(Refusal):
    """Somebody to be called has a name."""


@dataclass(eq=False)
class CallTextTooLong(Refusal):
    """A field holds more than is kept."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class CallRoundEnded(Refusal):
    """The round has ended; it must go on before anything is added."""

    title: str
    ended_at: datetime


@dataclass(eq=False)
class CallRoundOpen(Refusal):
    """Some were not reached: an end says what became of them."""

    count: int
    names: tuple[str, ...]


@dataclass(eq=False)
class CallSkipReasonMissing(Refusal):
    """Whoever need not be called is left out for a reason."""

    name: str


@dataclass(eq=False)
class CallAnsweredAlready(Refusal):
    """Who was reached, or whose superior was, is not left out: the answer would be lost."""

    name: str


@dataclass(eq=False)
class CallPartyMissing(Refusal):
    """There is no B on file for this person."""

    name: str


@dataclass(eq=False)
class CallInFuture(Refusal):
    """The time of an attempt lies ahead."""

    at: datetime
    now: datetime


@dataclass(eq=False)
class CallCorrectionUnfit(Refusal):
    """A correction names an attempt of the same person that nobody corrected yet."""


@dataclass(eq=False)
class CallListNameMissing(Refusal):
    """A saved list has a name."""


@dataclass(eq=False)
class CallListNameTaken(Refusal):
    """Another saved list has this name."""

    name: str


@dataclass(eq=False)
class CallListEmpty(Refusal):
    """A saved list says whom to call."""
