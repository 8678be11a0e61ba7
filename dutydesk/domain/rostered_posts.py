"""Whom a roster proposes for a shift; apart from the roster, which a start does not read."""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RosteredPosts:
    """Whom the roster has on a shift, as far as they are officers of the room, by id."""

    primary_officer_id: str | None = None
    lead_officer_id: str | None = None
    secondary_officer_id: str | None = None
    standby_officer_id: str | None = None
