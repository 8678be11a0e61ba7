"""The unit's phrases on file, how often each was chosen, and the shipped ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import count

from dutydesk import paths
from dutydesk.domain.clock import Ids
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text, to_text
from dutydesk.domain.phrase import Phrase, PhraseUse
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

PHRASE = Mapper(Phrase, "phrase")


class PhraseTable:
    """Reads and writes phrases, and counts beside the record how often they are chosen."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> list[Phrase]:
        """Return every phrase in the unit's order, also those switched off."""
        found = self._rows.query(f"SELECT {PHRASE.columns} FROM phrase ORDER BY order_no, rowid")
        return [PHRASE.from_row(row) for row in found]

    def put(self, phrase: Phrase) -> None:
        """Write a phrase, new or changed."""
        self._rows.put(PHRASE.table, PHRASE.to_row(phrase))

    def uses(self) -> dict[str, PhraseUse]:
        """Return how often each phrase was chosen, by its id."""
        found = self._rows.query("SELECT phrase_id, use_count, last_used_at FROM phrase_use")
        return {key: PhraseUse(times, from_text(last)) for key, times, last in found}

    def count_use(self, phrase_id: str, at: datetime) -> None:
        """Count that a phrase was chosen once more."""
        self._rows.execute_unjournalled(
            "INSERT INTO phrase_use (phrase_id, use_count, last_used_at) VALUES (?, 1, ?)"
            " ON CONFLICT (phrase_id) DO UPDATE SET use_count = use_count + 1,"
            " last_used_at = excluded.last_used_at",
            (phrase_id, to_text(at)),
        )


def shipped(ids: Ids, first_no: int = 1) -> Iterator[Phrase]:
    """Yield the shipped phrases in order, numbered from ``first_no``."""
    file = paths.resources_dir() / "phrases.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    order = count(first_no)
    for line in document["phrases"]:
        kind = EntryKind(line["kind"]) if line["kind"] else None
        yield Phrase(id=ids.new(), text=line["text"], kind=kind, order_no=next(order))


def seed(phrase: PhraseTable, ids: Ids) -> None:
    """Copy the shipped phrases into a new room; from then on they are the unit's."""
    for one in shipped(ids):
        phrase.put(one)
