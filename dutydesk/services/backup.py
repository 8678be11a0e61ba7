"""Use cases of backups: on demand, by itself, and the way back."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from dutydesk.domain.backup import (
    AutomaticBackup,
    BackupIntoRoom,
    BackupMade,
    BackupName,
    RoomNotSound,
)
from dutydesk.domain.clock import Clock
from dutydesk.domain.errors import StoreError
from dutydesk.domain.instants import china
from dutydesk.store import backup, backup_choice, safe_copy
from dutydesk.store.store import Store

_LOG = logging.getLogger(__name__)


class BackupService:
    """Copies of the open room; reads only, so it may run beside a writing desk.

    One copy at a time, whoever asks: on demand, after a handover and for a new day may fall into
    the same second, on different threads.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._one_at_a_time = threading.Lock()
        self._looked: dict[Path, backup_choice.Found | None] = {}

    def backup_now(self, folder: Path) -> BackupMade:
        """Write a backup with the archived papers into any folder; tables and chain are checked.

        Raises BackupIntoRoom, BackupFailed, and StoreDamaged or RoomNotSound when the room itself
        is damaged: then the copy is removed, for nobody may take it for a good one.
        """
        if folder.resolve() == self._store.folder.resolve():
            raise BackupIntoRoom(str(folder))
        with self._one_at_a_time:
            made = backup.take(self._store.path, folder, self._clock.now())
            result = backup.checked_whole(Path(made.path))
            if not result.ok:
                Path(made.path).unlink(missing_ok=True)
                raise RoomNotSound(str(self._store.path), len(result.problems))
            return self._with_files(made, folder)

    def automatic(self) -> AutomaticBackup:
        """Back up into the data folder, then into the unit's backup folder if one is set.

        To be called after each handover and at the start of a day; both folders are thinned by
        age. A chosen folder that cannot be written is told in the result, never raised. Raises
        store errors only for the first copy.
        """
        with self._one_at_a_time:
            return self._automatic()

    def _automatic(self) -> AutomaticBackup:
        now, own = self._clock.now(), self._store.folder / backup.FOLDER_NAME
        made = backup.take(self._store.path, own, now)
        made = self._with_attachments(made, own)
        removed = self._thinned(own, made)
        chosen = self._chosen_folder()
        if chosen is None:
            return AutomaticBackup(made, removed=tuple(removed))
        try:
            second = self._second(chosen, now)
        except (StoreError, OSError) as error:
            return AutomaticBackup(
                made, unreachable=str(chosen), detail=str(error), removed=tuple(removed)
            )
        return AutomaticBackup(made, second, removed=tuple(removed))

    def automatic_of_the_day(self) -> AutomaticBackup | None:
        """Back up when this calendar day (China) has none yet, else do nothing."""
        with self._one_at_a_time:
            newest = self.newest()
            today = china(self._clock.now()).date()
            if newest is not None and china(newest).date() == today:
                return None
            return self._automatic()

    def newest(self) -> datetime | None:
        """Return when the backup in the data folder was taken that holds most of this room.

        Names alone do not tell: a clock that ran ahead for a morning leaves one that would be
        the newest for years.
        """
        files = backup.backups_in(self._store.folder / backup.FOLDER_NAME)
        found = [one for name, file in files if (one := self._looked_at(name, file))]
        now = self._clock.now()
        newest = backup_choice.newest_of(
            self._room_id(), [one for one in found if one.name.taken_at <= now] or found
        )
        return newest.name.taken_at if newest else None

    def _looked_at(self, name: BackupName, file: Path) -> backup_choice.Found | None:
        """Open each file once: the state of the record is asked for every minute."""
        if file not in self._looked:
            self._looked[file] = backup_choice.look(name, file)
        return self._looked[file]

    def _room_id(self) -> str | None:
        try:
            with self._store.reading() as tables:
                return tables.room.get().id
        except StoreError:
            return None

    def last_good_backup(self) -> BackupMade | None:
        """Return the backup of this room that passes its check and holds most of it."""
        chosen = self._chosen_folder()
        folders = [self._store.folder / backup.FOLDER_NAME, *([chosen] if chosen else [])]
        return backup_choice.last_good_backup(folders, self._store.path)

    def _second(self, chosen: Path, now: datetime) -> BackupMade:
        # A stick that is not plugged in must not become a folder on the system disk.
        if not chosen.is_dir():
            raise FileNotFoundError(str(chosen))
        made = backup.take(self._store.path, chosen, now)
        made = self._with_files(made, chosen)
        self._thinned(chosen, made)
        return made

    def _with_files(self, made: BackupMade, folder: Path) -> BackupMade:
        backup.copy_papers(self._store.folder, folder)
        return self._with_attachments(made, folder)

    def _with_attachments(self, made: BackupMade, folder: Path) -> BackupMade:
        missing = backup.copy_attachments(self._store.folder, folder, Path(made.path))
        return replace(made, attachments_missing=missing)

    def _thinned(self, folder: Path, made: BackupMade) -> list[str]:
        """Tidy up behind a backup that stands; what fails there is no reason to doubt it."""
        try:
            safe_copy.drop_leftovers(folder, Path(made.path))
            return backup.thin(self._store.path, folder, made.taken_at)
        except (StoreError, OSError):
            _LOG.warning("the backups of a folder could not be thinned")
            return []

    def _chosen_folder(self) -> Path | None:
        with self._store.reading() as tables:
            folder = str(tables.setting.get("backup_folder") or "")
        return Path(folder) if folder.strip() else None
