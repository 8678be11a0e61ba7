"""Use cases of warning texts: what a pasted one says, what an entry on record says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text
from dutydesk.domain.warning import MAX_TEXT
from dutydesk.domain.warning_reading import WarningReading
from dutydesk.domain.warning_refusals import WarningTextUnread
from dutydesk.store.store import Store


class WarningTextService:
    """Reads texts; nothing is written."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, text: str, received_at: datetime) -> WarningReading:
        """Return what a pasted text says; raises WarningTextUnread."""
        # Loaded with the first text, not with the room.
        from dutydesk.exchange.warning_reader import read_warning  # noqa: PLC0415

        if not text.strip() or len(text) > MAX_TEXT:
            raise WarningTextUnread(len(text.strip()), MAX_TEXT)
        with self._store.reading() as tables:
            kinds = [one.name for one in tables.warning_kind.all() if one.is_active]
        return read_warning(text, received_at, kinds)

    def read_entry(self, entry: LogEntry) -> WarningReading:
        """Return what an entry says, in its text and in the fields of its kind.

        Who sent a fax is not who issued the warning.
        """
        told, at = entry.details, entry.at
        reading = self.read(entry.text[:MAX_TEXT], at)
        issuer = entry.source if entry.kind is EntryKind.WARNING else ""
        return replace(
            reading,
            issued_by=reading.issued_by or issuer,
            reported_to=told.get("reported_to", ""),
            reported_at=_instant(told.get("reported_at", "")),
            forwarded_to=told.get("forwarded_to", ""),
            forwarded_at=_instant(told.get("forwarded_at", "")),
        )


def _instant(text: str) -> datetime | None:
    return from_text(text) if text else None
