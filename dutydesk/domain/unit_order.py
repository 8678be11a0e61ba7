"""Where units and people stand: moved below another unit, or among their neighbours.

Rules of this file: a unit never comes below itself; whoever moves gets the place asked for and
the neighbours are numbered anew, but only those whose number changes are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.contact_refusals import UnitBelowItself, UnitNameMissing
from dutydesk.domain.contacts import Contact, Unit, within
from dutydesk.domain.errors import RecordUnknown


def check_unit(unit: Unit, units: Sequence[Unit]) -> None:
    """Accept a unit as typed; raises UnitNameMissing, UnitBelowItself."""
    if not unit.name.strip():
        raise UnitNameMissing
    if unit.parent_id in within(unit.id, units):
        raise UnitBelowItself(unit.name)


def moved_unit(
    units: Sequence[Unit], unit_id: str, parent_id: str | None, before_id: str | None = None
) -> list[Unit]:
    """Return the units that change when one comes below another, before one of its siblings.

    Without ``before_id`` it becomes the last. Raises RecordUnknown, UnitBelowItself.
    """
    unit = _unit(units, unit_id)
    if parent_id is not None:
        _unit(units, parent_id)
        if parent_id in within(unit_id, units):
            raise UnitBelowItself(unit.name)
    siblings = [one for one in _siblings(units, parent_id) if one.id != unit_id]
    places = [one.id for one in siblings]
    at = places.index(before_id) if before_id in places else len(places)
    siblings.insert(at, replace(unit, parent_id=parent_id))
    return _numbered(units, siblings)


def shifted_unit(units: Sequence[Unit], unit_id: str, steps: int) -> list[Unit]:
    """Return the units that change when one moves among its siblings, stopping at the ends."""
    unit = _unit(units, unit_id)
    siblings = _siblings(units, unit.parent_id)
    at = siblings.index(unit)
    siblings.insert(max(0, min(at + steps, len(siblings) - 1)), siblings.pop(at))
    return _numbered(units, siblings)


def shifted_person(people: Sequence[Contact], contact_id: str, steps: int) -> list[Contact]:
    """Return the people who change when one moves among those of the same unit.

    Numbers run through everybody, so the people of a unit only exchange those they have.
    """
    ordered = sorted(people, key=lambda one: one.order_no)
    at = next((place for place, one in enumerate(ordered) if one.id == contact_id), None)
    if at is None:
        raise RecordUnknown("contact", contact_id)
    numbers = _rising([one.order_no for one in ordered])
    ordered.insert(max(0, min(at + steps, len(ordered) - 1)), ordered.pop(at))
    placed = zip(ordered, numbers, strict=True)
    return [replace(one, order_no=number) for one, number in placed if one.order_no != number]


def _rising(numbers: Sequence[int]) -> list[int]:
    """Return numbers that rise, where several people had the same."""
    found: list[int] = []
    for number in numbers:
        found.append(max(number, found[-1] + 1 if found else number))
    return found


def _unit(units: Sequence[Unit], unit_id: str) -> Unit:
    for unit in units:
        if unit.id == unit_id:
            return unit
    raise RecordUnknown("unit", unit_id)


def _siblings(units: Sequence[Unit], parent_id: str | None) -> list[Unit]:
    found = [one for one in units if one.parent_id == parent_id]
    return sorted(found, key=lambda one: (one.order_no, one.name))


def _numbered(units: Sequence[Unit], siblings: Sequence[Unit]) -> list[Unit]:
    before = {one.id: one for one in units}
    placed = [replace(one, order_no=place) for place, one in enumerate(siblings, 1)]
    return [one for one in placed if before[one.id] != one]
