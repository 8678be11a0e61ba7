"""Makes the search of an older room anew: traditional characters, and numbers with dashes.

Rules of this file: it runs inside the transaction of the migrations, so all of it is done or none;
only what is found in another way now is written, for most entries are not.
"""

from __future__ import annotations

import unicodedata

from dutydesk.domain.search_text import index_tokens, runs, tokens_of
from dutydesk.domain.simplified import TRADITIONAL, table
from dutydesk.store import driver
from dutydesk.store.entry_text import ENTRY_TEXTS, entry_text, entry_text_before

# Rooms of this version and later were searched as now from the beginning.
SINCE = 19


def refold(connection: driver.Connection) -> None:
    """Bring the search of entries and of contacts to what is made for new ones."""
    _refold_entries(connection)
    _refold_contacts(connection)


def _refold_entries(connection: driver.Connection) -> None:
    for rowid, *fields in connection.execute(ENTRY_TEXTS):
        old, new = entry_text_before(*fields), entry_text(*fields)
        before = _as_typed(old)
        if old == new and TRADITIONAL.isdisjoint(before):
            continue
        # The index keeps no text of its own: it is told what it once was given.
        connection.execute(
            "INSERT INTO log_search (log_search, rowid, body) VALUES ('delete', ?, ?)",
            (rowid, tokens_of(runs(before))),
        )
        connection.execute(
            "INSERT INTO log_search (rowid, body) VALUES (?, ?)", (rowid, index_tokens(new))
        )


def _refold_contacts(connection: driver.Connection) -> None:
    texts = connection.execute("SELECT contact_rowid, plain FROM contact_text").fetchall()
    for rowid, plain in texts:
        if TRADITIONAL.isdisjoint(plain):
            continue
        simpler = plain.translate(table())
        connection.execute(
            "UPDATE contact_text SET plain = ? WHERE contact_rowid = ?", (simpler, rowid)
        )
        connection.execute("DELETE FROM contact_search WHERE rowid = ?", (rowid,))
        connection.execute(
            "INSERT INTO contact_search (rowid, body) VALUES (?, ?)",
            (rowid, index_tokens(simpler)),
        )
        _refold_keys(connection, rowid)


def _refold_keys(connection: driver.Connection, rowid: int) -> None:
    keys = connection.execute(
        "SELECT kind, key FROM contact_key WHERE contact_rowid = ?", (rowid,)
    ).fetchall()
    for kind, key in keys:
        if TRADITIONAL.isdisjoint(key):
            continue
        connection.execute(
            "DELETE FROM contact_key WHERE kind = ? AND key = ? AND contact_rowid = ?",
            (kind, key, rowid),
        )
        # A post written both ways leaves one key.
        connection.execute(
            "INSERT OR IGNORE INTO contact_key (kind, key, contact_rowid) VALUES (?, ?, ?)",
            (kind, key.translate(table()), rowid),
        )


def _as_typed(text: str) -> str:
    """Return a text as the search of those rooms folded it."""
    return unicodedata.normalize("NFKC", text).casefold()
