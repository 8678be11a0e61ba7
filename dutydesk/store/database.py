"""Opens the room's file: the only place that connects, sets pragmas and migrates.

Rules of this file: every connection gets the pragmas below; a file is checked (is it a room, is
its schema one we know) before anything reads it; a migration is backed up first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from dutydesk import paths
from dutydesk.domain.errors import (
    NotARoom,
    StoreError,
    StoreFull,
    StoreMissing,
    StoreNotMigrated,
    StoreReadOnly,
    StoreTooNew,
    StoreTooOld,
    StoreUnreadable,
)
from dutydesk.store import driver, safe_copy
from dutydesk.store.driver_errors import to_store_error, translated
from dutydesk.store.place import can_write

# "DuDk": marks the file as a DutyDesk room.
APPLICATION_ID = 0x4475446B

BUSY_TIMEOUT_MS = 5000

_SHARED_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA recursive_triggers = ON",
)

# Full sync at each commit: what is acknowledged survives a power cut (stack notes, SQLite).
WRITER_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA wal_autocheckpoint = 1000",
    "PRAGMA cache_size = -16384",
    *_SHARED_PRAGMAS,
)

_READER_PRAGMAS = ("PRAGMA cache_size = -4096", "PRAGMA query_only = ON", *_SHARED_PRAGMAS)

_MIGRATION_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")


def migration_files() -> list[Path]:
    """Return the numbered migration files in order."""
    return sorted(
        file for file in paths.migrations_dir().iterdir() if _MIGRATION_NAME.fullmatch(file.name)
    )


def schema_version() -> int:
    """Return the version this program writes: the number of its last migration."""
    return int(migration_files()[-1].name[:4])


def open_writer(path: Path) -> driver.Connection:
    """Open an existing, current room for writing; raises StoreError subclasses."""
    try:
        with translated(path):
            connection = _connect(path, "rw")
            with _closed_on_failure(connection):
                _check_is_room(connection, path)
                for pragma in WRITER_PRAGMAS:
                    connection.execute(pragma)
    except StoreUnreadable as error:
        # Where its side files cannot be made, SQLite only says that it cannot open the room.
        if can_write(path.parent):
            raise
        raise StoreReadOnly(str(path)) from error
    return connection


def open_reader(path: Path) -> driver.Connection:
    """Open a room of the present schema for reading; raises StoreTooOld for an older one."""
    connection = open_file(path)
    with translated(path), _closed_on_failure(connection):
        found = version_of(connection)
        if found < schema_version():
            raise StoreTooOld(found, schema_version())
    return connection


def open_file(path: Path) -> driver.Connection:
    """Open a room's file of any schema we know, to read its journal and pages.

    A backup from before an upgrade must be checked and restored. Works in a folder that cannot
    be written.
    """
    with translated(path):
        connection = _connect(path, "ro")
        try:
            with _closed_on_failure(connection):
                _check_is_room(connection, path)
        except driver.OperationalError:
            # WAL needs its side files; where they cannot be made, nobody else can write either.
            # A log that was left behind holds entries that an immutable reading would not show.
            if can_write(path.parent) or _left_behind(path):
                raise
            connection = _connect(path, "ro", "&immutable=1")
            _check_is_room(connection, path)
        with _closed_on_failure(connection):
            for pragma in _READER_PRAGMAS:
                connection.execute(pragma)
    return connection


@contextmanager
def _closed_on_failure(connection: driver.Connection) -> Iterator[None]:
    """Close on failure, so that the file can be renamed or replaced at once."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _left_behind(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def create(path: Path) -> driver.Connection:
    """Create a file with the whole schema and return its writer; what lay there is replaced."""
    with translated(path):
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        connection = _connect(path, "rwc")
        with _closed_on_failure(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            for pragma in WRITER_PRAGMAS:
                connection.execute(pragma)
            migrate(connection)
    return connection


def put_in_place(pending: Path, path: Path) -> None:
    """Give a finished, closed file its name, so that a room is there whole or not at all.

    Raises StoreFull when its closing left pages in the side file, which the name would lose.
    """
    if _left_behind(pending):
        raise StoreFull(str(path))
    safe_copy.sync_file(pending)
    pending.replace(path)
    safe_copy.sync_folder(path.parent)


def migrate(connection: driver.Connection) -> None:
    """Run the pending migrations in one transaction: all of them, or the room stays as it was.

    A stop in between would leave a version that no program was ever released with. Foreign keys
    rest meanwhile: a table that others refer to could not be built anew otherwise. Each migration
    checks them at its end. Raises StoreNotMigrated.
    """
    # sqlite-utils costs over 100 ms to import, and a current room never needs it.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    from dutydesk.store import refold  # noqa: PLC0415 -- as above

    steps = Migrations("dutydesk")
    for file in migration_files():
        _register(steps, file)
    # Outside of any transaction: inside one the pragma does nothing.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        database = Database(connection)
        with database.atomic():
            before = version_of(connection)
            steps.apply(database)
            if 0 < before < refold.SINCE:
                refold.refold(connection)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _register(steps: object, file: Path) -> None:
    script = file.read_text(encoding="utf-8")
    number = int(file.name[:4])

    def run(db: object) -> None:
        connection: driver.Connection = db.conn  # type: ignore[attr-defined]  # sqlite-utils' Database
        try:
            for statement in statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        except driver.Error as error:
            raise _not_migrated(connection, file, error) from error
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        if loose:
            table, rowid, other, _ = loose[0]
            detail = f"{table} {rowid} -> {other}, {len(loose)}"
            raise StoreNotMigrated(_path_of(connection), file.stem, detail)

    steps(name=file.stem)(run)  # type: ignore[operator]  # sqlite-utils' Migrations is callable


def _not_migrated(connection: driver.Connection, file: Path, error: driver.Error) -> StoreError:
    """Return what stopped a migration: the environment, or the migration itself."""
    path = Path(_path_of(connection))
    meaning = to_store_error(error, path)
    if isinstance(meaning, StoreUnreadable):
        return StoreNotMigrated(str(path), file.stem, str(error))
    return meaning


def _path_of(connection: driver.Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def statements(script: str) -> list[str]:
    """Cut a migration into statements; triggers hold semicolons of their own.

    Statement by statement keeps the migration inside the caller's transaction.
    """
    found: list[str] = []
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if driver.complete_statement(pending) and pending.strip():
            found.append(pending.strip())
            pending = ""
    return found


def version_of(connection: driver.Connection) -> int:
    """Return the schema version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _connect(path: Path, mode: str, more: str = "") -> driver.Connection:
    if mode != "rwc" and not path.exists():
        raise StoreMissing(str(path))
    return driver.connect(
        f"file:{quote(str(path))}?mode={mode}{more}", uri=True, isolation_level=None
    )


def _check_is_room(connection: driver.Connection, path: Path) -> None:
    if int(connection.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
        raise NotARoom(str(path))
    found = version_of(connection)
    if found > schema_version() or _unknown_migrations(connection):
        raise StoreTooNew(max(found, schema_version() + 1), schema_version())


def _unknown_migrations(connection: driver.Connection) -> set[str]:
    """Return the steps a file went through that this program has not: it was made by a later one.

    The version alone does not tell when a step of that program failed to raise it.
    """
    ran = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'")
    if ran.fetchone() is None:
        return set()
    steps = connection.execute("SELECT name FROM _sqlite_migrations")
    return {str(name) for (name,) in steps} - {file.stem for file in migration_files()}


def is_older(path: Path) -> bool:
    """Tell whether a room has an older schema; False for what is no sound room."""
    try:
        with translated(path):
            connection = _connect(path, "ro")
            try:
                return 0 < version_of(connection) < schema_version()
            finally:
                connection.close()
    except StoreError:
        return False


def bring_up_to_date(path: Path, keep: Callable[[], object]) -> None:
    """Migrate an older room, after ``keep`` has backed it up; a failing backup stops it."""
    connection = open_writer(path)
    try:
        if version_of(connection) < schema_version():
            keep()
            with translated(path):
                migrate(connection)
    finally:
        connection.close()
