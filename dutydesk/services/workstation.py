"""Use cases of this machine's own settings: palette, type size, sound."""

from __future__ import annotations

from pathlib import Path

from dutydesk.domain.errors import StoreReadOnly
from dutydesk.domain.settings import SettingValue
from dutydesk.exchange.workstation_file import read_workstation, write_workstation


class WorkstationService:
    """Keeps what belongs to the machine and not to the unit."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> dict[str, SettingValue]:
        """Return every workstation setting."""
        return read_workstation(self._file)

    def put(self, values: dict[str, SettingValue]) -> dict[str, SettingValue]:
        """Write some settings and return all; raises StoreReadOnly."""
        merged = {**self.all(), **values}
        try:
            write_workstation(self._file, merged)
        except OSError as error:
            raise StoreReadOnly(str(self._file)) from error
        return merged
