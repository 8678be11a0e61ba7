"""One entry that has to be there, and it with all it corrects and all that corrects it."""

from __future__ import annotations

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.errors import RecordUnknown
from dutydesk.store.tables import Tables


def entry_of(tables: Tables, entry_id: str) -> ListedEntry:
    """Return one entry; raises RecordUnknown."""
    found = tables.duty_log.by_id(entry_id)
    if found is None:
        raise RecordUnknown("log_entry", entry_id)
    return found


def chain_of(tables: Tables, entry_id: str) -> list[ListedEntry]:
    """Return every version of what an entry says, oldest first; raises RecordUnknown."""
    chain = [entry_of(tables, entry_id)]
    while (before := chain[0].entry.correction_of) is not None:
        chain.insert(0, entry_of(tables, before))
    while (after := chain[-1].corrected_by) is not None:
        chain.append(entry_of(tables, after))
    return chain
