"""Why an incident is not taken, changed or closed; the sentences stand in ``wording.incident``."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import ExitReason, IncidentCategory


@dataclass(eq=False)
class IncidentTextMissing(Refusal):
    """Title, place or kind is empty; ``field`` says which."""

    field: str


@dataclass(eq=False)
class IncidentTextTooLong(Refusal):
    """A text is longer than a register holds."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class KindUnknown(Refusal):
    """The unit's list has no such kind in this category.

    ``other_category`` names the category that has it, if any.
    """

    kind: str
    category: IncidentCategory
    allowed: tuple[str, ...]
    other_category: IncidentCategory | None = None


@dataclass(eq=False)
class FigureNegative(Refusal):
    """A number of people, yuan or square metres below zero."""

    figure: str
    value: int


@dataclass(eq=False)
class FigureTooLarge(Refusal):
    """A figure that no incident has and the record could not hold."""

    figure: str
    value: int


@dataclass(eq=False)
class OccurredAfterReceived(Refusal):
    """Nobody can report what has not happened yet."""

    occurred_at: datetime
    received_at: datetime


@dataclass(eq=False)
class ReceivedInFuture(Refusal):
    """The time of receipt lies ahead of the clock."""

    received_at: datetime
    now: datetime


@dataclass(eq=False)
class UpdateReasonMissing(Refusal):
    """A change of facts or level says why."""


@dataclass(eq=False)
class UpdateChangesNothing(Refusal):
    """Every fact given is the one on record."""


@dataclass(eq=False)
class IncidentEnded(Refusal):
    """The incident has ended: no report, no change."""

    incident_no: str
    closed_at: datetime | None


@dataclass(eq=False)
class FinalReportMissing(Refusal):
    """Closing needs a written final report or an exit with reason (domain notes §6)."""

    incident_no: str


@dataclass(eq=False)
class ExitNoteMissing(Refusal):
    """Leaving without a final report says why, in words."""

    exit_reason: ExitReason
