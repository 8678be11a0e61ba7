"""Absence notices with sensible defaults."""

from datetime import datetime
from uuid import uuid4

from dutydesk.domain.absence_change import DraftAbsenceChange
from dutydesk.domain.absence_notice import AbsenceNotice, DraftAbsenceNotice, Filing, accept
from dutydesk.domain.instants import from_iso

# When the notices of these tests are filed: the clock of the room fixture.
FILED = from_iso("2026-11-20T08:30")


def at(text: str) -> datetime:
    """The instant of ``11-21 08:00`` in 2026, China time."""
    return from_iso(f"2026-{text.replace(' ', 'T')}")


def absence_draft(**changes: object) -> DraftAbsenceNotice:
    """丁局长 goes to the province from 21 to 23 November; 戊副局长 acts."""
    values: dict[str, object] = {
        "id": str(uuid4()),
        "person": "丁某",
        "post": "局长",
        "unit": "区应急局",
        "reason": "参加会议",
        "starts_at": at("11-21 08:00"),
        "ends_at": at("11-23 18:00"),
        "place": "省城",
        "acting_person": "戊某",
        "acting_phone": "19900000021",
        "approved_by": "区长",
    }
    return DraftAbsenceNotice(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def notice(*, filed_at: datetime = FILED, **changes: object) -> AbsenceNotice:
    """A notice on record."""
    return accept(absence_draft(**changes), (), Filing(filed_at, "甲某"))


def absence_change(notice_id: str, **changes: object) -> DraftAbsenceChange:
    """A change with a reason and an id of its own."""
    values = {"id": str(uuid4()), "notice_id": notice_id, "change_reason": "会期延长"}
    return DraftAbsenceChange(**{**values, **changes})  # type: ignore[arg-type]  # fields by name
