"""Use cases of the unit's phrases: offer, choose, put, move, take the shipped ones."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.phrase import Phrase, check_phrase, ranked
from dutydesk.domain.search_text import holds, query_words
from dutydesk.store.store import Store


class PhraseService:
    """What an officer chooses from, and what an administrator does with it."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def phrases(self) -> list[Phrase]:
        """Return every phrase in the unit's order, also those switched off."""
        with self._store.reading() as tables:
            return tables.phrase.all()

    def offered(self, text: str = "", kind: EntryKind | None = None) -> list[Phrase]:
        """Return what may be chosen, best first; ``text`` is Chinese, pinyin or initials of it."""
        with self._store.reading() as tables:
            phrases, uses = tables.phrase.all(), tables.phrase.uses()
        words = query_words(text)
        found = ranked(phrases, uses, self._clock.now(), kind)
        return [one for one in found if all(_is_meant(word, one.text) for word in words)]

    def used(self, phrase_id: str) -> None:
        """Count that a phrase was chosen; no part of the record."""
        with self._store.unjournalled() as tables:
            tables.phrase.count_use(phrase_id, self._clock.now())

    def new(self, text: str, kind: EntryKind | None) -> Phrase:
        """Return a phrase to be put, behind all others."""
        last = max((one.order_no for one in self.phrases()), default=0)
        return Phrase(id=self._ids.new(), text=text.strip(), kind=kind, order_no=last + 1)

    def put(self, phrase: Phrase, *, by: Actor) -> Done[Phrase]:
        """Write a phrase, new or changed; raises what ``check_phrase`` raises."""
        with self._store.writing(actor=by.name, action="phrase.put") as work:
            check_phrase(phrase, work.tables.phrase.all())
            work.tables.phrase.put(phrase)
        return Done(phrase, work.changes)

    def move(self, phrase_id: str, steps: int, *, by: Actor) -> Done[None]:
        """Move a phrase up (negative) or down in the unit's order; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="phrase.move") as work:
            phrases = work.tables.phrase.all()
            at = next((n for n, one in enumerate(phrases) if one.id == phrase_id), None)
            if at is None:
                raise RecordUnknown("phrase", phrase_id)
            moved = phrases.pop(at)
            phrases.insert(min(max(at + steps, 0), len(phrases)), moved)
            for number, one in enumerate(phrases, 1):
                if one.order_no != number:
                    work.tables.phrase.put(replace(one, order_no=number))
        return Done(None, work.changes)

    def take_shipped(self, *, by: Actor) -> Done[int]:
        """Add the shipped phrases that the unit has not, and return how many there were.

        A room from before there were phrases begins with none; what was switched off stays so.
        """
        # Only an old room asks for them.
        from dutydesk.store.phrase import shipped  # noqa: PLC0415

        with self._store.writing(actor=by.name, action="phrase.take_shipped") as work:
            present = work.tables.phrase.all()
            known = {(one.text, one.kind) for one in present}
            last = max((one.order_no for one in present), default=0)
            fresh = [
                one for one in shipped(self._ids, last + 1) if (one.text, one.kind) not in known
            ]
            for one in fresh:
                work.tables.phrase.put(one)
        return Done(len(fresh), work.changes)


def _is_meant(word: str, text: str) -> bool:
    if holds([word], text):
        return True
    if not (word.isascii() and word.isalpha()):
        return False
    # pypinyin takes a moment to load; who writes Chinese or a digit never waits for it.
    from dutydesk.exchange.pinyin_match import is_typed_as  # noqa: PLC0415

    return is_typed_as(word, text)
