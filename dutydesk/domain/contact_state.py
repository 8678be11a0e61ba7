"""Whether somebody is still to be reached and when the numbers were last made sure of.

Rules of this file: somebody counts up to the last valid day and leaves the lists the day after;
numbers that nobody made sure of since ``stale_before`` wait for it, never verified ones first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, timedelta
from enum import StrEnum

from dutydesk.domain.contacts import Contact
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china


class Listed(StrEnum):
    """Which people a list shows."""

    IN_SERVICE = "in_service"
    STALE = "stale"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    UNTRAINED = "untrained"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ContactDates:
    """The days a list is judged by: today, the last day of what expires soon, and stale since."""

    today: date
    soon: date
    stale_before: datetime


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """People in service by the unit of their first role (None: no unit), and in each list.

    ``places`` are person, own unit and unit of each further role.
    """

    by_unit: Mapping[str | None, int]
    places: Sequence[tuple[str, str | None, str]] = ()
    lists: Mapping[Listed, int] = field(default_factory=dict)

    def within(self, units: Collection[str]) -> int:
        """Return how many people have any role in one of these units, each counted once."""
        first = sum(self.by_unit.get(one, 0) for one in units)
        more = {person for person, own, unit in self.places if unit in units and own not in units}
        return first + len(more)


def contact_dates(now: datetime, setting: Callable[[str], object]) -> ContactDates:
    """Return the days at an instant; ``setting`` gives a value of the unit by its key."""
    today = china(now).date()
    stale_days = int(str(setting("contact_stale_days")))
    expiring_days = int(str(setting("contact_expiring_days")))
    return ContactDates(
        today, today + timedelta(days=expiring_days), now - timedelta(days=stale_days)
    )


def is_expired(contact: Contact, today: date) -> bool:
    """Tell whether the last valid day is over."""
    return contact.valid_to is not None and contact.valid_to < today


def is_stale(contact: Contact, stale_before: datetime) -> bool:
    """Tell whether nobody made sure of the numbers since then."""
    verified = contact.last_verified_at
    return verified is None or verified < stale_before


def states_of(contact: Contact, dates: ContactDates) -> frozenset[Listed]:
    """Return in which lists somebody stands, training left out."""
    if contact.is_retired:
        return frozenset({Listed.RETIRED})
    if is_expired(contact, dates.today):
        return frozenset({Listed.EXPIRED})
    found = {Listed.IN_SERVICE}
    if is_stale(contact, dates.stale_before):
        found.add(Listed.STALE)
    if contact.valid_to is not None and contact.valid_to <= dates.soon:
        found.add(Listed.EXPIRING)
    return frozenset(found)
