"""Finding or adding the units that a file names, so that one unit is not on file twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dutydesk.domain.contact_file import UnitStep
from dutydesk.domain.contacts import Unit, UnitKind, name_key


class UnitTree:
    """The units on file while people are taken into them."""

    def __init__(self, units: Iterable[Unit], new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._units: dict[str, Unit] = {}
        self._by_name: dict[str, list[str]] = {}
        self._children: dict[tuple[str | None, str], str] = {}
        self._written: dict[str, None] = {}
        for unit in units:
            self._know(unit)
        self._next_order = max((u.order_no for u in self._units.values()), default=0) + 1

    def units(self) -> tuple[Unit, ...]:
        """Return all units as they stand now."""
        return tuple(self._units.values())

    def written(self) -> tuple[Unit, ...]:
        """Return the new and changed units, parents before children."""
        return tuple(self._units[unit_id] for unit_id in self._written)

    def find(self, path: Sequence[UnitStep]) -> str | None:
        """Return the unit a path leads to, or None when there is none yet."""
        current: str | None = None
        for place, step in enumerate(path):
            found = self._start(step) if place == 0 else self._child(current, step)
            if found is None:
                return None
            current = found
        return current

    def find_or_add(self, path: Sequence[UnitStep]) -> str | None:
        """Return the unit a path leads to, adding what is missing; None for an empty path."""
        current: str | None = None
        for place, step in enumerate(path):
            found = self._start(step) if place == 0 else self._child(current, step)
            current = found or self._adopt(current, step) or self._add(current, step)
            self._learn_kind(current, step)
        return current

    def _know(self, unit: Unit) -> None:
        if unit.id not in self._units:
            self._by_name.setdefault(name_key(unit.name), []).append(unit.id)
        self._units[unit.id] = unit
        self._children.setdefault((unit.parent_id, name_key(unit.name)), unit.id)

    def _put(self, unit: Unit) -> None:
        self._know(unit)
        self._written[unit.id] = None

    def _start(self, step: UnitStep) -> str | None:
        """Find where a path begins: at the top, or at the only unit of that name."""
        top = self._children.get((None, name_key(step.name)))
        named = self._by_name.get(name_key(step.name), ())
        return top or (named[0] if len(named) == 1 else None)

    def _child(self, parent_id: str | None, step: UnitStep) -> str | None:
        return self._children.get((parent_id, name_key(step.name)))

    def _adopt(self, parent_id: str | None, step: UnitStep) -> str | None:
        """Give a unit that stood alone at the top the parent the file names."""
        if parent_id is None:
            return None
        orphan = self._children.get((None, name_key(step.name)))
        if orphan is None or orphan in self._above(parent_id):
            return None
        del self._children[None, name_key(step.name)]
        self._put(replace(self._units[orphan], parent_id=parent_id))
        return orphan

    def _above(self, unit_id: str) -> set[str]:
        found: set[str] = set()
        current: str | None = unit_id
        while current is not None and current not in found:
            found.add(current)
            current = self._units[current].parent_id
        return found

    def _add(self, parent_id: str | None, step: UnitStep) -> str:
        unit = Unit(
            id=self._new_id(),
            name=step.name,
            parent_id=parent_id,
            order_no=self._next_order,
            kind=step.kind,
        )
        self._next_order += 1
        self._put(unit)
        return unit.id

    def _learn_kind(self, unit_id: str, step: UnitStep) -> None:
        unit = self._units[unit_id]
        if unit.kind is UnitKind.OTHER and step.kind is not UnitKind.OTHER:
            self._put(replace(unit, kind=step.kind))
