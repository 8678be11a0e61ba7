"""The check of the chain: every journal row hashed again, in the order recorded.

Rules of this file: SQLite builds the bytes that are hashed, because taking ten columns apart in
Python costs three times the hashing itself; a test holds them equal to ``domain.journal.framed``.
Bytes are never decoded, so damaged text is found like any other damage.
"""

from __future__ import annotations

import hashlib
from itertools import count

from dutydesk.domain.instants import from_text
from dutydesk.domain.journal import GENESIS
from dutydesk.domain.verification import (
    PROBLEM_CAP,
    ChainPoint,
    HeadFound,
    Problem,
    ProblemKind,
)
from dutydesk.store import driver

# The same bytes as domain.journal.framed(). One concat() copies each of them once, where a chain
# of ``||`` copies the row again at every step: a fifth off the whole check.
FRAMED = (
    "CAST(concat(prev, octet_length(replica), ',', octet_length(actor), ',',"
    " octet_length(action), ',', octet_length(body), ',', seq, ',', tick, ',',"
    " schema_version, ':', recorded_at, replica, actor, action, body) AS BLOB)"
)

_FAST = f"SELECT {FRAMED}, hash FROM journal WHERE rowid > ? ORDER BY rowid"
_SLOW = f"SELECT rowid, prev, hash, {FRAMED} FROM journal WHERE rowid > ? ORDER BY rowid"

_BATCH = 1000


def check_chain(
    connection: driver.Connection, after: ChainPoint | None = None
) -> tuple[ChainPoint, list[Problem]]:
    """Check what was recorded behind ``after`` and return the new end with what is wrong.

    Without ``after``, or when the row it names has changed, everything is checked.
    """
    start = _still_there(connection, after)
    end = _sound_part(connection, start)
    newest = connection.execute("SELECT max(rowid) FROM journal").fetchone()[0] or 0
    if end.rowid == newest:
        return end, []
    return end, _faults(connection, start)


def _still_there(connection: driver.Connection, after: ChainPoint | None) -> ChainPoint:
    if after is None or after.rowid == 0:
        return ChainPoint()
    sql = "SELECT hash FROM journal WHERE rowid = ?"
    found = connection.execute(sql, (after.rowid,)).fetchone()
    return after if found == (after.hash,) else ChainPoint()


def _sound_part(connection: driver.Connection, start: ChainPoint) -> ChainPoint:
    """Walk until the first row that does not fit; rowids are counted, not read."""
    last, number, sha256 = start.hash, start.rowid, hashlib.sha256
    rows = connection.execute(_FAST, (start.rowid,))
    while batch := rows.fetchmany(_BATCH):
        for framed, sealed in batch:
            if not framed.startswith(last) or sha256(framed).digest() != sealed:
                return ChainPoint(number, last)
            last = sealed
            number += 1
    return ChainPoint(number, last)


def _faults(connection: driver.Connection, start: ChainPoint) -> list[Problem]:
    """Name what is wrong, row by row, each row measured against the one before as it stands."""
    problems: list[Problem] = []
    last, expected = start.hash, count(start.rowid + 1)
    for rowid, prev, sealed, framed in connection.execute(_SLOW, (start.rowid,)):
        due = next(expected)
        if rowid != due:
            detail = f"{due}-{rowid - 1}"
            problems.append(Problem(ProblemKind.JOURNAL_GAP, journal_rowid=rowid, detail=detail))
            expected = count(rowid + 1)
        if prev != last:
            problems.append(Problem(ProblemKind.JOURNAL_LINK, journal_rowid=rowid))
        if hashlib.sha256(framed).digest() != sealed:
            problems.append(Problem(ProblemKind.JOURNAL_HASH, journal_rowid=rowid))
        if len(problems) >= PROBLEM_CAP:
            break
        last = sealed
    return problems


def head_of(connection: driver.Connection) -> tuple[int, str]:
    """Return how many journal rows there are and the hash of the newest as 64 hex digits."""
    found = connection.execute(
        "SELECT rowid, hash FROM journal ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    return (found[0], found[1].hex()) if found else (0, GENESIS.hex())


def found_head(connection: driver.Connection, digits: str) -> HeadFound | None:
    """Return where a head that was printed once, whole or its beginning, stands in the chain.

    A row whose time cannot be read was damaged, which the check of the chain tells; it proves
    nothing, so it counts as not found.
    """
    start = bytes.fromhex(digits)
    # As bytes, whatever the connection makes of texts: a check must not stumble over damage.
    sql = (
        "SELECT rowid, CAST(recorded_at AS BLOB) FROM journal WHERE substr(hash, 1, ?) = ? LIMIT 1"
    )
    found = connection.execute(sql, (len(start), start)).fetchone()
    if found is None:
        return None
    printed = connection.execute(
        "SELECT CAST(handover_no AS BLOB) FROM handover"
        " WHERE substr(journal_head, 1, ?) = ? LIMIT 1",
        (len(digits), digits),
    ).fetchone()
    try:
        recorded_at = from_text(found[1].decode())
    except ValueError:
        return None
    number = printed[0].decode(errors="replace") if printed else ""
    return HeadFound(found[0], recorded_at, number)
