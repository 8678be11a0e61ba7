"""Equipment as the handover reads it: linked with the checklist, never copied into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from dutydesk.domain.equipment_due import CarriedEquipment
from dutydesk.domain.equipment_link import answered_checks, carried_equipment, with_counted
from dutydesk.domain.handover import HandoverCheck, HandoverThing
from dutydesk.store.tables import Tables
from dutydesk.wording.equipment import handover_note


def told_ahead(tables: Tables) -> timedelta:
    """Return how long before its last day a test is told."""
    return tables.setting.span("equipment_test_ahead_days")


def linked(
    tables: Tables,
    shift_id: str,
    checks: Iterable[HandoverCheck],
    things: tuple[HandoverThing, ...],
) -> tuple[tuple[HandoverCheck, ...], tuple[HandoverThing, ...]]:
    """Return the empty lines of a handover answered by the walk of its shift.

    Things that somebody wrote stay as they were written.
    """
    states = tables.equipment.states()
    is_written = any(thing.id for thing in things)
    return (
        answered_checks(checks, states, shift_id, handover_note),
        things if is_written else with_counted(things, states, shift_id),
    )


def carried(tables: Tables, now: datetime) -> tuple[CarriedEquipment, ...]:
    """Return what is told of equipment beside the unit's checklist."""
    names = [line.name for line in tables.checklist.all()]
    return carried_equipment(tables.equipment.states(), now, told_ahead(tables), names)
