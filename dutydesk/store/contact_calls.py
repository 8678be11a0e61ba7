"""Calls on record with people of the contacts, for their cards."""

from __future__ import annotations

from dutydesk.domain.contact_call import CalledAs, ContactCall
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text
from dutydesk.store.rows import Rows

# Looked for among the newest entries only, so that the age of the room costs nothing.
NEWEST = 5_000

_CALLS = "e.kind IN ('incoming_call', 'outgoing_call')"
# What was corrected or taken back is not what was said.
_HOLDS = (
    "e.is_automatic = 0 AND e.is_withdrawal = 0 AND NOT EXISTS"
    " (SELECT 1 FROM log_entry c WHERE c.correction_of = e.id)"
)
_SINCE = "e.rowid > (SELECT coalesce(max(rowid), 0) FROM log_entry) - ?"
_BARE = "replace(replace(e.phone, '-', ''), ' ', '')"


class ContactCalls:
    """Reads calls; none is written here."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, who: CalledAs, limit: int) -> list[ContactCall]:
        """Return the newest calls with somebody, by any number or by name and unit."""
        numbers = ", ".join("?" * len(who.numbers))
        units = ", ".join("?" * (len(who.units) + 1))
        found = self._rows.query(
            f"SELECT e.id, e.at, e.kind, e.text, e.recorder FROM log_entry e WHERE {_SINCE}"
            f" AND {_CALLS} AND ({_BARE} IN ({numbers})"
            f" OR (e.person = ? AND e.source IN ({units})))"
            f" AND {_HOLDS} ORDER BY e.at DESC, e.rowid DESC LIMIT ?",
            (NEWEST, *who.numbers, who.name, *who.units, "", limit),
        )
        return [
            ContactCall(row[0], from_text(row[1]), EntryKind(row[2]), row[3], row[4])
            for row in found
        ]
