"""Makes a practice room in which a past day of a real room comes in once more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.first_room import built
from dutydesk.assembly.opening import create_room, read_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.drill import Drill, DrillIntoRealRoom
from dutydesk.domain.drill_kit import UnitKit
from dutydesk.domain.officer import Actor
from dutydesk.domain.shift import Posts
from dutydesk.store.store import FILE_NAME

PIN = "246810"
"""Everybody's PIN in a practice room, as in the demo."""

_BY = Actor("demo")


@dataclass(frozen=True, slots=True)
class DrillRoom:
    """The data folder made, and the day it replays."""

    folder: Path
    drill: Drill


def make_drill(source: Path, duty_date: date, into: Path) -> DrillRoom:
    """Make the room of a drill in a folder of its own; the real room is only read.

    Raises NothingToReplay, DrillIntoRealRoom, RoomExists and store errors.
    """
    if into.resolve() == source.resolve():
        raise DrillIntoRealRoom(str(into))
    room = read_room(source)
    try:
        drill, kit = room.drill.day(duty_date), room.drill.kit()
    finally:
        room.close()
    clock = FixedClock(drill.starts_at)
    built(into, clock, lambda making: _filled(making, drill, kit, clock))
    return DrillRoom(into, drill)


def drill_folder(data: Path, drill_date: date) -> Path:
    """Return a free folder beside the real one for a drill of a day."""
    name = f"{data.name}-drill-{drill_date.isoformat()}"
    folder, number = data.with_name(name), 1
    while (folder / FILE_NAME).exists():
        number += 1
        folder = data.with_name(f"{name}-{number}")
    return folder


def _filled(making: Path, drill: Drill, kit: UnitKit, clock: FixedClock) -> DutyRoom:
    rule_set = str(kit.settings.get("rule_set") or "district")
    room = create_room(making, NewRoom(drill.unit, is_practice=True, rule_set=rule_set), clock)
    room.machine_clock = clock
    room.drill.lay_in(kit, drill)
    room.contacts.renew_keys()
    officers = [
        room.officer.add(one.name, one.role, PIN, phone=one.phone, by=_BY).value
        for one in kit.officers
    ]
    trainee = next((one for one in officers if one.may_write), None)
    if trainee is not None:
        room.shift.start(Posts(trainee.id), PIN, by=_BY)
    return room
