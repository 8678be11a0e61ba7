"""Use cases of the room and its settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.changes import Done
from dutydesk.domain.instants import from_text
from dutydesk.domain.officer import Actor
from dutydesk.domain.room import Room, check_unit
from dutydesk.domain.settings import ROOM_KEYS, SettingValue, check_room_setting
from dutydesk.store.store import Store


class SettingsService:
    """What an administrator sets for the unit."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def room(self) -> Room:
        """Return whose room this is."""
        with self._store.reading() as tables:
            return tables.room.get()

    def saved_at(self) -> datetime | None:
        """Return when the record was last written, aware UTC."""
        with self._store.reading() as tables:
            newest = tables.journal.newest()
        return from_text(newest.recorded_at) if newest else None

    def get(self, key: str) -> SettingValue:
        """Return the value in force of a room setting."""
        with self._store.reading() as tables:
            return tables.setting.get(key)

    def all(self) -> dict[str, SettingValue]:
        """Return every room setting in force."""
        with self._store.reading() as tables:
            return {key: tables.setting.get(key) for key in ROOM_KEYS}

    def put(self, values: dict[str, SettingValue], *, by: Actor) -> Done[dict[str, SettingValue]]:
        """Write settings together; raises BadInput for an unknown key or an unfit value."""
        for key, value in values.items():
            check_room_setting(key, value)
        with self._store.writing(actor=by.name, action="settings.put") as work:
            for key, value in values.items():
                work.tables.setting.put(key, value)
        return Done(values, work.changes)

    def save(
        self, unit: str, values: dict[str, SettingValue], *, by: Actor
    ) -> Done[dict[str, SettingValue]]:
        """Write the unit's name and settings together or not at all; raises BadInput."""
        check_unit(unit)
        for key, value in values.items():
            check_room_setting(key, value)
        with self._store.writing(actor=by.name, action="settings.save") as work:
            room = work.tables.room.get()
            if room.unit != unit:
                work.tables.room.put(replace(room, unit=unit))
            for key, value in values.items():
                work.tables.setting.put(key, value)
        return Done(values, work.changes)

    def rename_unit(self, unit: str, *, by: Actor) -> Done[Room]:
        """Change the unit's name; raises BadInput when empty, UnitUnfit."""
        check_unit(unit)
        with self._store.writing(actor=by.name, action="settings.rename_unit") as work:
            room = replace(work.tables.room.get(), unit=unit)
            work.tables.room.put(room)
        return Done(room, work.changes)
