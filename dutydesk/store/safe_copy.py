"""Copies of files that are whole or not there: written aside, checked, forced to disk, named."""

from __future__ import annotations

import os
import shutil
import threading
from itertools import count
from pathlib import Path

from dutydesk.domain.errors import BackupFailed, StoreDamaged
from dutydesk.store import driver
from dutydesk.store.driver_errors import to_store_error

_DAY = 24 * 60 * 60
# Of the 255 that a disk takes; the rest is for the mark.
_NAME_BYTES = 180

_copies = count()


def pending_name(target: Path) -> Path:
    """Return where a file is written aside; no two copies ever share it, also of two programs."""
    mark = f"{os.getpid()}-{threading.get_ident()}-{next(_copies)}"
    # A photo may bear the longest name a disk takes; with the mark behind it would be refused.
    name = target.name if len(target.name.encode()) <= _NAME_BYTES else target.name[:40]
    return target.with_name(f"{name}.{mark}.tmp")


def copy_database(source: driver.Connection, target: Path) -> None:
    """Copy an open database to ``target`` and check the copy; never a half file under that name.

    One step (all pages): stepwise copies restart at every commit and never end.
    Raises StoreDamaged when the source cannot be read or its copy is not sound, else BackupFailed.
    """
    pending = pending_name(target)
    try:
        copy = driver.connect(str(pending), isolation_level=None)
        try:
            # The whole file is forced to disk at the end, before it gets its name.
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
            problems = copy.execute("PRAGMA quick_check").fetchall()
        finally:
            copy.close()
        _check_sound(source, problems)
        sync_file(pending)
        pending.replace(target)
        sync_folder(target.parent)
    except StoreDamaged:
        pending.unlink(missing_ok=True)
        raise
    except (driver.Error, OSError) as error:
        pending.unlink(missing_ok=True)
        meaning = to_store_error(error, _file_of(source)) if isinstance(error, driver.Error) else 0
        if isinstance(meaning, StoreDamaged):
            raise meaning from error
        detail = error.strerror if isinstance(error, OSError) else ""
        raise BackupFailed(str(target), detail or str(error)) from error


def _check_sound(source: driver.Connection, problems: list[tuple[str]]) -> None:
    # The copy holds the very pages of its source: what is wrong here is wrong there.
    if problems != [("ok",)]:
        raise StoreDamaged(str(_file_of(source)), str(problems[0][0]))


def _file_of(connection: driver.Connection) -> Path:
    return Path(str(connection.execute("PRAGMA database_list").fetchone()[2]))


def drop_leftovers(folder: Path, newest: Path) -> None:
    """Remove what copies left aside that were killed: a day older than a copy just made."""
    try:
        limit = newest.stat().st_mtime - _DAY
        for left in folder.glob("*.db.*.tmp*"):
            if left.stat().st_mtime < limit:
                left.unlink(missing_ok=True)
    except OSError:
        # Another program may hold or have removed them; they are only in the way.
        return


def copy_file(source: Path, target: Path) -> None:
    """Copy a file byte for byte; never a half file under the target's name. Raises OSError."""
    pending = pending_name(target)
    try:
        shutil.copyfile(source, pending)
        sync_file(pending)
        pending.replace(target)
        sync_folder(target.parent)
    except OSError:
        pending.unlink(missing_ok=True)
        raise


def sync_file(path: Path) -> None:
    """Force a file's content to disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force a folder's names to disk; Windows has no such call and needs none."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
