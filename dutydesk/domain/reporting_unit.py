"""Subordinate units that report by the cut-off and are called in a roll call (零报告, 点名).

Rules of this file: the list is the unit's own, taken from its contacts or typed; one that reports
no longer stays with what it said, ``retired_at`` says since when. A unit owes a report for every
cut-off that came while it was on the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal

MAX_FIELD = 200


class ReachResult(StrEnum):
    """应答, 无人接听, 号码有误: what became of a call to a unit."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingUnit:
    """One subordinate unit; ``unit_id`` is where it stands among the contacts."""

    id: str
    name: str
    phone: str
    contact: str
    order_no: int
    created_at: datetime
    unit_id: str | None = None
    has_nil_report: bool = True
    has_roll_call: bool = True
    retired_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Tell whether it still reports."""
        return self.retired_at is None

    def owes(self, due_at: datetime) -> bool:
        """Tell whether it was on the list at a cut-off."""
        is_gone = self.retired_at is not None and self.retired_at <= due_at
        return self.has_nil_report and self.created_at <= due_at and not is_gone


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReportingUnit:
    """What an officer typed of a unit; ``id`` is made by the form."""

    id: str
    name: str
    phone: str = ""
    contact: str = ""
    unit_id: str | None = None
    has_nil_report: bool = True
    has_roll_call: bool = True
    is_active: bool = True


@dataclass(eq=False)
class ReportingUnitNameMissing(Refusal):
    """A unit has a name."""


@dataclass(eq=False)
class ReportingUnitExists(Refusal):
    """Another unit of the list has this name."""

    name: str


@dataclass(eq=False)
class ReportingUnitRetired(Refusal):
    """The unit is on the list no more."""

    name: str


@dataclass(eq=False)
class ReportingTextTooLong(Refusal):
    """A field holds more than is kept."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class NoUnitsInContacts(Refusal):
    """No community and no street of the contacts is left to be taken over."""


def check_unit(draft: DraftReportingUnit, others: Iterable[ReportingUnit]) -> None:
    """Raise ReportingUnitNameMissing, ReportingUnitExists, ReportingTextTooLong."""
    if not draft.name.strip():
        raise ReportingUnitNameMissing
    for name in ("name", "phone", "contact"):
        check_text(name, getattr(draft, name))
    key = name_key(draft.name)
    if any(one.id != draft.id and one.is_active and name_key(one.name) == key for one in others):
        raise ReportingUnitExists(draft.name)


def check_text(field: str, text: str, limit: int = MAX_FIELD) -> None:
    """Raise ReportingTextTooLong."""
    if len(text) > limit:
        raise ReportingTextTooLong(field, len(text), limit)
