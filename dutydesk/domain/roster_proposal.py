"""What is to be generated, and what would come of it: shown before anything is written."""

from __future__ import annotations

from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import RosterFinding
from dutydesk.domain.roster_count import DutyCount
from dutydesk.domain.roster_view import RosterDayView


@dataclass(frozen=True, slots=True)
class RosterOrder:
    """What is to be generated: a span, both days included, and which posts (none: all in use).

    With ``is_typed_kept`` everybody put by hand, by a file or by a swap stays, and only what was
    generated before is made anew.
    """

    first: date
    last: date
    post_ids: tuple[str, ...] = ()
    is_typed_kept: bool = True


@dataclass(frozen=True, slots=True)
class RosterTrial:
    """A roster as it would stand: its days, what its check finds, who has how many duties."""

    order: RosterOrder
    days: tuple[RosterDayView, ...]
    findings: tuple[RosterFinding, ...]
    counts: tuple[DutyCount, ...]
