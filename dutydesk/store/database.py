"""Opens the room's file: the only place that connects, sets pragmas and migrates.

Rules of this file: every connection gets the pragmas below; a file is checked (is it a room, is
its schema one we know) before anything reads it; a migration is backed up first.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import quote

from dutydesk import paths
from dutydesk.domain.errors import (
    NotARoom,
    StoreMissing,
    StoreOnNetwork,
    StoreReadOnly,
    StoreTooNew,
)
from dutydesk.store import backup, driver
from dutydesk.store.driver_errors import translated

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
    with translated(path):
        connection = _connect(path, "rw")
        _check_is_room(connection, path)
        for pragma in WRITER_PRAGMAS:
            connection.execute(pragma)
    return connection


def open_reader(path: Path) -> driver.Connection:
    """Open an existing room for reading only; works in a folder that cannot be written."""
    with translated(path):
        connection = _connect(path, "ro")
        try:
            _check_is_room(connection, path)
        except driver.OperationalError:
            # WAL needs its side files; where they cannot be made, nobody else can write either.
            connection.close()
            connection = _connect(path, "ro", "&immutable=1")
            _check_is_room(connection, path)
        for pragma in _READER_PRAGMAS:
            connection.execute(pragma)
    return connection


def create(path: Path) -> driver.Connection:
    """Create the room's file with the whole schema and return its writer."""
    with translated(path):
        connection = _connect(path, "rwc")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for pragma in WRITER_PRAGMAS:
            connection.execute(pragma)
        migrate(connection)
    return connection


def migrate(connection: driver.Connection) -> None:
    """Run the pending migrations; the version rises with each inside its own transaction."""
    # sqlite-utils costs over 100 ms to import, and a current room never needs it.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    steps = Migrations("dutydesk")
    for file in migration_files():
        _register(steps, file)
    steps.apply(Database(connection))


def _register(steps: object, file: Path) -> None:
    script = file.read_text(encoding="utf-8")
    number = int(file.name[:4])

    def run(db: object) -> None:
        for statement in statements(script):
            db.execute(statement)  # type: ignore[attr-defined]  # sqlite-utils' Database
        db.execute(f"PRAGMA user_version = {number}")  # type: ignore[attr-defined]  # same

    steps(name=file.stem)(run)  # type: ignore[operator]  # sqlite-utils' Migrations is callable


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


def schema_text(connection: driver.Connection) -> str:
    """Return the schema as SQL in order of creation, without tables that libraries made."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND substr(name, 1, 6) <> 'sqlite'"
        " AND substr(tbl_name, 1, 7) <> '_sqlite' AND name NOT GLOB '*_search_*'"
        " ORDER BY rowid"
    )
    return "\n\n".join(row[0].strip() + ";" for row in rows) + "\n"


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
    if found > schema_version():
        raise StoreTooNew(found, schema_version())


def ensure_writable(path: Path) -> None:
    """Raise StoreReadOnly when the folder or file cannot be written by this user."""
    import os  # noqa: PLC0415 -- access() has no pathlib form

    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise StoreReadOnly(str(path))


# Shares where WAL's shared memory cannot work (SQLite: "WAL does not work over a network").
_NETWORK_FILESYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "ncpfs", "davfs"}
)


def make_folder(folder: Path) -> None:
    """Make a data folder; raises StoreReadOnly, StoreOnNetwork."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreReadOnly(str(folder)) from error
    check_network(folder)


def check_place(path: Path) -> None:
    """Check that a room lies there, on a disk of this machine, in a folder that can be written.

    Raises StoreMissing, StoreOnNetwork, StoreReadOnly.
    """
    if not path.is_file():
        raise StoreMissing(str(path))
    check_network(path.parent)
    ensure_writable(path)


def check_network(folder: Path) -> None:
    """Raise StoreOnNetwork where the folder is mounted from elsewhere."""
    filesystem = filesystem_of(folder)
    if filesystem in _NETWORK_FILESYSTEMS:
        raise StoreOnNetwork(str(folder), filesystem)


def filesystem_of(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the type of the file system a folder lies on; empty where it cannot be told.

    On Windows a UNC path or a mapped drive counts as ``smb3``.
    """
    resolved = folder.resolve()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 -- Windows only

        remote_drive = 4
        is_remote = resolved.anchor.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(resolved.anchor) == remote_drive
        )
        return "smb3" if is_remote else ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, filesystem = "", ""
    for line in lines:
        place, kind = line.split(" ")[1:3]
        place = place.replace("\\040", " ")
        if resolved.is_relative_to(place) and len(place) >= len(best):
            best, filesystem = place, kind
    return filesystem


def bring_up_to_date(path: Path) -> None:
    """Migrate an older room, after a verified copy of it was laid beside it."""
    connection = open_writer(path)
    try:
        found = version_of(connection)
        if found < schema_version():
            copy = path.with_name(f"before-migration-{found:04d}.db")
            backup.copy_database(connection, copy)
            with translated(path):
                migrate(connection)
    finally:
        connection.close()
