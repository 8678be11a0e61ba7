"""Short ways to sign and to stand at an instant, for tests of the handover."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.officer import Actor, Officer, OfficerRole
from dutydesk.services.handover import Signing
from tests.builders import PIN, Staff
from tests.incident_builders import at

BY = Actor("cli")

OUTGOING, INCOMING, LEAD = HandoverSide.OUTGOING, HandoverSide.INCOMING, HandoverSide.LEAD


def stand_at(staffed: Staff, instant: str) -> datetime:
    """Set the room's fixed clock to a China wall-clock time."""
    staffed.room.clock.at = at(instant)  # type: ignore[attr-defined]  # FixedClock
    return at(instant)


def sign(staffed: Staff, side: HandoverSide, officer: Officer, **more: Any) -> HandoverView:
    values = {"side": side, "officer_id": officer.id, "pin": PIN, **more}
    return staffed.room.handover.sign(Signing(**values), by=BY).value


def hand_over(staffed: Staff, **more: Any) -> HandoverView:
    """甲某 hands over to 乙某."""
    sign(staffed, OUTGOING, staffed.admin)
    return sign(staffed, INCOMING, staffed.officer, **more)


def officer(staffed: Staff, name: str, role: OfficerRole = OfficerRole.DUTY_OFFICER) -> Officer:
    return staffed.room.officer.add(name, role, PIN, by=BY).value


def fire(staffed: Staff, received: datetime, no: int = 1) -> str:
    """Open an incident whose first reports fall due after ``received``; returns its id."""
    draft = DraftIncident(
        id=staffed.room.duty_log.new_id(),
        title=f"东市场火灾{no}",
        category=IncidentCategory.ACCIDENT,
        kind="火灾",
        place="东市场",
        received_at=received,
    )
    return staffed.room.incident.open(draft, by=BY).value.id
