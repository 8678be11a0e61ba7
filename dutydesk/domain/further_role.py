"""What must hold of a contact and of the further roles before they are saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from dutydesk.domain.contact_refusals import ContactNameMissing
from dutydesk.domain.contacts import Contact, FurtherRole
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.instants import china


@dataclass(eq=False)
class ValidityReversed(Refusal):
    """The last valid day lies before the first."""

    valid_from: date
    valid_to: date


@dataclass(eq=False)
class PairedWithSelf(Refusal):
    """Somebody was named as the other of their own pair."""

    name: str


def check_contact(contact: Contact) -> None:
    """Accept a contact; raises ContactNameMissing, ValidityReversed, PairedWithSelf."""
    if not contact.name.strip():
        raise ContactNameMissing
    if contact.pair_contact_id == contact.id:
        raise PairedWithSelf(contact.name)
    begins, ends = contact.valid_from, contact.valid_to
    if begins is not None and ends is not None and ends < begins:
        raise ValidityReversed(begins, ends)


def checked_roles(contact: Contact, roles: Sequence[FurtherRole]) -> list[FurtherRole]:
    """Return the roles numbered in their order; one that says nothing is left out.

    Raises PairedWithSelf.
    """
    kept = [one for one in roles if one.unit_id or one.post.strip() or one.duty_role]
    if any(one.pair_contact_id == contact.id for one in kept):
        raise PairedWithSelf(contact.name)
    return [
        replace(
            one,
            contact_id=contact.id,
            post=one.post.strip(),
            area=one.area.strip(),
            order_no=place,
        )
        for place, one in enumerate(kept, 1)
    ]


def with_training_year(contact: Contact, before: Contact | None, now: datetime) -> Contact:
    """Return a contact as a file is taken: the days it says are of the year it is taken in."""
    is_new = before is None or before.training_days != contact.training_days
    year = china(now).year if is_new and contact.training_days is not None else None
    known = before.training_year if before is not None else None
    return replace(contact, updated_at=now, training_year=year or known)
