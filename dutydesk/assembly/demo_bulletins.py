"""Bulletins of the practice day: proposed by the program, signed by the leader on duty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.bulletin import BulletinKind
from dutydesk.domain.officer import Actor

_SAID = ("title", "body", "urgency", "reviewed_by")


def issue_bulletin(
    room: DutyRoom, step: Mapping[str, Any], about: tuple[str | None, date], by: Actor
) -> None:
    """Draft a bulletin about an incident or a duty day, and sign it where the step says so."""
    incident_id, duty_date = about
    proposed = room.bulletin.proposal(
        BulletinKind(step["kind"]),
        incident_id=incident_id,
        duty_date=None if incident_id else duty_date,
    )
    said = {name: step[name] for name in _SAID if name in step}
    draft = replace(proposed, report_to=tuple(step["to"]), **said)
    made = room.bulletin.put(draft, by=by).value
    if step.get("signed"):
        room.bulletin.sign(made.id, room.bulletin.lead_name(), by=by)
