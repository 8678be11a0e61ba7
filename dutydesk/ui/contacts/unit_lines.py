"""The lines of the tree beside the people: units with their counts, lists, command HQs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.contact_state import Listed, PeopleCounts
from dutydesk.domain.contacts import Unit, in_tree_order
from dutydesk.domain.dataclass import dataclass
from dutydesk.wording.contact_card import LISTED
from dutydesk.wording.contacts import WITHOUT_UNIT

EVERYBODY = LISTED[Listed.IN_SERVICE]
HQS = "专项指挥部"


@dataclass(frozen=True, slots=True)
class Which:
    """Whose list is wanted: everybody (None), a unit with all below it, nobody's ('').

    With ``hq_id`` it is a command HQ instead, '' for all of them.
    """

    unit_id: str | None = None
    listed: Listed = Listed.IN_SERVICE
    hq_id: str | None = None


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One line: name, how deep, how many people in it and below."""

    which: Which
    name: str
    depth: int = 0
    people: int = 0


def unit_lines(
    units: Sequence[Unit], counts: PeopleCounts, hqs: Sequence[CommandHq] = ()
) -> list[UnitLine]:
    """Return 全部 and what waits, every unit in tree order, then the other lists and the HQs."""
    return [*_first(counts), *_units(units, counts), *_last(counts), *_hqs(hqs)]


def _first(counts: PeopleCounts) -> Iterator[UnitLine]:
    yield UnitLine(Which(), EVERYBODY, 0, sum(counts.by_unit.values()))
    yield from _list(counts, Listed.STALE)
    yield from _list(counts, Listed.EXPIRING)


def _units(units: Sequence[Unit], counts: PeopleCounts) -> Iterator[UnitLine]:
    ordered = in_tree_order(units)
    for place, (unit, depth) in enumerate(ordered):
        inside = {unit.id}
        for other, below in ordered[place + 1 :]:
            if below <= depth:
                break
            inside.add(other.id)
        yield UnitLine(Which(unit.id), unit.name, depth, counts.within(inside))
    if counts.by_unit.get(None):
        yield UnitLine(Which(""), WITHOUT_UNIT, 0, counts.by_unit[None])


def _last(counts: PeopleCounts) -> Iterator[UnitLine]:
    yield UnitLine(Which(listed=Listed.UNTRAINED), LISTED[Listed.UNTRAINED])
    yield from _list(counts, Listed.EXPIRED)
    yield UnitLine(Which(listed=Listed.RETIRED), LISTED[Listed.RETIRED])


def _list(counts: PeopleCounts, listed: Listed) -> Iterator[UnitLine]:
    """Yield the line of a list that has somebody."""
    people = counts.lists.get(listed, 0)
    if people:
        yield UnitLine(Which(listed=listed), LISTED[listed], 0, people)


def _hqs(hqs: Sequence[CommandHq]) -> Iterator[UnitLine]:
    active = [hq for hq in hqs if hq.is_active]
    if active:
        yield UnitLine(Which(hq_id=""), HQS)
    for hq in active:
        yield UnitLine(Which(hq_id=hq.id), hq.name, 1)
