"""Dataclasses to rows and back: field names are column names, one rule per type."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from dutydesk.domain.instants import from_text, to_text
from dutydesk.domain.journal import canonical_json

V = TypeVar("V")

Convert = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


# type -> (to the row, from the row)
_SCALARS: dict[type, tuple[Convert, Convert]] = {
    str: (_same, _same),
    int: (_same, _same),
    bool: (int, bool),
    float: (_same, _same),
    datetime: (to_text, from_text),
    date: (date.isoformat, date.fromisoformat),
}


class Mapper(Generic[V]):
    """Turns one frozen dataclass into a row of scalars and back.

    Tuples and mappings become JSON text; an unknown field type is a bug, raised at import.
    """

    def __init__(self, cls: type[V], table: str) -> None:
        self.table = table
        self._cls = cls
        hints = typing.get_type_hints(cls)
        self._fields = [
            (field.name, *_converters(hints[field.name]))
            for field in fields(cls)  # type: ignore[arg-type]  # V is always a dataclass
        ]
        self.columns = ", ".join(name for name, _, _ in self._fields)

    def to_row(self, value: V) -> dict[str, Any]:
        """Return the row of a value."""
        return {
            name: None if (raw := getattr(value, name)) is None else out(raw)
            for name, out, _ in self._fields
        }

    def from_row(self, row: tuple[Any, ...] | Mapping[str, Any], start: int = 0) -> V:
        """Return the value of a row selected with ``columns``; a tuple is read from ``start``."""
        if isinstance(row, Mapping):
            row = tuple(row[name] for name, _, _ in self._fields)
        values = {
            name: None if row[start + place] is None else back(row[start + place])
            for place, (name, _, back) in enumerate(self._fields)
        }
        return self._cls(**values)

    def prefixed(self, alias: str) -> str:
        """Return the columns with a table alias, for joins."""
        return ", ".join(f"{alias}.{name}" for name, _, _ in self._fields)


def _converters(hint: Any) -> tuple[Convert, Convert]:
    origin = typing.get_origin(hint)
    if origin in {types.UnionType, typing.Union}:
        inner = [part for part in typing.get_args(hint) if part is not type(None)]
        return _converters(inner[0])
    if origin is tuple:
        return canonical_json, lambda text: tuple(json.loads(text))
    if origin in {dict, Mapping}:
        return canonical_json, json.loads
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda value: value.value, hint
    return _SCALARS[hint]
