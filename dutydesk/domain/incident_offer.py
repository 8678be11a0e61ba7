"""The offer to make an incident of an entry that named a watched word, and what became of it.

Rules of this file: an offer stays until somebody has said what the entry comes to; it is settled
once, with who, when and why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import Incident, IncidentCategory
from dutydesk.domain.search_text import folded, runs

# Places are written in many ways; this many characters in a row are no coincidence.
SAME_PLACE_LENGTH = 4
# Where something happened stands at the beginning of a report.
_COMPARED = 1000


class OfferOutcome(StrEnum):
    """建突发事件, 同一事件, 无需上报, 误报, 已另行上报; and 更正, 撤回 of the entry itself."""

    INCIDENT = "incident"
    SAME_INCIDENT = "same_incident"
    NOT_NEEDED = "not_needed"
    FALSE_ALARM = "false_alarm"
    REPORTED_ELSEWHERE = "reported_elsewhere"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


DISMISSALS = (
    OfferOutcome.NOT_NEEDED,
    OfferOutcome.FALSE_ALARM,
    OfferOutcome.REPORTED_ELSEWHERE,
)
"""What an officer may say instead of making an incident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOffer:
    """One entry that named watched words; ``outcome`` None until it is settled."""

    id: str
    entry_id: str
    words: tuple[str, ...]
    offered_at: datetime
    outcome: OfferOutcome | None = None
    incident_id: str | None = None
    note: str = ""
    settled_at: datetime | None = None
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an entry came to, said by whom and when."""

    outcome: OfferOutcome
    at: datetime
    by: str
    note: str = ""
    incident_id: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What two reports may have in common: when, what, where, who called."""

    at: datetime
    text: str
    place: str = ""
    phone: str = ""
    category: IncidentCategory | None = None
    kind: str = ""


@dataclass(eq=False)
class OfferSettled(Refusal):
    """Somebody has said before what the entry comes to."""

    outcome: OfferOutcome
    by: str


@dataclass(eq=False)
class NothingOffered(Refusal):
    """The entry names no watched word: there is nothing to settle."""

    no: int


def settled(offer: IncidentOffer, settlement: Settlement) -> IncidentOffer:
    """Return the offer as it is kept once it is settled; raises OfferSettled."""
    if offer.outcome is not None:
        raise OfferSettled(offer.outcome, offer.settled_by or "")
    return replace(
        offer,
        outcome=settlement.outcome,
        incident_id=settlement.incident_id,
        note=settlement.note.strip(),
        settled_at=settlement.at,
        settled_by=settlement.by,
    )


def similar(subject: Subject, incidents: Iterable[Incident], within: timedelta) -> list[Incident]:
    """Return the incidents that may be what a report is about, the newest first.

    Those that run, or were received within the span, of the same category and kind as far as both
    are known, at a place whose name has so much in common, or told by the same caller.
    """
    found = [
        one
        for one in incidents
        if _is_near(subject, one, within) and _is_alike(subject, one) and _is_there(subject, one)
    ]
    return sorted(found, key=lambda one: one.received_at, reverse=True)


def common_length(one: str, other: str) -> int:
    """Return the length of the longest run of characters that two texts share, normalised."""
    left, right = ("".join(runs(folded(text[:_COMPARED]))) for text in (one, other))
    best, last = 0, [0] * (len(right) + 1)
    for sign in left:
        row = [0] * (len(right) + 1)
        for at, against in enumerate(right, 1):
            if sign == against:
                row[at] = last[at - 1] + 1
                best = max(best, row[at])
        last = row
    return best


def _is_near(subject: Subject, incident: Incident, within: timedelta) -> bool:
    return not incident.is_closed or abs(subject.at - incident.received_at) <= within


def _is_alike(subject: Subject, incident: Incident) -> bool:
    if subject.kind:
        return subject.kind == incident.kind
    return subject.category is None or subject.category is incident.category


def _is_there(subject: Subject, incident: Incident) -> bool:
    if subject.phone.strip() and subject.phone.strip() in incident.source:
        return True
    if not incident.place.strip():
        return False
    said = f"{subject.place}\n{subject.text}"
    # A short name of a place is shared when it is shared whole.
    need = min(SAME_PLACE_LENGTH, len(incident.place.strip()))
    return need > 1 and common_length(said, incident.place) >= need
