"""What stands on a directory (通讯录, domain.md §9.7): units in order with their people."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from dutydesk.domain.dataclass import dataclass

_MOBILE = re.compile(r"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)")


@dataclass(frozen=True)
class DirectoryPerson:
    """One person as printed; `role_pair` is "A", "B" or empty, `duty_role` a wording (联络员)."""

    name: str
    post: str = ""
    duty_role: str = ""
    role_pair: str = ""
    office_phone: str = ""
    mobile: str = ""
    fax: str = ""
    note: str = ""


@dataclass(frozen=True)
class DirectoryUnit:
    """One unit with its people; `depth` counts from 0 for a unit at the top of the tree."""

    name: str
    depth: int = 0
    duty_phone: str = ""
    fax: str = ""
    people: tuple[DirectoryPerson, ...] = ()


@dataclass(frozen=True)
class Directory:
    """The whole directory; `is_masked` makes the paper to post up, which shows no mobile.

    `duty_phone` and `fax` are the duty room's own; `as_of` is the day of the last change.
    """

    unit: str
    title: str
    is_practice: bool
    is_masked: bool = False
    as_of: date | None = None
    duty_phone: str = ""
    fax: str = ""
    units: tuple[DirectoryUnit, ...] = ()


def masked(text: str) -> str:
    """Hide the middle four digits of every mobile number in a text; twice changes nothing."""
    return _MOBILE.sub(r"\1****\2", text)


def masked_directory(directory: Directory) -> Directory:
    """Return the directory with every mobile number hidden, wherever it was written."""
    units = tuple(
        replace(_masked_texts(unit), people=tuple(_masked_texts(one) for one in unit.people))
        for unit in directory.units
    )
    return replace(_masked_texts(directory), units=units)


_Value = TypeVar("_Value", Directory, DirectoryUnit, DirectoryPerson)


def _masked_texts(value: _Value) -> _Value:
    texts = {field.name: getattr(value, field.name) for field in fields(value)}
    hidden: dict[str, Any] = {k: masked(v) for k, v in texts.items() if isinstance(v, str)}
    return replace(value, **hidden)
