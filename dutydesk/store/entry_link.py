"""The other entry that a list names beside one, as columns of the statement that lists both."""

from __future__ import annotations

from datetime import date
from typing import Any

from dutydesk.domain.entry_link import OtherEntry
from dutydesk.domain.instants import from_text

_FIELDS = ("id", "no", "recorder", "recorded_at", "correction_reason", "is_withdrawal")
WIDTH = len(_FIELDS) + 1


def columns(entry: str, shift: str) -> str:
    """Return the columns of an entry and its shift under their aliases."""
    return ", ".join([*(f"{entry}.{name}" for name in _FIELDS), f"{shift}.duty_date"])


def from_row(row: tuple[Any, ...], start: int) -> OtherEntry | None:
    """Return the entry whose columns begin at ``start``; None where there is no such entry."""
    record_id, no, recorder, recorded_at, reason, is_withdrawal, day = row[start : start + WIDTH]
    if record_id is None:
        return None
    return OtherEntry(
        record_id,
        no,
        date.fromisoformat(day),
        recorder,
        from_text(recorded_at),
        reason,
        bool(is_withdrawal),
    )
