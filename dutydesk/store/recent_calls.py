"""Which contacts were called lately, read from the calls of the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.contact_lookup import KeyKind
from dutydesk.domain.instants import from_text
from dutydesk.domain.recent_calls import CallMade, numbers_called
from dutydesk.domain.repeat_caller import CALLS
from dutydesk.store.rows import Rows

# Some days of a busy room: what lies before has hardly any weight left.
_LOOKED_AT = 400


class RecentCallsTable:
    """Reads the newest entries only, so that the age of the room costs nothing."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def rowids(self, now: datetime) -> list[int]:
        """Return the local numbers of contacts called lately, the weightiest number first.

        A number that several people share lifts each of them.
        """
        numbers = numbers_called(self._calls(), now)
        owners = self._owners(numbers)
        return list(dict.fromkeys(rowid for n in numbers for rowid in owners.get(n, ())))

    def _calls(self) -> list[CallMade]:
        kinds = sorted(kind.value for kind in CALLS)
        found = self._rows.query(
            "SELECT phone, at FROM log_entry"
            " WHERE rowid > (SELECT coalesce(max(rowid), 0) FROM log_entry) - ?"
            f" AND kind IN ({', '.join('?' * len(kinds))}) AND phone <> ''",
            (_LOOKED_AT, *kinds),
        )
        return [CallMade(phone, from_text(at)) for phone, at in found]

    def _owners(self, numbers: Sequence[str]) -> dict[str, list[int]]:
        marks = ", ".join("?" * len(numbers))
        found = self._rows.query(
            f"SELECT key, contact_rowid FROM contact_key WHERE kind = ? AND key IN ({marks})"
            " ORDER BY contact_rowid",
            (KeyKind.NUMBER.value, *numbers),
        )
        owners: dict[str, list[int]] = {}
        for key, rowid in found:
            owners.setdefault(key, []).append(rowid)
        return owners
