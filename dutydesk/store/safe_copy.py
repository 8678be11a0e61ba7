"""Copies of files that are whole or not there: written aside, checked, forced to disk, named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dutydesk.domain.errors import BackupFailed
from dutydesk.store import driver


def copy_database(source: driver.Connection, target: Path) -> None:
    """Copy an open database to ``target`` and check the copy; never a half file under that name.

    One step (all pages): stepwise copies restart at every commit and never end.
    Raises BackupFailed.
    """
    pending = target.with_name(target.name + ".tmp")
    pending.unlink(missing_ok=True)
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
        if problems != [("ok",)]:
            raise BackupFailed(str(target), str(problems[0][0]))
        sync_file(pending)
        pending.replace(target)
        sync_folder(target.parent)
    except (driver.Error, OSError) as error:
        pending.unlink(missing_ok=True)
        raise BackupFailed(str(target), str(error)) from error


def copy_file(source: Path, target: Path) -> None:
    """Copy a file byte for byte; never a half file under the target's name. Raises OSError."""
    pending = target.with_name(target.name + ".tmp")
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
