"""Drafts: what is being typed and not yet on record; not journalled, gone once recorded."""

from __future__ import annotations

import json
from datetime import datetime

from dutydesk.domain.draft import Draft
from dutydesk.domain.instants import from_text, to_text
from dutydesk.domain.journal import canonical_json
from dutydesk.store.rows import Rows


class DraftTable:
    """Keeps drafts by the id that the record will have."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self, form: str) -> list[Draft]:
        """Return the drafts of one form, oldest first."""
        found = self._rows.query(
            "SELECT id, form, content, saved_at FROM draft WHERE form = ? ORDER BY rowid", (form,)
        )
        return [
            Draft(record_id, kind, json.loads(content), from_text(saved_at))
            for record_id, kind, content, saved_at in found
        ]

    def save(self, draft: Draft, at: datetime) -> None:
        """Write or replace one draft."""
        self._rows.execute_unjournalled(
            "INSERT INTO draft (id, form, content, saved_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET content = excluded.content,"
            " saved_at = excluded.saved_at",
            (draft.id, draft.form, canonical_json(draft.content), to_text(at)),
        )

    def drop(self, draft_id: str) -> None:
        """Remove one draft; none of that id is fine."""
        self._rows.execute_unjournalled("DELETE FROM draft WHERE id = ?", (draft_id,))
