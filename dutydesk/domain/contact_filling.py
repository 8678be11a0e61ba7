"""What a person of a file adds to somebody on file.

Gaps are filled; where both say something the file wins only where that was decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dutydesk.domain.contact_file import ContactField, ReadPerson
from dutydesk.domain.contacts import Contact, name_key

COLUMNS: Mapping[ContactField, str] = {
    ContactField.POST: "post",
    ContactField.ADDRESS: "address",
    ContactField.AREA: "area",
    ContactField.CATEGORY: "category",
    ContactField.NOTE: "note",
    ContactField.TRAINING_DAYS: "training_days",
    ContactField.ROLE_PAIR: "role_pair",
}
"""The fields that a file fills, by the name both sides have for them."""

_EMPTY = ("", None)


def differing(known: Contact, person: ReadPerson) -> tuple[ContactField, ...]:
    """Return the fields both fill and fill differently."""
    return tuple(
        column
        for column, field in COLUMNS.items()
        if (new := getattr(person, field)) not in _EMPTY
        and (old := getattr(known, field)) not in _EMPTY
        and name_key(str(new)) != name_key(str(old))
    )


def filled(known: Contact, person: ReadPerson, wins: frozenset[ContactField]) -> Contact:
    """Return somebody on file with what the file adds."""
    gained: dict[str, object] = {
        field: new
        for column, field in COLUMNS.items()
        if (new := getattr(person, field)) not in _EMPTY
        and (getattr(known, field) in _EMPTY or column in wins)
    }
    if known.duty_role is None and person.duty_role is not None:
        gained["duty_role"] = person.duty_role
    more = tuple(p for p in person.other_posts if p not in known.other_posts)
    if more:
        gained["other_posts"] = known.other_posts + more
    return replace(known, **gained) if gained else known  # type: ignore[arg-type]  # COLUMNS name fields of Contact with the types of ReadPerson
