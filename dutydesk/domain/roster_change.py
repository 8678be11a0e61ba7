"""Which slots of a roster are not kept by whoever was planned, told from the swaps on file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import RosterSlot, RosterSwap, SwapKind


@dataclass(frozen=True, slots=True)
class SlotChange:
    """A slot, who was planned for it, and the last change that put whoever keeps it there."""

    slot: RosterSlot
    planned: str
    swap: RosterSwap


def standing(swaps: Sequence[RosterSwap]) -> list[RosterSwap]:
    """Return the swaps that were not taken back, in the order of filing."""
    undone = {one.undoes for one in swaps if one.undoes}
    return [one for one in swaps if one.kind is not SwapKind.UNDO and one.id not in undone]


def changed_slots(
    slots: Iterable[RosterSlot], swaps: Sequence[RosterSwap]
) -> tuple[SlotChange, ...]:
    """Return every slot whose person came there by swaps, in the order of the slots.

    A slot that was emptied, or typed anew after the swap, is as planned again.
    """
    in_force = standing(swaps)
    found = []
    for slot in slots:
        of_slot = [one for one in in_force if slot.id in {one.slot_id, one.other_slot_id}]
        if not of_slot:
            continue
        planned, last = _before(of_slot[0], slot.id), of_slot[-1]
        if planned != slot.person and _after(last, slot.id) == slot.person:
            found.append(SlotChange(slot, planned, last))
    return tuple(found)


def _before(swap: RosterSwap, slot_id: str) -> str:
    return swap.from_person if slot_id == swap.slot_id else swap.to_person


def _after(swap: RosterSwap, slot_id: str) -> str:
    return swap.to_person if slot_id == swap.slot_id else swap.from_person
