"""A file that was taken into the contacts, and how sheets of known headings are read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dutydesk.domain.contact_file import ColumnGuess, ContactField, SheetMapping
from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import, with its counts of people; one that was taken back says when and by whom."""

    id: str
    file: str
    imported_at: datetime
    imported_by: str
    read: int
    added: int
    updated: int
    unchanged: int
    skipped: int
    undone_at: datetime | None = None
    undone_by: str = ""


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """How an officer read a sheet; the id is the hash of its headings.

    `fields` are field and person of each column (`mobile 0`); the unit of people without one is
    not kept, for the same form comes back from every unit.
    """

    id: str
    sheet: str
    fields: tuple[str, ...]
    more_heading_rows: int
    is_ignored: bool
    kept_at: datetime


def shape_of(columns: Sequence[ColumnGuess]) -> str | None:
    """Return the hash of the headings; None for a sheet without any, which is like no other."""
    headings = [f"{column.index} {name_key(column.heading)}" for column in columns]
    if not any(column.heading for column in columns):
        return None
    return hashlib.sha256("\n".join(headings).encode()).hexdigest()


def kept(guess: SheetMapping, used: SheetMapping, at: datetime) -> KeptMapping | None:
    """Return how a sheet was read, to be proposed the next time."""
    shape = shape_of(guess.columns)
    if shape is None:
        return None
    return KeptMapping(
        id=shape,
        sheet=guess.sheet,
        fields=tuple(f"{column.field.value} {column.person}" for column in used.columns),
        more_heading_rows=used.heading_rows - guess.heading_rows,
        is_ignored=used.is_ignored,
        kept_at=at,
    )


def proposed(guess: SheetMapping, known: KeptMapping) -> SheetMapping:
    """Return the guess as it was read before; what no longer fits stays as guessed."""
    read = [text.split(" ") for text in known.fields]
    if len(read) != len(guess.columns):
        return guess
    columns = tuple(
        replace(column, field=ContactField(field), person=int(person))
        for column, (field, person) in zip(guess.columns, read, strict=True)
    )
    return replace(
        guess,
        columns=columns,
        heading_rows=max(0, guess.heading_rows + known.more_heading_rows),
        is_ignored=known.is_ignored,
    )
