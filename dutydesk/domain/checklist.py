"""The unit's checklist for handovers, and how one handover's lines are made from it (§8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.handover import HandoverCheck, HandoverThing


class ChecklistKind(StrEnum):
    """检查项目, or 移交物品."""

    CHECK = "check"
    THING = "thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One line of the unit's list; ``quantity`` is what a thing normally counts, as written."""

    id: str
    kind: ChecklistKind
    group_name: str
    name: str
    quantity: str
    order_no: int


@dataclass(eq=False)
class ChecklistNameMissing(Refusal):
    """A line of the checklist says what is checked or handed over."""


def check_lines(
    handover_id: str, items: Iterable[ChecklistItem], filled: Sequence[HandoverCheck]
) -> tuple[HandoverCheck, ...]:
    """Return the checklist of a handover: what was filled, and the unit's other lines empty.

    A filled line stays when the unit has meanwhile taken it off its list.
    """
    written = {line.item_id: line for line in filled}
    lines = [
        written.pop(item.id) if item.id in written else _empty(handover_id, item)
        for item in items
        if item.kind is ChecklistKind.CHECK
    ]
    return (*lines, *(line for line in written.values() if line.result or line.note))


def thing_lines(
    handover_id: str, items: Iterable[ChecklistItem], last: Mapping[str, str]
) -> tuple[HandoverThing, ...]:
    """Return the things of a handover nobody has edited: the unit's list, with its quantities.

    Where the unit names none, the quantity of the ``last`` handover (name -> quantity) stands.
    """
    things = [item for item in items if item.kind is ChecklistKind.THING]
    return tuple(
        HandoverThing(
            id="",
            handover_id=handover_id,
            name=item.name,
            quantity=item.quantity or last.get(item.name, ""),
            order_no=place,
        )
        for place, item in enumerate(things, 1)
    )


def _empty(handover_id: str, item: ChecklistItem) -> HandoverCheck:
    return HandoverCheck(
        id="",
        handover_id=handover_id,
        item_id=item.id,
        group_name=item.group_name,
        name=item.name,
        order_no=item.order_no,
    )
