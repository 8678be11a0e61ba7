"""Makes a room, opens one for writing, opens one for reading."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from dutydesk.assembly.clocks import SystemClock, system_ids
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.errors import RoomExists
from dutydesk.domain.room import Room, check_unit
from dutydesk.store import database, place, replica
from dutydesk.store.lock import LOCK_NAME, RoomLock
from dutydesk.store.store import FILE_NAME, Store


def create_room(
    folder: Path, new: NewRoom, clock: Clock | None = None, ids: Ids | None = None
) -> DutyRoom:
    """Make a data folder with its room and return it open for writing, locked by us.

    Raises BadInput, UnitUnfit, RoomExists and store errors.
    """
    clock, ids = clock or SystemClock(), ids or system_ids()
    path = folder / FILE_NAME
    if path.exists():
        raise RoomExists(str(folder))
    check_unit(new.unit)
    missing = place.missing_folders(folder)
    lock = RoomLock(folder)
    try:
        place.make_folder(folder)
        lock.take("", clock.now(), wait_seconds=0)
        _fill(folder, new, clock, ids)
    except BaseException:
        was_ours = lock.is_held
        lock.release()
        # Nobody waits for the lock of a folder without a room, so its file may go as well.
        if was_ours and not path.exists():
            with suppress(OSError):
                (folder / LOCK_NAME).unlink()
        place.remove_folders(missing)
        raise
    return DutyRoom(Store(path, clock, ids), clock, ids, lock=lock)


def _fill(folder: Path, new: NewRoom, clock: Clock, ids: Ids) -> None:
    """Make the file aside and name it once filled: a room is there whole or not at all."""
    # Looked at again: another start may have made the room before we held the lock.
    if (folder / FILE_NAME).exists():
        raise RoomExists(str(folder))
    pending = folder / "room-new.db"
    store = Store(pending, clock, ids)
    try:
        _fill_pending(store, new, clock, ids)
        database.put_in_place(pending, folder / FILE_NAME)
    except BaseException:
        for suffix in ("", "-wal", "-shm"):
            pending.with_name(pending.name + suffix).unlink(missing_ok=True)
        (folder / replica.FILE_NAME).unlink(missing_ok=True)
        raise


def _fill_pending(store: Store, new: NewRoom, clock: Clock, ids: Ids) -> None:
    # Only a new room is filled; the desk opens without these.
    from dutydesk.store import (  # noqa: PLC0415
        checklist,
        equipment,
        incident_seed,
        phrase,
        watch_word,
    )

    try:
        store.adopt(database.create(store.path))
        with store.writing(actor="program", action="room.create") as work:
            work.tables.room.put(
                Room(
                    id=ids.new(),
                    unit=new.unit,
                    is_practice=new.is_practice,
                    created_at=clock.now(),
                )
            )
            work.tables.setting.put("rule_set", new.rule_set)
            incident_seed.seed(work.tables, new.rule_set, ids)
            checklist.seed(work.tables.checklist, ids)
            equipment.seed(work.tables.equipment, clock.now(), ids)
            phrase.seed(work.tables.phrase, ids)
            watch_word.seed(work.tables.watch_word, ids)
    finally:
        # Left open, Windows would not let the next try replace the file.
        store.close()


def open_room(
    folder: Path, *, clock: Clock | None = None, ids: Ids | None = None, wait_seconds: float = 5
) -> DutyRoom:
    """Open a room for writing; waits for another writer, then raises StoreLocked."""
    clock, ids = clock or SystemClock(), ids or system_ids()
    path = folder / FILE_NAME
    place.check_place(path)
    lock = RoomLock(folder)
    lock.take("", clock.now(), wait_seconds=wait_seconds)
    try:
        database.bring_up_to_date(path, partial(_back_up, path, clock))
    except BaseException:
        lock.release()
        raise
    room = DutyRoom(Store(path, clock, ids), clock, ids, lock=lock)
    if isinstance(clock, SystemClock):
        # A practice clock is set on purpose; only the machine's can be found put back.
        room.store.before_first_write = room.before_first_write
    return room


def _back_up(path: Path, clock: Clock) -> None:
    """Take an ordinary backup: recovery finds it when the new program turns out to be at fault."""
    # Most starts bring nothing up to date.
    from dutydesk.store import backup  # noqa: PLC0415

    backup.take(path, path.parent / backup.FOLDER_NAME, clock.now())


def read_room(folder: Path, *, clock: Clock | None = None) -> DutyRoom:
    """Open a room for reading only; takes no lock and works beside an open desk."""
    clock = clock or SystemClock()
    path = folder / FILE_NAME
    if path.is_file() and database.is_older(path):
        # An update was installed: whoever looks first brings the room up to date, with a backup.
        open_room(folder, clock=clock, wait_seconds=0).close()
    store = Store(path, clock, system_ids(), is_read_only=True)
    return DutyRoom(store, clock, system_ids())
