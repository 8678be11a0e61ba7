"""Makes the first room of a unit: all of it or nothing, so that a cancelled start leaves no trace.

Everything is built in a folder of its own inside the data folder and moved out when it is whole,
the room's file last.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.clock import Clock
from dutydesk.domain.errors import RoomExists, StoreFull, StoreUnreadable
from dutydesk.domain.first_room import BackupFolderMissing, FirstRoom, check_first_room
from dutydesk.domain.officer import Actor
from dutydesk.store import database, place
from dutydesk.store.lock import LOCK_NAME, NOTE_NAME, RoomLock
from dutydesk.store.store import FILE_NAME

_MAKING = "room-in-the-making"
_BY = Actor("desk")


def found_room(folder: Path, first: FirstRoom, clock: Clock) -> None:
    """Make the room of a unit with its shifts, rules, officers and backup folder; leaves it shut.

    Raises RoomExists, StoreLocked, store errors, and the refusals of ``check_first_room``.
    """
    check_first_room(first)
    if first.backup_folder and not Path(first.backup_folder).is_dir():
        raise BackupFolderMissing(first.backup_folder)
    built(folder, clock, lambda making: _filled(making, first, clock))


def found_practice(folder: Path, clock: Clock) -> None:
    """Make a practice room with a day of invented data; one that is there already stays.

    Raises StoreLocked and store errors.
    """
    if not (folder / FILE_NAME).exists():
        built(folder, clock, lambda making: build_demo(making, clock.now()))


Build = Callable[[Path], DutyRoom]


def built(folder: Path, clock: Clock, build: Build) -> None:
    """Make a room aside and bring it out whole; raises RoomExists and store errors."""
    is_new = not folder.exists()
    place.make_folder(folder)
    lock = RoomLock(folder)
    lock.take("", clock.now(), wait_seconds=0)
    making = folder / _MAKING
    try:
        if (folder / FILE_NAME).exists():
            raise RoomExists(str(folder))
        shutil.rmtree(making, ignore_errors=True)
        build(making).close()
        _move_out(making, folder)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        place_text = str(folder)
        raise (
            StoreFull(place_text) if full else StoreUnreadable(place_text, error.strerror or "")
        ) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
        lock.release()
        if is_new and not (folder / FILE_NAME).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _filled(making: Path, first: FirstRoom, clock: Clock) -> DutyRoom:
    room = create_room(making, NewRoom(first.unit.strip(), rule_set=first.rule_set), clock)
    room.settings.put(
        {"shift_pattern": first.shift_pattern, "backup_folder": first.backup_folder}, by=_BY
    )
    for officer in first.officers:
        room.officer.add(officer.name, officer.role, officer.pin, phone=officer.phone, by=_BY)
    return room


def _move_out(making: Path, folder: Path) -> None:
    """Bring out what was built; the room's file comes last, for with it the room is there."""
    for made in making.iterdir():
        if made.name not in {FILE_NAME, LOCK_NAME, NOTE_NAME}:
            made.replace(folder / made.name)
    database.put_in_place(making / FILE_NAME, folder / FILE_NAME)
