"""Backups of a room: taken in one step while entries are written, checked, found, thinned.

Rules of this file: a backup carries its final name only after the copy was opened again and told
the same chain head as the room; only backups of this very room are ever deleted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dutydesk.domain.backup import BackupMade, BackupName, is_plausible, name_from_text, to_keep
from dutydesk.domain.errors import BackupFailed
from dutydesk.domain.verification import Verification
from dutydesk.store import attachment_check, attachment_files, database, safe_copy
from dutydesk.store.chain import head_of
from dutydesk.store.driver_errors import translated
from dutydesk.store.verify import check_new, check_whole

FOLDER_NAME = "backups"
PAPERS_NAME = "papers"


def take(room: Path, folder: Path, now: datetime) -> BackupMade:
    """Write a backup of the room into ``folder``, which is made when missing.

    Raises BackupFailed and what opening the room raises.
    """
    make_backup_folder(folder)
    reader = database.open_file(room)
    try:
        with translated(room):
            # The copy is made inside this snapshot, so both tell of the same rows.
            reader.execute("BEGIN")
            rows, head = head_of(reader)
            target = folder / str(BackupName(now, head[:8]))
            safe_copy.copy_database(reader, target)
            reader.execute("ROLLBACK")
    finally:
        reader.close()
    copied = head_in(target)
    if copied != (rows, head):
        target.unlink(missing_ok=True)
        raise BackupFailed(str(target), copied[1])
    return BackupMade(str(target.resolve()), now, rows, head)


def make_backup_folder(folder: Path) -> None:
    """Make the folder for backups; raises BackupFailed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BackupFailed(str(folder), error.strerror or "") from error


def head_in(file: Path) -> tuple[int, str]:
    """Open a room's file read-only and return its journal rows and head; raises StoreError."""
    reader = database.open_file(file)
    try:
        with translated(file):
            return head_of(reader)
    finally:
        reader.close()


def checked(file: Path) -> Verification:
    """Check pages and the whole chain of a backup; raises StoreError when it is no room."""
    return check_new(file, None)[1]


def checked_whole(file: Path) -> Verification:
    """Check pages, chain and tables: before somebody relies on a copy. Raises StoreError."""
    return check_whole(file)


def backups_in(folder: Path) -> list[tuple[BackupName, Path]]:
    """Return the backups of a folder by their names, newest first; none where it is missing."""
    if not folder.is_dir():
        return []
    found = [
        (name, file)
        for file in folder.iterdir()
        if (name := name_from_text(file.name)) is not None
    ]
    return sorted(found, key=lambda pair: (pair[0].taken_at, pair[1].name), reverse=True)


def thin(room: Path, folder: Path, now: datetime) -> list[str]:
    """Delete the backups of this room that need not be kept; returns their names.

    A stick may hold backups of other rooms: a file whose head is not in our journal stays. A
    ``now`` that lies far behind all before it deletes nothing: the clock may be wrong.
    """
    found = backups_in(folder)
    ours = _heads_of_ours(room, {name.head8 for name, _ in found})
    mine = [(name, file) for name, file in found if name.head8 in ours]
    mine.sort(key=lambda pair: (ours[pair[0].head8], pair[0].taken_at))
    if not is_plausible(now, (name.taken_at for name, _ in mine if name.taken_at < now)):
        return []
    kept = to_keep((name.taken_at for name, _ in mine), now)
    removed = []
    for name, file in mine:
        if name.taken_at not in kept:
            try:
                file.unlink(missing_ok=True)
            except OSError:
                # Open elsewhere, or on a stick that only reads: it goes another day.
                continue
            removed.append(file.name)
    return removed


def _heads_of_ours(room: Path, heads: set[str]) -> dict[str, int]:
    """Return which heads stand in our journal, each with its row."""
    reader = database.open_file(room)
    try:
        with translated(room):
            marks = ", ".join("?" * len(heads))
            found = reader.execute(
                f"SELECT substr(hash, 1, 4), rowid FROM journal"
                f" WHERE substr(hash, 1, 4) IN ({marks})",
                [bytes.fromhex(head) for head in sorted(heads)],
            ).fetchall()
    finally:
        reader.close()
    return {head.hex(): rowid for head, rowid in found}


def copy_papers(source: Path, target: Path) -> int:
    """Copy archived papers that are missing in ``target``; returns how many.

    Papers are named by their SHA-256: what does not match its name is not copied. Raises
    BackupFailed.
    """
    copied = 0
    for paper in _papers_in(source):
        place = target / PAPERS_NAME / paper.name
        if place.exists():
            continue
        make_backup_folder(place.parent)
        try:
            if hashlib.sha256(paper.read_bytes()).hexdigest() == paper.stem:
                safe_copy.copy_file(paper, place)
                copied += 1
        except OSError as error:
            raise BackupFailed(str(place), error.strerror or "") from error
    return copied


def copy_attachments(source: Path, target: Path, file: Path | None = None) -> tuple[str, ...]:
    """Put the files of attachments beside backups, each once and for good.

    The room's own backups get links, or nothing where there are none: the files lie next door.
    Returns the names of attachments of the backup ``file`` that could not be put there, for
    their own file is missing or damaged. Raises BackupFailed.
    """
    is_own = target == source / FOLDER_NAME
    attachment_files.copy_new(source, target, by_link_only=is_own)
    if file is None:
        return ()
    return attachments_missing(file, source if is_own else target)


def bring_attachments(file: Path, into: Path) -> None:
    """Bring the files of attachments back that lie beside a backup, or beside the room's own."""
    attachment_files.copy_new(file.parent, into)
    if file.parent.name == FOLDER_NAME:
        attachment_files.copy_new(file.parent.parent, into)


def attachments_missing(file: Path, folder: Path) -> tuple[str, ...]:
    """Return the names of a room's attachments whose files are not in a folder."""
    reader = database.open_file(file)
    try:
        with translated(file):
            # A backup from before there were attachments has none to miss.
            sql = "SELECT 1 FROM sqlite_master WHERE name = 'attachment'"
            if reader.execute(sql).fetchone() is None:
                return ()
            return tuple(attachment_check.missing_names(reader, folder))
    finally:
        reader.close()


def _papers_in(folder: Path) -> Iterator[Path]:
    place = folder / PAPERS_NAME
    if place.is_dir():
        yield from sorted(place.glob("*.pdf"))
