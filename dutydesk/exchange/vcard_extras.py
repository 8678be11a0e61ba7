"""What a duty room knows of a person and the cards of telephones have no word for.

Written as ``X-DUTYDESK-…`` beside the standard lines, so that a card comes back as it went out;
telephones pass such lines over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dutydesk.domain.contact_file import Problem, ProblemCode
from dutydesk.domain.contacts import Contact, ContactNumber, ContactRole, RolePair
from dutydesk.domain.phone import NumberKind, ReadNumber, numbers_in

PREFIX = "X-DUTYDESK-"
KIND, LABEL = f"{PREFIX}KIND", f"{PREFIX}LABEL"
_MOST_DAYS = 366


def written_fields(contact: Contact) -> Iterator[tuple[str, str]]:
    """Yield name and text of each line; what is empty has none."""
    days = contact.training_days
    texts = {
        "ROLE-PAIR": contact.role_pair.value if contact.role_pair else "",
        "DUTY-ROLE": contact.duty_role.value if contact.duty_role else "",
        "AREA": contact.area,
        "CATEGORY": contact.category,
        "TRAINING-DAYS": "" if days is None else str(days),
    }
    for name, text in texts.items():
        if text:
            yield f"{PREFIX}{name}", text
    for post in contact.other_posts:
        yield f"{PREFIX}OTHER-POST", post


def written_parameters(number: ContactNumber) -> str:
    """Return what stands behind the types of a number: what it is for, and its label."""
    # A quoted parameter has no way to hold a quotation mark or a line end.
    label = "".join(sign for sign in number.label if sign != '"' and sign.isprintable())
    kind = f";{KIND}={number.kind.value}"
    return f'{kind};{LABEL}="{label}"' if label else kind


def read_numbers(text: str, kind: str, label: str) -> tuple[ReadNumber, ...] | None:
    """Read a number whose kind a card of ours names; None for a kind we do not know."""
    try:
        found = numbers_in(text, NumberKind(kind))
    except ValueError:
        return None
    if len(found) != 1 or not label:
        return found
    return (replace(found[0], label=label),)


def read_fields(
    texts: Mapping[str, list[str]], sheet: str, row: int
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the fields of a person by name, and what could not be read."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, field, read in _FIELDS:
        for text in texts.get(f"{PREFIX}{name}", [])[:1]:
            try:
                found[field] = read(text)
            except ValueError:
                problems.append(
                    Problem(ProblemCode.VALUE_NOT_TAKEN, sheet, row, f"{PREFIX}{name}", text)
                )
    posts = tuple(text for text in texts.get(f"{PREFIX}OTHER-POST", []) if text)
    if posts:
        found["other_posts"] = posts
    return found, problems


def _days(text: str) -> int:
    days = int(text)
    if not 0 <= days <= _MOST_DAYS:
        raise ValueError(text)
    return days


_FIELDS: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("ROLE-PAIR", "role_pair", RolePair),
    ("DUTY-ROLE", "duty_role", ContactRole),
    ("AREA", "area", str),
    ("CATEGORY", "category", str),
    ("TRAINING-DAYS", "training_days", _days),
)
