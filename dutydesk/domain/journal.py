"""The journal: what happened, row after row, each row sealed by the hash of the one before.

Rules of this file: the framing of a hashed row never changes for rows already written; text is
kept exactly as typed (no normalising, no trimming); nothing here reads a clock or a file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from dutydesk.domain.dataclass import dataclass

# JSON scalars of one table row, column name -> value.
Row = Mapping[str, str | int | None]

# One after-image: table, id, the row as it now stands (None: removed).
AfterImage = tuple[str, str, Row | None]

GENESIS = bytes(32)


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One sealed row. ``seq`` counts within ``replica``; ``prev`` and ``hash`` are 32 bytes."""

    replica: str
    seq: int
    prev: bytes
    hash: bytes
    recorded_at: str
    tick: int
    actor: str
    action: str
    schema_version: int
    body: str


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One state of one record: who wrote it, when, by which action, and the row as it stood."""

    recorded_at: datetime
    actor: str
    action: str
    table: str
    row: Row | None


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical_json(value: object) -> str:
    """Return JSON with sorted keys and no spaces; text exactly as given."""
    return _encode(value)


def journal_body(images: Sequence[AfterImage], note: Mapping[str, object]) -> str:
    """Return the canonical body: after-images in the order written, and a note if there is one."""
    body: dict[str, object] = {"rows": images}
    if note:
        body["note"] = note
    return canonical_json(body)


def framed(row: JournalRow) -> bytes:
    """Return the bytes that are hashed: every field but ``hash``.

    ``prev`` with its fixed 32 bytes; then the lengths in bytes of replica, actor, action and
    body and the three numbers, ``,`` between and ``:`` behind; then recorded_at, replica, actor,
    action and body. All lengths but one stand in front, so no two rows share their bytes.
    """
    replica, actor = row.replica.encode(), row.actor.encode()
    action, body = row.action.encode(), row.body.encode()
    return b"%b%d,%d,%d,%d,%d,%d,%d:%b%b%b%b%b" % (
        row.prev,
        len(replica),
        len(actor),
        len(action),
        len(body),
        row.seq,
        row.tick,
        row.schema_version,
        row.recorded_at.encode(),
        replica,
        actor,
        action,
        body,
    )


def seal(row: JournalRow) -> bytes:
    """Return the SHA-256 of the framed row."""
    return hashlib.sha256(framed(row)).digest()


def grouped_head(head: str) -> str:
    """Return the first 16 hex digits in four groups, as printed on the handover record."""
    return " ".join(head[start : start + 4] for start in range(0, 16, 4)).upper()
