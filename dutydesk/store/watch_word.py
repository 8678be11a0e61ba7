"""The unit's watched words on file, the shipped ones, and the rules that quiet a mention."""

from __future__ import annotations

import json
from functools import cache
from itertools import count
from typing import Any

from dutydesk import paths
from dutydesk.domain.clock import Ids
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.watch_word import Negation, QuietRules, Watch, WatchWord
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

WORD = Mapper(WatchWord, "watch_word")


class WatchWordTable:
    """Reads and writes the words."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> list[WatchWord]:
        """Return every word in the unit's order, also those switched off.

        A room that is older than the list has the shipped words until it changes one.
        """
        found = self._rows.query(f"SELECT {WORD.columns} FROM watch_word ORDER BY order_no, rowid")
        return [WORD.from_row(row) for row in found] or shipped_words()

    def is_empty(self) -> bool:
        """Tell whether the unit has no list of its own yet."""
        return self._rows.one("SELECT 1 FROM watch_word LIMIT 1") is None

    def put(self, word: WatchWord) -> None:
        """Write a word, new or changed."""
        self._rows.put(WORD.table, WORD.to_row(word))

    def watch(self) -> Watch:
        """Return the words that count, with the rules that quiet a mention."""
        return Watch(tuple(word for word in self.all() if word.is_active), quiet_rules())


def shipped_words() -> list[WatchWord]:
    """Return the shipped words; their ids are theirs until they are copied into a room."""
    order = count(1)
    return [
        WatchWord(
            id=f"shipped-{line['word']}",
            word=line["word"],
            category=IncidentCategory(line["category"]) if line["category"] else None,
            kind=line["kind"],
            order_no=next(order),
        )
        for line in _document()["words"]
    ]


def seed(words: WatchWordTable, ids: Ids) -> dict[str, str]:
    """Copy the shipped words into a room; returns the new id for each shipped one."""
    from dataclasses import replace  # noqa: PLC0415 -- only while a room is made

    renamed = {word.id: ids.new() for word in shipped_words()}
    for word in shipped_words():
        words.put(replace(word, id=renamed[word.id]))
    return renamed


def quiet_rules() -> QuietRules:
    """Return the shipped rules."""
    quiet = _document()["quiet"]
    return QuietRules(
        before=tuple(Negation(one["text"], one["reach"]) for one in quiet["before"]),
        **{
            name: tuple(quiet[name])
            for name in ("links", "contrast", "after", "sentence", "sentence_unless")
        },
    )


@cache
def _document() -> dict[str, Any]:
    file = paths.resources_dir() / "watch_words.json"
    document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return document
