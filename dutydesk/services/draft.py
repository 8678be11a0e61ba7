"""Use cases of drafts: what is being typed is kept, given back, forgotten."""

from __future__ import annotations

from dutydesk.domain.clock import Clock
from dutydesk.domain.draft import Draft
from dutydesk.store.store import Store


class DraftService:
    """Keeps drafts on disk; they are no part of the record and are not journalled."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def keep(self, draft: Draft) -> None:
        """Keep what is being typed, in place of what this draft held before."""
        with self._store.unjournalled() as tables:
            tables.draft.save(draft, self._clock.now())

    def drop(self, draft_id: str) -> None:
        """Forget a draft that was given up; none of that id is fine."""
        with self._store.unjournalled() as tables:
            tables.draft.drop(draft_id)

    def of_form(self, form: str) -> list[Draft]:
        """Return what was being typed into a form when the desk closed, oldest first."""
        with self._store.reading() as tables:
            return tables.draft.all(form)
