"""From a backup back to a room: into a new folder, or in place of a damaged file.

Rules of this file: the backup is never written to; a damaged file is kept under another name,
its log with it; nothing is put in place before it was checked.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dutydesk.domain.backup import (
    BackupMade,
    BackupMissing,
    BackupNotSound,
    LostWrite,
    NoGoodBackup,
    NotABackup,
    Recovery,
    RestoreFailed,
    RestoreTargetNotEmpty,
)
from dutydesk.domain.errors import BackupFailed, NotARoom, StoreError
from dutydesk.domain.instants import china, from_text
from dutydesk.store import backup, database, driver, place, replica, safe_copy
from dutydesk.store.backup_choice import last_good_backup
from dutydesk.store.draft_rescue import carry_drafts
from dutydesk.store.lock import RoomLock
from dutydesk.store.store import FILE_NAME


def restore(file: Path, into: Path) -> tuple[Path, str]:
    """Restore a backup into a new or empty folder; returns the room's file and its head.

    The file is copied byte for byte, so the new room knows nothing of the restore; its first
    write takes a new replica. Archived papers and attachments beside the backup come along.
    Raises RestoreTargetNotEmpty, BackupMissing, NotABackup, BackupNotSound, RestoreFailed and
    store errors; then nothing was made.
    """
    if not file.is_file():
        raise BackupMissing(str(file))
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise RestoreTargetNotEmpty(str(into))
    head = _sound_head(file)
    missing = place.missing_folders(into)
    target = into / FILE_NAME
    try:
        place.make_folder(into)
        _place(file, target)
        after = backup.checked(target)
        if (after.ok, after.journal_head) != (True, head):
            raise RestoreFailed(str(target), "")
    except StoreError:
        target.unlink(missing_ok=True)
        place.remove_folders(missing)
        raise
    backup.copy_papers(file.parent, into)
    backup.bring_attachments(file, into)
    return target, head


def _sound_head(file: Path) -> str:
    try:
        found = backup.checked_whole(file)
    except NotARoom as error:
        raise NotABackup(str(file)) from error
    if not found.ok:
        raise BackupNotSound(str(file), len(found.problems))
    return found.journal_head


def recover(folder: Path, now: datetime, *, more: tuple[Path, ...] = ()) -> Recovery:
    """Put the last good backup in place of a damaged room and keep the damaged file.

    Looks into the data folder's own backups and into ``more``. The room must be closed. What was
    being typed comes along.
    Raises NoGoodBackup (then nothing was changed), StoreLocked, RestoreFailed.
    """
    lock = RoomLock(folder)
    lock.take("", now, wait_seconds=0)
    try:
        damaged = folder / FILE_NAME
        good = last_good_backup([folder / backup.FOLDER_NAME, *more], damaged)
        if good is None:
            raise NoGoodBackup(str(folder))
        lost, is_complete = _behind(damaged, good)
        fresh = folder / "room-restored.db"
        _place(Path(good.path), fresh)
        carry_drafts(damaged, fresh)
        kept = folder / f"room-damaged-{china(now):%Y%m%d-%H%M%S}.db"
        _set_aside(damaged, kept)
        fresh.replace(damaged)
        # A history that goes on from an older head must not carry the old replica's name.
        (folder / replica.FILE_NAME).unlink(missing_ok=True)
        safe_copy.sync_folder(folder)
        backup.bring_attachments(Path(good.path), folder)
    finally:
        lock.release()
    missing = backup.attachments_missing(damaged, folder)
    return Recovery(str(kept.resolve()), good, lost, is_complete, missing)


def _place(file: Path, target: Path) -> None:
    """Copy a room's file; one with a log beside it is copied by SQLite, or rows would be lost."""
    log = file.with_name(file.name + "-wal")
    try:
        if log.exists() and log.stat().st_size:
            reader = database.open_file(file)
            try:
                safe_copy.copy_database(reader, target)
            finally:
                reader.close()
        else:
            safe_copy.copy_file(file, target)
    except OSError as error:
        raise RestoreFailed(str(target), error.strerror or "") from error
    except BackupFailed as error:
        raise RestoreFailed(str(target), error.detail) from error


def _set_aside(damaged: Path, kept: Path) -> None:
    """Rename a damaged file with its log: the log first, it must never meet another file."""
    log = damaged.with_name(damaged.name + "-wal")
    if log.exists():
        log.replace(kept.with_name(kept.name + "-wal"))
    damaged.with_name(damaged.name + "-shm").unlink(missing_ok=True)
    if damaged.exists():
        damaged.replace(kept)


def _behind(damaged: Path, good: BackupMade) -> tuple[tuple[LostWrite, ...], bool]:
    """Read what the damaged file holds behind a backup, as far as it can be read."""
    lost: list[LostWrite] = []
    try:
        reader = database.open_file(damaged)
    except StoreError:
        return (), False
    try:
        sql = "SELECT recorded_at, actor, action, body FROM journal WHERE rowid > ? ORDER BY rowid"
        for recorded_at, actor, action, body in reader.execute(sql, (good.journal_rows,)):
            lost.append(LostWrite(from_text(recorded_at), actor, action, body))
    except (driver.DatabaseError, ValueError):
        return tuple(lost), False
    finally:
        reader.close()
    return tuple(lost), True
