"""Training days against what is required (domain notes S0, S4): 网格员 4, 灾害信息员 1, 干部 10.

Rules of this file: the requirements are the unit's; who falls under several must meet the largest.
Records of a year are summed; while a year has none, what a file said of that year counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from dutydesk.domain.contacts import ContactCard, ContactRole
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal

_MOST_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRequirement:
    """Days a year for people of some roles, or whose post or category holds one of the words."""

    id: str
    name: str
    duty_roles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    days: int = 1
    source: str = ""
    order_no: int = 0
    is_active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRecord:
    """One training of one person; half days count."""

    id: str
    contact_id: str
    trained_on: date
    days: float
    topic: str = ""
    recorded_at: datetime
    recorder: str


@dataclass(frozen=True, slots=True)
class TrainingState:
    """Days of a year against the largest requirement; none: ``required`` is 0.

    ``is_imported`` when the days are what a file said.
    """

    year: int
    days: float
    required: int = 0
    name: str = ""
    is_imported: bool = False

    @property
    def missing(self) -> float:
        """Return the days still to do."""
        return max(0.0, self.required - self.days)


@dataclass(eq=False)
class TrainingDaysUnclear(Refusal):
    """The days are not more than 0 and at most a year."""

    days: float


@dataclass(eq=False)
class TrainingInFuture(Refusal):
    """The training has not been yet."""

    day: date


@dataclass(eq=False)
class RequirementUnclear(Refusal):
    """A requirement has no name, concerns nobody, or its days are not 1 to 365."""


def checked_record(record: TrainingRecord, today: date) -> TrainingRecord:
    """Accept a record; raises TrainingDaysUnclear, TrainingInFuture."""
    if not 0 < record.days <= _MOST_DAYS:
        raise TrainingDaysUnclear(record.days)
    if record.trained_on > today:
        raise TrainingInFuture(record.trained_on)
    return replace(record, topic=record.topic.strip())


def checked_requirement(line: TrainingRequirement) -> TrainingRequirement:
    """Accept a requirement without blanks at the ends; raises RequirementUnclear."""
    words = tuple(word for one in line.words if (word := one.strip()))
    clean = replace(line, name=line.name.strip(), words=words, source=line.source.strip())
    if (
        not clean.name
        or not (clean.duty_roles or clean.words)
        or not 1 <= clean.days <= _MOST_DAYS
    ):
        raise RequirementUnclear
    return clean


def concerns(line: TrainingRequirement, card: ContactCard) -> bool:
    """Tell whether somebody falls under a requirement, by any of the roles."""
    roles = {card.contact.duty_role, *(one.role.duty_role for one in card.roles)}
    if roles & {ContactRole(one) for one in line.duty_roles}:
        return True
    told = (card.contact.category, card.contact.post, *(one.role.post for one in card.roles))
    return any(word in text for word in line.words for text in told)


def training_state(
    card: ContactCard,
    records: Iterable[TrainingRecord],
    requirements: Sequence[TrainingRequirement],
    year: int,
) -> TrainingState:
    """Return how somebody stands in a year."""
    done = [one.days for one in records if one.trained_on.year == year]
    contact = card.contact
    is_imported = not done and contact.training_year == year and bool(contact.training_days)
    days = float(contact.training_days or 0) if is_imported else float(sum(done))
    asked = [one for one in requirements if one.is_active and concerns(one, card)]
    most = max(asked, key=lambda one: one.days, default=None)
    return TrainingState(
        year, days, most.days if most else 0, most.name if most else "", is_imported
    )
