"""What a walk over the equipment says for the handover: its checklist, its counted things.

Rules of this file: what an officer wrote on the form stands; only empty lines are answered by the
walk of this shift, and a fault that stands answers in every shift.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.equipment_due import CarriedEquipment, EquipmentState, matters_of
from dutydesk.domain.handover import CheckResult, HandoverCheck, HandoverThing

SayState = Callable[[EquipmentState], str]


def answered_checks(
    lines: Iterable[HandoverCheck], states: Sequence[EquipmentState], shift_id: str, say: SayState
) -> tuple[HandoverCheck, ...]:
    """Return the checklist with the lines that equipment answers; ``say`` words one item."""
    by_name: dict[str, list[EquipmentState]] = {}
    for state in states:
        if state.item.is_active and state.item.checklist_name:
            by_name.setdefault(state.item.checklist_name, []).append(state)
    return tuple(
        line if line.id else _answered(line, by_name.get(line.name, []), shift_id, say)
        for line in lines
    )


def _answered(
    line: HandoverCheck, states: Sequence[EquipmentState], shift_id: str, say: SayState
) -> HandoverCheck:
    faults = [state for state in states if state.is_fault]
    if faults:
        note = "；".join(say(state) for state in faults)
        return replace(line, result=CheckResult.ABNORMAL, note=note)
    if states and all(state.is_checked_in(shift_id) for state in states):
        note = "；".join(filter(None, (say(state) for state in states)))
        return replace(line, result=CheckResult.NORMAL, note=note)
    return line


def with_counted(
    things: Iterable[HandoverThing], states: Iterable[EquipmentState], handover_id: str
) -> tuple[HandoverThing, ...]:
    """Return the things with every item that is handed over each shift and not among them."""
    found = list(things)
    for state in states:
        item = state.item
        is_there = any(thing.name == item.name for thing in found)
        if item.is_active and item.is_handed_over and not is_there:
            place = len(found) + 1
            found.append(
                HandoverThing(
                    id="", handover_id=handover_id, name=item.name, quantity="1", order_no=place
                )
            )
    return tuple(found)


def carried_equipment(
    states: Iterable[EquipmentState], now: datetime, ahead: timedelta, listed: Iterable[str]
) -> tuple[CarriedEquipment, ...]:
    """Return what a handover tells of equipment beside its checklist, whose lines are ``listed``.

    Charges and tests are always told, a fault only where no line of the checklist does.
    """
    names = set(listed)
    return tuple(
        matter
        for state, matter in matters_of(states, now, ahead)
        if not (matter.is_fault and state.item.checklist_name in names)
    )
