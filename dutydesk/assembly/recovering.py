"""Brings a room back from its backups."""

# ruff: noqa: PLC0415 -- recovery is loaded only when something has to be recovered

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dutydesk.assembly.clocks import SystemClock
from dutydesk.domain.clock import Clock

if TYPE_CHECKING:
    from dutydesk.domain.backup import BackupMade, Recovery


def restore_room(file: Path, into: Path) -> tuple[Path, str]:
    """Restore a backup into a new or empty folder; returns the room's file and its chain head.

    Raises RestoreTargetNotEmpty, BackupNotSound and store errors.
    """
    from dutydesk.store import recovery

    return recovery.restore(file, into)


def attachments_missing(room: Path) -> tuple[str, ...]:
    """Return the names of a restored room's attachments whose files did not come along."""
    from dutydesk.store import backup

    return backup.attachments_missing(room, room.parent)


def recover_room(
    folder: Path, *, clock: Clock | None = None, more: tuple[Path, ...] = ()
) -> Recovery:
    """Put the last good backup in place of a damaged room, which must be closed.

    The damaged file is kept; ``more`` names further folders with backups. Raises NoGoodBackup.
    """
    from dutydesk.store import recovery

    return recovery.recover(folder, (clock or SystemClock()).now(), more=more)


def holds_backups(folder: Path) -> bool:
    """Tell whether a data folder holds backups, sound or not: then a room was here once."""
    from dutydesk.store import backup

    return bool(backup.backups_in(folder / backup.FOLDER_NAME))


def last_good_backup(folder: Path, more: tuple[Path, ...] = ()) -> BackupMade | None:
    """Return the sound backup that holds most of a room; ``more`` names further folders."""
    from dutydesk.store import backup, backup_choice
    from dutydesk.store.store import FILE_NAME

    folders = [folder / backup.FOLDER_NAME, *more]
    return backup_choice.last_good_backup(folders, folder / FILE_NAME)
