"""New rooms without running every migration again: most tests want a room, not its making.

The file with the whole schema is made once a process, by the program itself, and copied for each
further room. Tests of the store and of opening rooms run the migrations for every room.
"""

import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from dutydesk.store import database, driver

_made: list[bytes] = []


class QuickDatabase(ModuleType):
    """Stands where ``assembly.opening`` finds the store's module; only ``create`` differs."""

    def __init__(self) -> None:
        super().__init__("quick_database")

    def __getattr__(self, name: str) -> Any:
        return getattr(database, name)

    @staticmethod
    def create(path: Path) -> driver.Connection:
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        path.write_bytes(_schema())
        return database.open_writer(path)


def _schema() -> bytes:
    if not _made:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "room.db"
            database.create(file).close()
            _made.append(file.read_bytes())
    return _made[0]
