"""Attachments of log entries on file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dutydesk.domain.attachment import Attachment
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

ATTACHMENT = Mapper(Attachment, "attachment")

# A correction stands for what it corrects, so it shows what was attached to that; what was
# withdrawn stands for nothing.
_OF_ENTRIES = f"""
WITH RECURSIVE chain (shown, id) AS (
    SELECT value, value FROM json_each(?)
    UNION ALL
    SELECT chain.shown, e.correction_of FROM chain JOIN log_entry e ON e.id = chain.id
    WHERE e.correction_of IS NOT NULL AND e.is_withdrawal = 0
)
SELECT chain.shown, {ATTACHMENT.prefixed("a")}
FROM chain JOIN attachment a ON a.entry_id = chain.id ORDER BY a.rowid
"""


class AttachmentTable:
    """Reads and writes attachments; none is ever deleted."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def put(self, attachment: Attachment) -> None:
        """Write one."""
        self._rows.put(ATTACHMENT.table, ATTACHMENT.to_row(attachment))

    def by_id(self, attachment_id: str) -> Attachment | None:
        """Return one."""
        found = self._some("WHERE id = ?", attachment_id)
        return found[0] if found else None

    def held_by(self, entry_id: str) -> list[Attachment]:
        """Return what was attached to this very entry, also what was withdrawn."""
        return self._some("WHERE entry_id = ? ORDER BY position", entry_id)

    def of_entries(self, entry_ids: Iterable[str]) -> dict[str, list[Attachment]]:
        """Return what entries show: their own attachments and those of what they correct.

        One statement for a whole page, and next to none in a room without attachments.
        """
        if self._rows.one("SELECT 1 FROM attachment LIMIT 1") is None:
            return {}
        shown: dict[str, list[Attachment]] = {}
        for row in self._rows.query(_OF_ENTRIES, (json.dumps(list(entry_ids)),)):
            shown.setdefault(row[0], []).append(ATTACHMENT.from_row(row, 1))
        return shown

    def shown_with(self, listed: Sequence[ListedEntry]) -> list[ListedEntry]:
        """Return the entries of a page with their attachments, masked where that was decided."""
        if any(one.entry.incident_id is not None for one in listed):
            # Few pages hold an incident: only those pay for it.
            from dutydesk.store.incident_masking import IncidentMaskingTable  # noqa: PLC0415

            listed = IncidentMaskingTable(self._rows).entries(listed)
        found = self.of_entries(one.entry.id for one in listed)
        return [
            replace(one, attachments=tuple(found[one.entry.id])) if one.entry.id in found else one
            for one in listed
        ]

    def _some(self, where: str, *parameters: object) -> list[Attachment]:
        found = self._rows.query(
            f"SELECT {ATTACHMENT.columns} FROM attachment {where}", parameters
        )
        return [ATTACHMENT.from_row(row) for row in found]
