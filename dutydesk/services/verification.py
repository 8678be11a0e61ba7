"""Use cases of checking the record: everything, the rebuilt tables, or only what is new."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.verification import (
    PROBLEM_CAP,
    ChainPoint,
    Problem,
    ProblemKind,
    Verification,
    WatchStage,
    head_from_text,
)
from dutydesk.store import verify
from dutydesk.store.store import Store


class VerificationService:
    """Checks the room; reads only, takes no lock, and may run beside a writing desk."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._checked: ChainPoint | None = None

    def verify(
        self, against: str | None = None, watch: WatchStage = lambda _stage: None
    ) -> Verification:
        """Check file, schema, chain, tables against journal, and search index.

        ``against`` is a chain head from an old handover record: 64 hex digits or the first 16,
        spaces and case do not matter. ``watch`` hears how far it is; what it raises ends the
        check. Raises BadInput when the head is neither.
        """
        head = head_from_text(against) if against is not None else None
        result = verify.verify(self._store.path, head, watch)
        if any(problem.kind is ProblemKind.FILE for problem in result.problems):
            return result
        problems = (*result.problems, *self._contact_keys())
        return replace(result, problems=problems[:PROBLEM_CAP])

    def _contact_keys(self) -> list[Problem]:
        """Make the keys of everybody anew and compare: who lost one is not found any more."""
        from dutydesk.exchange.contact_keys import keys_for  # noqa: PLC0415 -- only here

        with self._store.reading() as tables:
            contacts = tables.contacts.numbered(tables.contacts.rowids())
            made = zip(contacts, tables.contacts.cards_of(list(contacts.values())), strict=True)
            due = {rowid: (card.contact, keys_for(card)) for rowid, card in made}
            held = tables.contact_lookup.keys_held()
        found = [
            Problem(ProblemKind.SEARCH_INDEX, "contact_key", contact.id, detail=contact.name)
            for rowid, (contact, keys) in due.items()
            if held.get(rowid) != keys
        ]
        extra = [str(rowid) for rowid in held if rowid not in due]
        return found + [
            Problem(ProblemKind.SEARCH_INDEX, "contact_key", detail=rowid) for rowid in extra
        ]

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
