"""The duty room: whose it is, and whether it is for practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One duty room; a practice room (演练) is marked on every screen and page."""

    id: str
    unit: str
    is_practice: bool
    created_at: datetime
