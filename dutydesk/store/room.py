"""The one row that says whose room this is."""

from __future__ import annotations

from dutydesk.domain.room import Room
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

ROOM = Mapper(Room, "room")


class RoomTable:
    """Reads and writes the room."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self) -> Room:
        """Return the room; every file has one from its first transaction on."""
        return ROOM.from_row(self._rows.query(f"SELECT {ROOM.columns} FROM room")[0])

    def put(self, room: Room) -> None:
        """Write the room."""
        self._rows.put(ROOM.table, ROOM.to_row(room))
