"""The versions of a record, recomputed from the after-images of the journal.

Rules of this file: nothing is left out because it looks unimportant; only empty beside empty is no
change. An entry and its corrections are one story, told through all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.journal import HistoryStep, Row

Scalar = str | int | None

# What a kind of entry asks is kept as one column; its fields change one by one.
DETAILS = "details"
# A step of one of its reports, told in the history of an incident.
REPORT_STEP = "report_step"
_EMPTY = frozenset({None, "", "{}", "[]"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, ``details.place`` for a detail, as it stood before and as it stands now."""

    field: str
    old: Scalar
    new: Scalar


@dataclass(frozen=True, slots=True)
class HistoryVersion:
    """One state of a record: who wrote it, when, by which action, and what it changed.

    ``actor`` is an officer's id or the name of a program.
    """

    at: datetime
    actor: str
    action: str
    changes: tuple[FieldChange, ...]
    is_removal: bool = False


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """The versions of one record, oldest first, with the names of the officers in them."""

    table: str
    versions: tuple[HistoryVersion, ...]
    names: Mapping[str, str]


def versions(steps: Iterable[HistoryStep]) -> tuple[HistoryVersion, ...]:
    """Return what each step changed; a step that changed nothing is no version."""
    found = []
    before: dict[str, Scalar] = {}
    for step in steps:
        now = flattened(step.row or {})
        changes = _changes(before, now)
        if changes or step.row is None:
            found.append(
                HistoryVersion(
                    step.recorded_at, step.actor, step.action, changes, is_removal=step.row is None
                )
            )
        before = now
    return tuple(found)


def flattened(row: Row) -> dict[str, Scalar]:
    """Return the columns of a row, the details of an entry one by one."""
    flat: dict[str, Scalar] = {}
    for name, value in row.items():
        if name == DETAILS and isinstance(value, str):
            details = json.loads(value)
            flat |= {f"{DETAILS}.{detail}": text for detail, text in details.items()}
        else:
            flat[name] = value
    return flat


def _changes(before: Mapping[str, Scalar], now: Mapping[str, Scalar]) -> tuple[FieldChange, ...]:
    if now.get("is_withdrawal"):
        # Nothing stands in the place of what was taken back: the fields did not become empty.
        return (FieldChange("correction_reason", "", now["correction_reason"]),)
    return tuple(
        FieldChange(name, before.get(name), now.get(name))
        for name in dict.fromkeys((*now, *before))
        if before.get(name) != now.get(name)
        and not (before.get(name) in _EMPTY and now.get(name) in _EMPTY)
    )
