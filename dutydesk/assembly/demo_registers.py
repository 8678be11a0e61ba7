"""The steps of the invented day that fill the registers beside the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.absence_notice import DraftAbsenceNotice
from dutydesk.domain.equipment import DraftEquipmentCheck, EquipmentResult
from dutydesk.domain.officer import Actor


def file_absence(
    room: DutyRoom, step: Mapping[str, Any], at: Callable[[str], datetime], by: Actor
) -> None:
    """File the notice of a leader; ``at`` reads the times of the script."""
    room.absence_notice.file(
        DraftAbsenceNotice(
            id=room.absence_notice.new_id(),
            person=step["person"],
            unit=step["unit"],
            post=step["post"],
            starts_at=at(step["starts"]),
            ends_at=at(step["ends"]),
            place=step["place"],
            reason=step["reason"],
            acting_person=step["acting"],
            acting_phone=step["phone"],
            approved_by=step["approved"],
        ),
        by=by,
    )


def check_equipment(room: DutyRoom, step: Mapping[str, Any], by: Actor) -> None:
    """Walk over the equipment: all in order, the charge as the script says."""
    states = [one for one in room.equipment.view().states if one.item.is_active]
    room.equipment.check_rest([one.item.id for one in states], by=by)
    for state in states:
        if state.item.low_charge_percent is not None:
            draft = DraftEquipmentCheck(
                id=room.equipment.new_id(),
                item_id=state.item.id,
                result=EquipmentResult.NORMAL,
                charge_percent=step["charge"],
                is_test_call=step.get("test", False),
            )
            room.equipment.check(draft, by=by)
