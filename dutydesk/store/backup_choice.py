"""Which backup a damaged room goes back to: one of this very room, the one that holds most.

Rules of this file: nothing is written; what cannot be read is passed over. A stick may hold the
backups of several rooms, and the clock of a machine may have been wrong for a day, so neither the
newest name nor the folder decides: the room's own id and the number of journal rows do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from dutydesk.domain.backup import BackupMade, BackupName
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import StoreError
from dutydesk.store import database, driver, replica
from dutydesk.store.backup import backups_in, checked_whole
from dutydesk.store.chain import FRAMED, head_of
from dutydesk.store.driver_errors import translated

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """One backup as its file tells: how much it holds, of which room."""

    name: BackupName
    file: Path
    rows: int
    head: str
    room_id: str
    unit: str

    @property
    def order(self) -> tuple[object, ...]:
        """Return what tells the one that holds more; names only decide between equal ones."""
        return self.rows, self.name.taken_at, self.file.name


def found_in(folders: Iterable[Path]) -> list[Found]:
    """Return the backups of the folders that can be opened, each once."""
    found: dict[Path, Found] = {}
    for folder in folders:
        for name, file in backups_in(folder):
            one = look(name, file)
            if one is not None:
                found[file.resolve()] = one
    return list(found.values())


def newest_of(room_id: str | None, found: Iterable[Found]) -> Found | None:
    """Return the backup that holds most of a room; of any room where None is known."""
    mine = [one for one in found if room_id in {None, one.room_id}]
    return max(mine, key=lambda one: one.order, default=None)


def last_good_backup(folders: list[Path], room: Path | None = None) -> BackupMade | None:
    """Return the backup of ``room`` that passes its check and holds most.

    The first folder is the room's own. Whose room it is tell the file itself, else the note of
    its replica, else the backups of its own folder; when nothing does, any room's may be offered,
    and whoever asks must show ``unit``.
    """
    found = found_in(folders)
    room_id = _room_in(room, found, folders) if room is not None else None
    mine = [one for one in found if room_id in {None, one.room_id}]
    if room is not None and room_id is not None:
        mine = [one for one in mine if not _parted(room, one)]
    for one in sorted(mine, key=lambda one: one.order, reverse=True):
        try:
            result = checked_whole(one.file)
        except StoreError:
            continue
        if result.ok:
            place = str(one.file.resolve())
            return BackupMade(
                place, one.name.taken_at, result.journal_rows, result.journal_head, one.unit
            )
    return None


def look(name: BackupName, file: Path) -> Found | None:
    """Open one backup and tell what it holds; None where it cannot be read."""

    def job(reader: driver.Connection) -> Found:
        rows, head = head_of(reader)
        room = reader.execute("SELECT id, unit FROM room ORDER BY rowid LIMIT 1").fetchone()
        return Found(name, file, rows, head, *(room or ("", "")))

    return _read(file, job)


def _room_in(room: Path, found: list[Found], folders: list[Path]) -> str | None:
    """Return the id of the room that lay there, None when nothing can tell."""
    own = _read(room, _id_of)
    if own:
        return own
    note = replica.read_note(room.parent)
    for one in sorted(found, key=lambda one: one.order, reverse=True):
        if note is not None and _read(one.file, lambda reader: _wrote(reader, note.replica)):
            return one.room_id
    of_own_folder = newest_of(None, [one for one in found if one.file.parent == folders[0]])
    return of_own_folder.room_id if of_own_folder else None


def _id_of(reader: driver.Connection) -> str:
    found = reader.execute("SELECT id FROM room ORDER BY rowid LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def _wrote(reader: driver.Connection, name: str) -> bool:
    found = reader.execute("SELECT 1 FROM journal WHERE replica = ? LIMIT 1", (name,))
    return found.fetchone() is not None


def _parted(room: Path, one: Found) -> bool:
    """Tell whether a backup goes on from an older head in another way than the damaged file.

    Only a row that is sound in itself is believed: a damaged one says nothing about a backup.
    """

    def row_at(reader: driver.Connection, rowid: int) -> tuple[bytes, bytes] | None:
        sql = f"SELECT {FRAMED}, hash FROM journal WHERE rowid = ?"
        found: tuple[bytes, bytes] | None = reader.execute(sql, (rowid,)).fetchone()
        return found

    rows = _read(room, lambda reader: head_of(reader)[0])
    if not rows or not one.rows:
        return False
    common = min(rows, one.rows)
    ours = _read(room, lambda reader: row_at(reader, common))
    theirs = _read(one.file, lambda reader: row_at(reader, common))
    if ours is None or theirs is None or hashlib.sha256(ours[0]).digest() != ours[1]:
        return False
    return ours[1] != theirs[1]


def _read(file: Path, job: Callable[[driver.Connection], T]) -> T | None:
    """Run a job on a file as far as it can be read; None where it cannot."""
    try:
        reader = database.open_file(file)
        try:
            with translated(file):
                return job(reader)
        finally:
            reader.close()
    except StoreError:
        return None
