"""The keys contacts are looked up by: not journalled, made from the address book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dutydesk.domain.contact_lookup import NOBODY, ContactKeys, KeyKind, Lifted, Stage, stages_of
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.search_text import index_tokens, match_expression
from dutydesk.store.rows import Rows

# The code point behind every character: a prefix ends before it.
_LAST = "\U0010ffff"

_WITH_TEXT = " CROSS JOIN contact_text t ON t.contact_rowid = k.contact_rowid"
_HOLDS = " AND (instr(t.plain, ?) OR instr(t.typed, ?))"


class ContactLookup:
    """Writes keys and finds contacts by them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def put(self, rowid: int, keys: ContactKeys) -> None:
        """Write the keys of one contact anew."""
        self.drop(rowid)
        self._rows.execute_unjournalled(
            "INSERT INTO contact_text (contact_rowid, plain, typed) VALUES (?, ?, ?)",
            (rowid, keys.plain, keys.typed),
        )
        self._rows.execute_unjournalled(
            "INSERT INTO contact_search (rowid, body) VALUES (?, ?)",
            (rowid, index_tokens(keys.plain)),
        )
        for kind, key in sorted(keys.keys):
            self._rows.execute_unjournalled(
                "INSERT INTO contact_key (kind, key, contact_rowid) VALUES (?, ?, ?)",
                (kind.value, key, rowid),
            )

    def renew(
        self, cards: Iterable[ContactCard], keys: Callable[[ContactCard], ContactKeys]
    ) -> None:
        """Make the keys of some contacts anew; who is retired has none."""
        for card in cards:
            rowid = self.rowid_of(card.contact.id)
            if rowid is None:
                continue
            if card.contact.is_retired:
                self.drop(rowid)
            else:
                self.put(rowid, keys(card))

    def drop(self, rowid: int) -> None:
        """Forget the keys of one contact, so that it is no longer found."""
        for table in ("contact_key", "contact_text"):
            self._rows.execute_unjournalled(
                f"DELETE FROM {table} WHERE contact_rowid = ?", (rowid,)
            )
        self._rows.execute_unjournalled("DELETE FROM contact_search WHERE rowid = ?", (rowid,))

    def clear(self) -> None:
        """Forget all keys."""
        for table in ("contact_key", "contact_text"):
            self._rows.execute_unjournalled(f"DELETE FROM {table}")
        self._rows.execute_unjournalled(
            "INSERT INTO contact_search (contact_search) VALUES ('delete-all')"
        )

    def rowid_of(self, contact_id: str) -> int | None:
        """Return the local number of a contact."""
        found = self._rows.one("SELECT rowid FROM contact WHERE id = ?", (contact_id,))
        return int(found[0]) if found else None

    def is_complete(self) -> bool:
        """Tell by counting whether the people in service have keys; ``verify`` compares each.

        A migration that changes what keys are made of empties ``contact_text``, and the next
        start makes them anew.
        """
        found = self._rows.one(
            "SELECT (SELECT count(*) FROM contact WHERE NOT is_retired),"
            " (SELECT count(*) FROM contact_text),"
            " (SELECT count(*) FROM contact_search),"
            " (SELECT count(DISTINCT contact_rowid) FROM contact_key WHERE kind = ?)",
            (KeyKind.NAME.value,),
        )
        return found is not None and len(set(found)) == 1

    def keys_held(self) -> dict[int, ContactKeys]:
        """Return the keys of everybody as they are stored."""
        keys: dict[int, set[tuple[KeyKind, str]]] = {}
        for kind, key, rowid in self._rows.query(
            "SELECT kind, key, contact_rowid FROM contact_key"
        ):
            keys.setdefault(rowid, set()).add((KeyKind(kind), key))
        texts = self._rows.query("SELECT contact_rowid, plain, typed FROM contact_text")
        plain = {rowid: (plain, typed) for rowid, plain, typed in texts}
        return {
            rowid: ContactKeys(frozenset(keys.get(rowid, ())), *plain.get(rowid, ("", "")))
            for rowid in keys.keys() | plain.keys()
        }

    def find(self, words: Sequence[str], limit: int, lifted: Lifted = NOBODY) -> list[int]:
        """Return the local numbers of contacts that hold every word, best first.

        The first word decides the order; its stages are asked one after the other until there
        are enough, and a look at all texts comes last. Whoever is ``lifted`` stands before the
        others of the same stage.
        """
        if not words:
            return []
        found: dict[int, None] = {}
        for rowids in self._attempts(words, limit, lifted):
            found.update(dict.fromkeys(rowids))
            if len(found) >= limit:
                break
        return list(found)[:limit]

    def lifted(self, recent: Sequence[int]) -> Lifted:
        """Return some contacts, the foremost first, as those that stand before their equals."""
        if not recent:
            return NOBODY
        marks = f"({', '.join('?' * len(recent))})"
        keys: dict[int, set[tuple[KeyKind, str]]] = {rowid: set() for rowid in recent}
        for rowid, kind, key in self._rows.query(
            f"SELECT contact_rowid, kind, key FROM contact_key WHERE contact_rowid IN {marks}",
            recent,
        ):
            keys[rowid].add((KeyKind(kind), key))
        texts = self._rows.query(
            f"SELECT contact_rowid, plain, typed FROM contact_text WHERE contact_rowid IN {marks}",
            recent,
        )
        held = {rowid: (plain, typed) for rowid, plain, typed in texts}
        return Lifted(
            {
                rowid: ContactKeys(frozenset(kept), *held[rowid])
                for rowid, kept in keys.items()
                if rowid in held
            }
        )

    def _attempts(
        self, words: Sequence[str], limit: int, lifted: Lifted
    ) -> Iterator[Sequence[int]]:
        others = words[1:]
        for stage in stages_of(words[0]):
            if stage.kind is not KeyKind.TAIL:
                yield lifted.exactly(stage, others)
                yield self._exactly(stage, others, limit)
            yield lifted.by_prefix(stage, others)
            yield self._by_prefix(stage, others, limit)
        yield lifted.anywhere(words)
        yield self._anywhere(words, limit)

    def _exactly(self, stage: Stage, others: Sequence[str], limit: int) -> list[int]:
        where = "k.kind = ? AND k.key = ?"
        return self._keyed(where, (stage.kind.value, stage.prefix), others, limit)

    def _by_prefix(self, stage: Stage, others: Sequence[str], limit: int) -> list[int]:
        where = "k.kind = ? AND k.key >= ? AND k.key < ?"
        bounds = (stage.kind.value, stage.prefix, stage.prefix + _LAST)
        return self._keyed(where, bounds, others, limit)

    def _keyed(
        self, where: str, bounds: tuple[str, ...], others: Sequence[str], limit: int
    ) -> list[int]:
        joined = _WITH_TEXT if others else ""
        # A contact with many readings meets a prefix several times, so more rows are read.
        found = self._rows.query(
            f"SELECT k.contact_rowid FROM contact_key k{joined} WHERE {where}"
            f"{_HOLDS * len(others)} ORDER BY k.key, k.contact_rowid LIMIT ?",
            (*bounds, *_holding(others), limit * 4),
        )
        return list(dict.fromkeys(row[0] for row in found))

    def _anywhere(self, words: Sequence[str], limit: int) -> list[int]:
        """Look into all texts: the pairs of the first word lead, the texts themselves decide.

        What Latin letters begin has been tried by its own keys before.
        """
        expression = match_expression(list(words[:1]))
        if not expression:
            return []
        found = self._rows.query(
            "SELECT f.rowid FROM contact_search f"
            " CROSS JOIN contact_text t ON t.contact_rowid = f.rowid"
            f" WHERE contact_search MATCH ? AND instr(t.plain, ?){_HOLDS * (len(words) - 1)}"
            " ORDER BY f.rowid LIMIT ?",
            (expression, words[0], *_holding(words[1:]), limit * 2),
        )
        return [row[0] for row in found]


def _holding(words: Sequence[str]) -> Iterator[str]:
    """Yield what each word must be found as: anywhere as written, at a beginning as typed."""
    for word in words:
        yield word
        yield f"\n{word}"
