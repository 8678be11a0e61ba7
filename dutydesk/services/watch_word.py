"""Use cases of the keyword watch: the unit's list of words."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.officer import Actor
from dutydesk.domain.watch_word import Watch, WatchWord, checked
from dutydesk.store import watch_word
from dutydesk.store.offering import Offering
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


class WatchWordService:
    """What an administrator does with the list, and what the forms watch with."""

    def __init__(self, store: Store, ids: Ids, offering: Offering) -> None:
        self._store = store
        self._ids = ids
        self._offering = offering

    def words(self) -> list[WatchWord]:
        """Return every word in the unit's order, also those switched off."""
        with self._store.reading() as tables:
            return tables.watch_word.all()

    def watch(self) -> Watch:
        """Return the words that count, for a form that watches what is typed."""
        with self._store.reading() as tables:
            return tables.watch_word.watch()

    def new(
        self, word: str, category: IncidentCategory | None = None, kind: str = ""
    ) -> WatchWord:
        """Return a word to be put, behind all others."""
        last = max((one.order_no for one in self.words()), default=0)
        return WatchWord(
            id=self._ids.new(), word=word, category=category, kind=kind, order_no=last + 1
        )

    def put(self, word: WatchWord, *, by: Actor) -> Done[WatchWord]:
        """Write a word, new or changed; the same one twice is written once.

        The first change makes the shipped list the unit's own. Raises WatchWordUnfit,
        WatchWordExists.
        """
        with self._store.writing(actor=by.name, action="watch_word.put") as work:
            word = self._owned(work.tables, word)
            words = work.tables.watch_word.all()
            word = checked(word, words)
            if word not in words:
                work.tables.watch_word.put(word)
        self._offering.forget()
        return Done(word, work.changes)

    def switch(self, word_id: str, *, is_active: bool, by: Actor) -> Done[WatchWord]:
        """Let a word count or not; it stays on the list. Raises RecordUnknown."""
        found = next((one for one in self.words() if one.id == word_id), None)
        if found is None:
            raise RecordUnknown("watch_word", word_id)
        return self.put(replace(found, is_active=is_active), by=by)

    def _owned(self, tables: Tables, word: WatchWord) -> WatchWord:
        if not tables.watch_word.is_empty():
            return word
        renamed = watch_word.seed(tables.watch_word, self._ids)
        return replace(word, id=renamed.get(word.id, word.id))
