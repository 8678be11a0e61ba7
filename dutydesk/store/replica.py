"""Which replica writes: an id bound to the data folder; a copied or restored room gets a new one.

Two histories under one name could never be told apart when rooms are merged.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from dutydesk.domain.dataclass import dataclass
from dutydesk.store import safe_copy

FILE_NAME = "replica.json"


@dataclass(frozen=True, slots=True)
class ReplicaNote:
    """What the side file says: the replica that may write here, on which machine, where.

    ``rows`` and ``head`` are the journal as it was last seen here. It need not be the newest: a
    room that goes on from it holds that row for ever, a copy from before does not.
    """

    replica: str
    machine: str
    folder: str = ""
    rows: int = 0
    head: str = ""


def machine_name() -> str:
    """Return this machine's name as written in notes."""
    if hasattr(os, "uname"):
        return os.uname().nodename or "unknown"
    # It gives the same everywhere, but loading it takes as long as opening the file.
    import platform  # noqa: PLC0415

    return platform.node() or "unknown"


def place_of(folder: Path) -> str:
    """Return where a folder lies, however it was reached."""
    return str(folder.resolve())


def note_for(folder: Path, replica: str, seen: tuple[int, str]) -> ReplicaNote:
    """Return the note of a folder on this machine that has just seen this head."""
    return ReplicaNote(replica, machine_name(), place_of(folder), *seen)


def is_bound(
    note: ReplicaNote | None, folder: Path, newest: str, head_at: Callable[[int], str | None]
) -> bool:
    """Tell whether a room goes on as the replica ``newest``, which wrote its last row.

    Not when the folder was copied or moved, came from another machine, or when its file was
    exchanged for one that does not know the head seen here.
    """
    if note is None or (note.replica, note.machine) != (newest, machine_name()):
        return False
    return note.folder == place_of(folder) and head_at(note.rows) == note.head


def read_note(folder: Path) -> ReplicaNote | None:
    """Return the note of a data folder; None when it is missing or unreadable.

    Losing the note costs nothing but a new replica id, so a damaged one is treated as none.
    """
    try:
        fields = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        return ReplicaNote(
            str(fields["replica"]),
            str(fields["machine"]),
            str(fields.get("folder", "")),
            int(fields.get("rows", 0)),
            str(fields.get("head", "")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_note(folder: Path, note: ReplicaNote) -> None:
    """Bind the folder to a replica; written whole or not at all. Raises OSError.

    Not forced to disk: after a power cut an older note holds as well, and none is harmless.
    """
    target = folder / FILE_NAME
    pending = safe_copy.pending_name(target)
    try:
        pending.write_text(json.dumps(asdict(note)), encoding="utf-8")
        pending.replace(target)
    except OSError:
        pending.unlink(missing_ok=True)
        raise
