"""Facts about the room itself, for the page 关于: read only, and quick in a room of any age."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import from_text
from dutydesk.store import backup, backup_choice, driver
from dutydesk.store.store import Store


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """What lies in the data folder; ``file_bytes`` counts the room's file with its log."""

    data_folder: str
    unit: str
    is_practice: bool
    created_at: datetime
    file_bytes: int
    entries: int
    journal_rows: int
    journal_head: str
    saved_at: datetime | None
    backup_at: datetime | None
    backups: int
    backup_folder: str
    is_backup_folder_there: bool
    free_bytes: int


class AboutService:
    """Tells what the room is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def facts(self) -> RoomFacts:
        """Return the facts as they stand; raises store errors."""
        with self._store.reading() as tables:
            room = tables.room.get()
            newest = tables.journal.newest()
            entries = tables.duty_log.count()
            rows, head = tables.journal.count(), tables.journal.head()
            chosen = str(tables.setting.get("backup_folder") or "")
        backups = backup_choice.found_in([self._store.folder / backup.FOLDER_NAME])
        newest_backup = backup_choice.newest_of(room.id, backups)
        return RoomFacts(
            data_folder=str(self._store.folder.resolve()),
            unit=room.unit,
            is_practice=room.is_practice,
            created_at=room.created_at,
            file_bytes=self._bytes(),
            entries=entries,
            journal_rows=rows,
            journal_head=head,
            saved_at=from_text(newest.recorded_at) if newest else None,
            backup_at=newest_backup.name.taken_at if newest_backup else None,
            backups=len(backups),
            backup_folder=chosen,
            is_backup_folder_there=bool(chosen) and Path(chosen).is_dir(),
            free_bytes=shutil.disk_usage(self._store.folder).free,
        )

    def sqlite_version(self) -> str:
        """Return the version of the SQLite that keeps the room."""
        return ".".join(str(part) for part in driver.SQLITE_VERSION)

    def _bytes(self) -> int:
        path = self._store.path
        files = (path, path.with_name(path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())
