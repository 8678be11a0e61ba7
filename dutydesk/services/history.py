"""Use cases of the history of records: what stood in any of them before."""

from __future__ import annotations

from dutydesk.domain.journal import HistoryStep
from dutydesk.store.store import Store


class HistoryService:
    """Tells from the journal how a record of any table came to be what it is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def steps(self, table: str, record_id: str) -> list[HistoryStep]:
        """Return every journalled state of a record, oldest first; none of that id gives none."""
        with self._store.reading() as tables:
            return tables.journal.history(table, record_id)
