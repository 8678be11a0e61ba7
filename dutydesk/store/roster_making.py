"""Checking and generating a roster inside the caller's transaction."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.clock import Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import RosterFinding
from dutydesk.store.tables import Tables


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


def findings(_tables: Tables, _first: date, _last: date) -> tuple[RosterFinding, ...]:
    """Return what the check finds in a span, day by day."""
    return ()


def generate(_tables: Tables, _order: RosterOrder, _now: datetime, _ids: Ids) -> tuple[date, ...]:
    """Fill the free seats of a span and return the months that were written."""
    return ()
