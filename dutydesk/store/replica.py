"""Which replica writes: an id bound to the data folder; a copied or restored room gets a new one.

Two histories under one name could never be told apart when rooms are merged.
"""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass
from pathlib import Path

FILE_NAME = "replica.json"


@dataclass(frozen=True, slots=True)
class ReplicaNote:
    """What the side file says: the replica that may write here, on which machine."""

    replica: str
    machine: str


def machine_name() -> str:
    """Return this machine's name as written in notes."""
    return platform.node() or "unknown"


def read_note(folder: Path) -> ReplicaNote | None:
    """Return the note of a data folder; None when it is missing or unreadable.

    Losing the note costs nothing but a new replica id, so a damaged one is treated as none.
    """
    try:
        fields = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        return ReplicaNote(str(fields["replica"]), str(fields["machine"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_note(folder: Path, replica: str) -> None:
    """Bind the folder to a replica; written whole or not at all."""
    target = folder / FILE_NAME
    pending = target.with_suffix(".tmp")
    note = {"replica": replica, "machine": machine_name()}
    pending.write_text(json.dumps(note), encoding="utf-8")
    pending.replace(target)
