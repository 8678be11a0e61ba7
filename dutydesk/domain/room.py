"""The duty room: whose it is, and whether it is for practice."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, Refusal
from dutydesk.domain.one_line import is_one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One duty room; a practice room (演练) is marked on every screen and page."""

    id: str
    unit: str
    is_practice: bool
    created_at: datetime


@dataclass(eq=False)
class UnitUnfit(Refusal):
    """The name stands on one line of every paper: nothing in it that breaks a line."""


def check_unit(unit: str) -> None:
    """Raise BadInput when the unit has no name, UnitUnfit when it would not stand on a line."""
    if not unit.strip():
        raise BadInput("unit", "")
    if not is_one_line(unit):
        raise UnitUnfit
