"""The searched text of entries as they lie on file, damaged or not."""

from __future__ import annotations

import json

from dutydesk.domain.duty_log import SEARCHED
from dutydesk.domain.log_search import whole_text

_PHONE = SEARCHED.index("phone")
_COLUMNS = ", ".join(f"CAST({name} AS BLOB)" for name in SEARCHED)

# The local number of each entry, then what ``entry_text`` takes.
ENTRY_TEXTS = f"SELECT rowid, CAST(details AS BLOB), {_COLUMNS} FROM log_entry"


def joined(*fields: bytes) -> str:
    """Return fields one a line; what cannot be read is marked in its place."""
    return "\n".join([field.decode("utf-8", "replace") for field in fields])


def entry_text(details: bytes, *fields: bytes) -> str:
    """Return what search looks through."""
    return whole_text(joined(*fields), joined(fields[_PHONE]), _details(details))


def entry_text_before(details: bytes, *fields: bytes) -> str:
    """Return what search looked through before numbers stood there without their dashes."""
    return whole_text(joined(*fields), "", _details(details))


def _details(text: bytes) -> dict[str, str]:
    try:
        kept = json.loads(text)
    except ValueError:
        # Damaged, so it is told as the word that is missing.
        return {}
    return kept if isinstance(kept, dict) else {}
