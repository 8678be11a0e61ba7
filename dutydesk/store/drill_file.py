"""The day a practice room replays, in a file of its own beside the record: it is no part of it."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

from dutydesk.domain.drill import Drill, DrillEvent
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text, to_text

FILE_NAME = "drill.json"


def write(folder: Path, drill: Drill) -> None:
    """Put a day into a data folder; raises OSError."""
    document = {
        "unit": drill.unit,
        "duty_date": drill.duty_date.isoformat(),
        "starts_at": to_text(drill.starts_at),
        "events": [
            {
                "no": one.no,
                "at": to_text(one.at),
                "kind": one.kind.value,
                "source": one.source,
                "person": one.person,
                "phone": one.phone,
                "text": one.text,
            }
            for one in drill.events
        ],
    }
    pending = folder / f"{FILE_NAME}.new"
    pending.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(pending, folder / FILE_NAME)  # noqa: PTH105 -- the same on every system


def read(folder: Path) -> Drill | None:
    """Return the day of a data folder; None in a room that is no drill, or has lost its day."""
    try:
        document = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        events = tuple(
            DrillEvent(
                **{**one, "at": from_text(one["at"]), "kind": EntryKind(one["kind"])},
            )
            for one in document["events"]
        )
        day = date.fromisoformat(document["duty_date"])
        return Drill(document["unit"], day, from_text(document["starts_at"]), events)
    except (OSError, ValueError, KeyError, TypeError):
        return None
