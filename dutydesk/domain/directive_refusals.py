"""What the ledger of directives refuses, with the facts of each refusal."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.directive import DirectiveStatus
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class DirectiveFieldMissing(Refusal):
    """A field without which the line or the step says nothing."""

    field: str


@dataclass(eq=False)
class DirectiveFieldTooLong(Refusal):
    """A field is longer than is taken; ``limit`` in characters."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class DirectiveDueInPast(Refusal):
    """The limit of the feedback has passed already."""

    due_at: datetime


@dataclass(eq=False)
class DirectiveStepInFuture(Refusal):
    """A step cannot have happened ahead of the clock."""

    at: datetime
    now: datetime


@dataclass(eq=False)
class DirectiveStepTooEarly(Refusal):
    """A step lies before what it follows: ``since``."""

    at: datetime
    since: datetime


@dataclass(eq=False)
class DirectiveNotPassedOn(Refusal):
    """Nobody has it yet who could sign for it, be chased or feed back."""


@dataclass(eq=False)
class DirectiveStepUnfit(Refusal):
    """The line has gone beyond this step."""

    status: DirectiveStatus


@dataclass(eq=False)
class DirectiveClosed(Refusal):
    """The line was closed before."""

    closed_at: datetime


@dataclass(eq=False)
class DirectiveNotFedBack(Refusal):
    """Closing without feedback needs somebody to say that none is needed."""


@dataclass(eq=False)
class DirectiveListed(Refusal):
    """The entry has its line in the ledger already."""

    entry_no: int
