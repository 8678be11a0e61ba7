"""Directives of leaders 领导批示: passed on, signed for, chased, fed back, closed (notes §7.5).

Rules of this file: a line of the ledger moves by steps, each with the instant it happened; what
has passed its limit is worked out, never stored; a line is closed with a result, and without any
feedback only where somebody says that none is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass


class DirectiveForm(StrEnum):
    """批示, 口头指示, 电话指示."""

    WRITTEN = "written"
    ORAL = "oral"
    PHONE = "phone"


class DirectiveStatus(StrEnum):
    """待传达, 已传达, 办理中, 已反馈, 已办结."""

    NOTED = "noted"
    PASSED_ON = "passed_on"
    IN_HAND = "in_hand"
    FED_BACK = "fed_back"
    CLOSED = "closed"


# Feedback is still awaited: the limit runs.
AWAITED = frozenset({DirectiveStatus.NOTED, DirectiveStatus.PASSED_ON, DirectiveStatus.IN_HAND})


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDirective:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once.

    ``carrier`` is the report, document or call it was given on. ``entry_id`` is an entry on record
    that tells of it already; without one the directive begins an entry of its own.
    """

    id: str
    leader: str
    text: str
    at: datetime
    form: DirectiveForm = DirectiveForm.WRITTEN
    carrier: str = ""
    passed_to_unit: str = ""
    passed_to_person: str = ""
    passed_at: datetime | None = None
    due_at: datetime | None = None
    entry_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One line of the ledger; ``entry_id`` is the entry of the log that tells of it."""

    id: str
    entry_id: str
    leader: str
    at: datetime
    form: DirectiveForm
    carrier: str
    text: str
    status: DirectiveStatus
    passed_to_unit: str = ""
    passed_to_person: str = ""
    passed_at: datetime | None = None
    receipt_by: str = ""
    receipt_at: datetime | None = None
    due_at: datetime | None = None
    feedback: str = ""
    feedback_at: datetime | None = None
    result: str = ""
    closed_at: datetime | None = None
    closed_by: str | None = None
    recorder: str
    recorded_at: datetime

    @property
    def is_closed(self) -> bool:
        """A closed line does not move any more."""
        return self.status is DirectiveStatus.CLOSED

    @property
    def is_awaited(self) -> bool:
        """Tell whether feedback is still to come."""
        return self.status in AWAITED

    @property
    def runs_until(self) -> datetime | None:
        """The limit of the feedback while it runs."""
        return self.due_at if self.is_awaited else None

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether the feedback is late at an instant; at the limit itself it is not yet."""
        until = self.runs_until
        return until is not None and until < now

    @property
    def was_late(self) -> bool:
        """Tell whether the feedback came after its limit."""
        if self.due_at is None or self.feedback_at is None:
            return False
        return self.feedback_at > self.due_at


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveChase:
    """One time the unit was chased, with what it answered; never changed."""

    id: str
    directive_id: str
    at: datetime
    text: str
    reply: str
    recorder: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class FollowedDirective:
    """A line of the ledger with its chase records, oldest first, and the number of its entry.

    ``is_withdrawn`` where that entry was taken back: the line stays until somebody closes it.
    """

    directive: Directive
    chases: tuple[DirectiveChase, ...] = ()
    entry_no: int = 0
    is_withdrawn: bool = False


def most_pressing(
    lines: Iterable[FollowedDirective], now: datetime
) -> tuple[FollowedDirective, ...]:
    """Order the ledger: overdue first, then by limit, what has none after it, closed ones last."""

    def place(line: FollowedDirective) -> tuple[bool, bool, bool, str, str]:
        one = line.directive
        until = one.runs_until
        newest_first = "" if not one.is_closed else str(one.closed_at)
        return (
            one.is_closed,
            not one.is_overdue(now),
            until is None,
            str(until or one.at),
            newest_first,
        )

    return tuple(sorted(lines, key=place))
