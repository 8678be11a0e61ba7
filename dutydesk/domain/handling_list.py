"""The unit's lists of parties, first actions and HQs: what a line has to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar, cast

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident_notice import MAX_NAME
from dutydesk.domain.incident_scope import IncidentScope


class HandlingLine(Protocol):
    """What the lines of the three lists have in common."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def scope(self) -> IncidentScope: ...
    @property
    def order_no(self) -> int: ...
    @property
    def is_active(self) -> bool: ...


H = TypeVar("H", bound=HandlingLine)


@dataclass(eq=False)
class LineNameMissing(Refusal):
    """A line of a list has a name."""


@dataclass(eq=False)
class LineNameTooLong(Refusal):
    """A name stands in one cell of the sheet: ``limit`` characters."""

    length: int
    limit: int


@dataclass(eq=False)
class LineKnown(Refusal):
    """The list has this very line for these very incidents."""

    name: str


def checked(line: H, others: Sequence[H]) -> H:
    """Return a line as it goes on the list; raises LineNameMissing, LineNameTooLong, LineKnown."""
    name = line.name.strip()
    if not name:
        raise LineNameMissing
    if len(name) > MAX_NAME:
        raise LineNameTooLong(len(name), MAX_NAME)
    same = (name, line.scope)
    if any((one.name, one.scope) == same for one in others if one.id != line.id):
        raise LineKnown(name)
    return cast("H", replace(cast("Any", line), name=name))


def moved(lines: Sequence[H], line_id: str, steps: int) -> list[H]:
    """Return the lines that have another number once one is moved up (negative) or down."""
    order = sorted(lines, key=lambda one: one.order_no)
    at = next(n for n, one in enumerate(order) if one.id == line_id)
    line = order.pop(at)
    order.insert(min(max(at + steps, 0), len(order)), line)
    return [
        cast("H", replace(cast("Any", one), order_no=number))
        for number, one in enumerate(order, 1)
        if one.order_no != number
    ]
