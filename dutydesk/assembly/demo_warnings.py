"""The step of the invented day that registers a warning from its entry, read by the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.domain.warning import DraftWarning
from dutydesk.domain.warning_color import WarningColor


def register_warning(
    room: DutyRoom, step: Mapping[str, Any], at: Callable[[str], datetime], by: Actor
) -> None:
    """Register the warning of the newest entry of its kind, with whom it was told when."""
    _, entries = room.duty_log.entries_of_running_shift()
    entry = next(one.entry for one in reversed(entries) if one.entry.text == step["text"])
    read = room.warning_text.read_entry(entry)
    draft = DraftWarning(
        id=room.warning.new_id(),
        kind=read.kind,
        color=read.color or WarningColor.BLUE,
        issued_by=read.issued_by,
        issued_at=at(step["issued"]),
        received_at=entry.at,
        valid_from=at(step["issued"]),
        valid_to=at(step["valid_to"]),
        area=step["area"],
        content=entry.text,
        measures=step["measures"],
        channels=tuple(step["channels"]),
        entry_id=entry.id,
        reported_at=at(step["reported"]),
        reported_to=step["reported_to"],
        forwarded_at=at(step["forwarded"]),
        forwarded_to=step["forwarded_to"],
    )
    room.warning.register(draft, by=by)
