"""The check of a whole room: file, schema, chain, tables against the journal, search, attachments.

Rules of this file: nothing is written and no lock is taken; all is seen in one snapshot, so a
desk may go on writing beside; what cannot be read is a problem like any other, never a traceback.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dutydesk.domain.errors import StoreDamaged
from dutydesk.domain.journal import GENESIS
from dutydesk.domain.verification import (
    PROBLEM_CAP,
    ChainPoint,
    HeadFound,
    Problem,
    ProblemKind,
    Verification,
    VerifyStage,
    WatchStage,
)
from dutydesk.store import database, driver, schema
from dutydesk.store.attachment_check import check_attachments, orphans
from dutydesk.store.chain import check_chain, found_head, head_of
from dutydesk.store.driver_errors import translated
from dutydesk.store.rebuild import differences
from dutydesk.store.search_check import check_contact_search, check_search

# Steps of SQLite's machine: some milliseconds, so that a check ends soon after nobody wants it.
_STEPS_BETWEEN_ASKING = 200_000


def verify(
    path: Path, against: str | None = None, watch: WatchStage = lambda _stage: None
) -> Verification:
    """Check everything; ``against`` is a head of old, 64 or 16 lower-case hex digits.

    ``watch`` hears of each stage and is asked again some times a second; what it raises ends the
    check. A damaged file is a result; raises NotARoom, StoreMissing, StoreTooNew and the like.
    """
    problems: list[Problem] = []
    found: list[HeadFound] = []
    try:
        with _snapshot(path) as connection:
            for stage, check in _stages(connection, path.parent, watch).items():
                problems += _watched(connection, partial(watch, stage), check)
            if against is not None:
                problems += _readable(lambda: _check_head(connection, against, found))
            notices = _readable(lambda: orphans(connection, path.parent))
            rows, head = head_of(connection)
    except StoreDamaged as error:
        return _damaged(error, problems)
    where = found[0] if found else None
    return Verification(rows, head, tuple(problems[:PROBLEM_CAP]), tuple(notices), where)


def _stages(
    connection: driver.Connection, folder: Path, watch: WatchStage
) -> dict[VerifyStage, Callable[[], list[Problem]]]:
    return {
        VerifyStage.FILE: lambda: check_file(connection, "integrity_check"),
        VerifyStage.SCHEMA: lambda: check_schema(connection),
        VerifyStage.CHAIN: lambda: check_chain(connection)[1],
        VerifyStage.TABLES: lambda: differences(connection),
        VerifyStage.LOG_SEARCH: lambda: check_search(connection),
        VerifyStage.CONTACT_SEARCH: lambda: check_contact_search(connection),
        VerifyStage.ATTACHMENTS: lambda: check_attachments(
            connection, folder, partial(watch, VerifyStage.ATTACHMENTS)
        ),
    }


def _watched(
    connection: driver.Connection, ask: Callable[[], None], check: Callable[[], list[Problem]]
) -> list[Problem]:
    """Run one stage while SQLite asks now and then whether it is still wanted."""
    ended: list[BaseException] = []

    def is_unwanted() -> int:
        # SQLite swallows what is raised here and ends its statement; it is raised again below.
        try:
            ask()
        except BaseException as error:  # noqa: BLE001 - handed on as it is
            ended.append(error)
        return len(ended)

    ask()
    connection.set_progress_handler(is_unwanted, _STEPS_BETWEEN_ASKING)
    try:
        found = _readable(check)
    finally:
        connection.set_progress_handler(None, 0)
    if ended:
        raise ended[0]
    return found


def check_rebuild(path: Path) -> tuple[Problem, ...]:
    """Rebuild the tables from the journal and return where the room differs."""
    try:
        with _snapshot(path) as connection:
            return tuple(_readable(lambda: differences(connection)))
    except StoreDamaged as error:
        return _damaged(error, []).problems


def check_new(path: Path, after: ChainPoint | None) -> tuple[ChainPoint, Verification]:
    """Check the chain behind ``after``; with None also the pages of the file.

    Also for a file of an older schema: the chain tells the same under all of them.
    """
    end, problems = ChainPoint(), list[Problem]()
    try:
        with _snapshot(path, database.open_file) as connection:
            if after is None:
                problems += _readable(lambda: check_file(connection, "quick_check"))
            end, found = check_chain(connection, after)
            rows, head = head_of(connection)
    except StoreDamaged as error:
        return ChainPoint(), _damaged(error, problems)
    return end, Verification(rows, head, tuple(problems + found))


def check_whole(path: Path) -> Verification:
    """Check pages and chain, and the tables against the journal where the schema is ours.

    A backup from before an upgrade has other tables than a rebuild makes: of it only file and
    chain are checked.
    """
    problems: list[Problem] = []
    try:
        with _snapshot(path, database.open_file) as connection:
            problems += _readable(lambda: check_file(connection, "quick_check"))
            problems += _readable(lambda: check_chain(connection)[1])
            if database.version_of(connection) == database.schema_version():
                problems += _readable(lambda: differences(connection))
            rows, head = head_of(connection)
    except StoreDamaged as error:
        return _damaged(error, problems)
    return Verification(rows, head, tuple(problems[:PROBLEM_CAP]))


def _damaged(error: StoreDamaged, found: list[Problem]) -> Verification:
    """Return the result for a file that cannot be read to its end."""
    problem = Problem(ProblemKind.FILE, detail=error.detail)
    return Verification(0, GENESIS.hex(), (*found[: PROBLEM_CAP - 1], problem))


def check_file(connection: driver.Connection, pragma: str) -> list[Problem]:
    """Let SQLite check its pages: ``quick_check``, or ``integrity_check`` with the indexes."""
    found = [row[0] for row in connection.execute(f"PRAGMA {pragma}")]
    texts = [
        text.decode("utf-8", "replace") if isinstance(text, bytes) else text for text in found
    ]
    return [Problem(ProblemKind.FILE, detail=text) for text in texts if text != "ok"]


def check_schema(connection: driver.Connection) -> list[Problem]:
    """Compare tables, indexes and triggers with those of a new room of the same version."""
    if database.version_of(connection) != database.schema_version():
        return []
    connection.text_factory = str
    try:
        found = set(schema.schema_text(connection).split(";\n\n"))
    finally:
        connection.text_factory = bytes
    due = set(schema.fresh_schema().split(";\n\n"))
    return [
        Problem(ProblemKind.SCHEMA, detail=" ".join(part.split())[:80])
        for part in sorted(found ^ due)
    ]


def _check_head(
    connection: driver.Connection, digits: str, found: list[HeadFound]
) -> list[Problem]:
    where = found_head(connection, digits)
    if where is not None:
        found.append(where)
        return []
    return [Problem(ProblemKind.HEAD_UNKNOWN, "journal", detail=digits)]


def _readable(stage: Callable[[], list[Problem]]) -> list[Problem]:
    """Run one stage; a page that cannot be read ends it with a problem."""
    try:
        return stage()
    except driver.DatabaseError as error:
        return [_unreadable(error)]


def _unreadable(error: driver.Error) -> Problem:
    return Problem(ProblemKind.FILE, detail=str(error))


@contextmanager
def _snapshot(
    path: Path, opener: Callable[[Path], driver.Connection] = database.open_reader
) -> Iterator[driver.Connection]:
    connection = opener(path)
    try:
        with translated(path):
            # The search check keeps its words in a temporary table; the file is open read-only.
            connection.execute("PRAGMA query_only = OFF")
            connection.execute("BEGIN")
            connection.text_factory = bytes
            yield connection
    finally:
        connection.close()
