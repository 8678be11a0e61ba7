"""Use cases of checking the record: everything, the rebuilt tables, or only what is new."""

from __future__ import annotations

from dutydesk.domain.verification import ChainPoint, Problem, Verification, head_from_text
from dutydesk.store import verify
from dutydesk.store.store import Store


class VerificationService:
    """Checks the room; reads only, takes no lock, and may run beside a writing desk."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._checked: ChainPoint | None = None

    def verify(self, against: str | None = None) -> Verification:
        """Check file, schema, chain, tables against journal, and search index.

        ``against`` is a chain head from an old handover record: 64 hex digits or the first 16,
        spaces and case do not matter. Raises BadInput when it is neither.
        """
        head = head_from_text(against) if against is not None else None
        return verify.verify(self._store.path, head)

    def differences(self) -> tuple[Problem, ...]:
        """Rebuild the tables from the journal in a temporary database and compare."""
        return verify.check_rebuild(self._store.path)

    def check_new(self) -> Verification:
        """Check pages and chain the first time, later only what was recorded since."""
        end, result = verify.check_new(self._store.path, self._checked)
        self._checked = end if result.ok else None
        if result.ok:
            self._store.note_head()
        return result
