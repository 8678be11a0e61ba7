"""What was being typed in a room that is damaged, taken along into the one that replaces it."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

from dutydesk.domain.errors import StoreError
from dutydesk.store import database, driver

log = logging.getLogger(__name__)

_READ = "SELECT id, form, content, saved_at FROM draft ORDER BY rowid"
_WRITE = (
    "INSERT INTO draft (id, form, content, saved_at) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at"
)

DraftRow = tuple[str, str, str, str]


def carry_drafts(damaged: Path, fresh: Path) -> int:
    """Write the drafts that can still be read into ``fresh``, a room nobody has open; count them.

    Drafts are no part of the record: what cannot be taken along stops no recovery and stays in
    the damaged file, which is kept.
    """
    found = _readable(damaged)
    if not found:
        return 0
    try:
        with closing(driver.connect(str(fresh))) as room, room:
            room.execute("PRAGMA synchronous = FULL")
            room.executemany(_WRITE, found)
    except driver.Error as error:
        log.warning("drafts not carried over: %s", error)
        return 0
    return len(found)


def _readable(damaged: Path) -> list[DraftRow]:
    found: list[DraftRow] = []
    try:
        with closing(database.open_file(damaged)) as reader:
            found.extend(reader.execute(_READ))
    except (StoreError, driver.DatabaseError) as error:
        log.info("reading drafts broke off: %s", type(error).__name__)
    return found
