"""What should be known about absences: who acts is away, and who is away at a handover."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from dutydesk.domain.absence_notice import (
    AbsenceNotice,
    AbsenceState,
    DraftAbsenceNotice,
    is_in_time_of,
)
from dutydesk.domain.contacts import ContactCard, name_key
from dutydesk.domain.dataclass import dataclass

# At a handover also told: who leaves within this time.
SOON = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class ActingPersonAway:
    """Whoever is to act is away himself in this time."""

    name: str
    notice: AbsenceNotice


@dataclass(frozen=True, slots=True)
class ActsForAnother:
    """Whoever leaves is to act for somebody else in this time."""

    name: str
    notice: AbsenceNotice


AbsenceCaution = ActingPersonAway | ActsForAnother


@dataclass(frozen=True, slots=True)
class FiledAbsence:
    """A notice on record, and what the officer should know about it."""

    notice: AbsenceNotice
    cautions: tuple[AbsenceCaution, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedAbsence:
    """Who is away or leaves soon, as a handover passes it on."""

    person: str
    post: str
    unit: str
    place: str
    starts_at: datetime
    ends_at: datetime
    acting_person: str
    acting_phone: str
    state: AbsenceState


def cautions(
    notice: AbsenceNotice | DraftAbsenceNotice, running: Iterable[AbsenceNotice]
) -> tuple[AbsenceCaution, ...]:
    """Return what does not stop a notice but should be known: who acts is away, or is needed."""
    found: list[AbsenceCaution] = []
    acting, person = name_key(notice.acting_person), name_key(notice.person)
    for other in running:
        if other.id == notice.id or not is_in_time_of(notice, other):
            continue
        if acting and name_key(other.person) == acting:
            found.append(ActingPersonAway(notice.acting_person, other))
        if person and name_key(other.acting_person) == person:
            found.append(ActsForAnother(notice.person, other))
    return tuple(found)


def carried(running: Iterable[AbsenceNotice], now: datetime) -> tuple[CarriedAbsence, ...]:
    """Return who is away and who leaves within a day, the first to leave first."""
    told = [one for one in running if one.is_running and one.starts_at <= now + SOON]
    return tuple(
        CarriedAbsence(
            one.person,
            one.post,
            one.unit,
            one.place,
            one.starts_at,
            one.ends_at,
            one.acting_person,
            one.acting_phone,
            one.state(now),
        )
        for one in sorted(told, key=lambda one: (one.starts_at, one.filed_at, one.id))
    )


def is_about(notice: AbsenceNotice, card: ContactCard) -> bool:
    """Tell whether a notice is of this contact: the same card, or name and unit alike."""
    if notice.contact_id:
        return notice.contact_id == card.contact.id
    if name_key(notice.person) != name_key(card.contact.name):
        return False
    return not (notice.unit and card.unit) or name_key(notice.unit) == name_key(card.unit)
