"""Opens a data folder and builds clock, store and services, once.

A service is loaded when it is first asked for: the desk must paint before most of them are.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dutydesk import paths
from dutydesk.assembly.clocks import SystemClock, system_ids
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.errors import BadInput, RoomExists
from dutydesk.domain.room import Room
from dutydesk.store import database, place
from dutydesk.store.lock import RoomLock
from dutydesk.store.store import FILE_NAME, Store

if TYPE_CHECKING:
    from dutydesk.services.about import AboutService
    from dutydesk.domain.backup import BackupMade, Recovery
    from dutydesk.services.alarm import AlarmService
    from dutydesk.services.backup import BackupService
    from dutydesk.services.checklist import ChecklistService
    from dutydesk.services.contacts import ContactsService
    from dutydesk.services.directory import DirectoryService
    from dutydesk.services.duty_log import DutyLogService
    from dutydesk.services.handover import HandoverService
    from dutydesk.services.incident import IncidentService
    from dutydesk.services.incident_report import IncidentReportService
    from dutydesk.services.log_sheet import LogSheetService
    from dutydesk.services.officer import OfficerService
    from dutydesk.services.open_item import OpenItemService
    from dutydesk.services.paper import PaperService
    from dutydesk.services.relief import ReliefService
    from dutydesk.services.settings import SettingsService
    from dutydesk.services.shift import ShiftService
    from dutydesk.services.verification import VerificationService
    from dutydesk.services.workstation import WorkstationService
    from dutydesk.store.pin import PinGate


@dataclass(frozen=True, slots=True)
class NewRoom:
    """What a new room begins with."""

    unit: str
    is_practice: bool = False
    rule_set: str = "district"


@dataclass
class DutyRoom:
    """One open room: every service, built when first asked for."""

    store: Store
    clock: Clock
    ids: Ids
    machine_clock: Clock = field(default_factory=SystemClock)
    lock: RoomLock | None = None

    @cached_property
    def pins(self) -> PinGate:
        """The gate of signatures."""
        from dutydesk.store.pin import PinGate

        return PinGate(self.store, self.machine_clock)

    @cached_property
    def duty_log(self) -> DutyLogService:
        """The duty log."""
        from dutydesk.services.duty_log import DutyLogService

        return DutyLogService(self.store, self.clock, self.ids)

    @cached_property
    def open_item(self) -> OpenItemService:
        """Open items."""
        from dutydesk.services.open_item import OpenItemService

        return OpenItemService(self.store, self.clock, self.ids)

    @cached_property
    def officer(self) -> OfficerService:
        """Officers."""
        from dutydesk.services.officer import OfficerService

        return OfficerService(self.store, self.clock, self.ids, self.pins)

    @cached_property
    def shift(self) -> ShiftService:
        """The running shift."""
        from dutydesk.services.shift import ShiftService

        return ShiftService(self.store, self.clock, self.ids, self.pins)

    @cached_property
    def log_sheet(self) -> LogSheetService:
        """What stands on the log sheet."""
        from dutydesk.services.log_sheet import LogSheetService

        return LogSheetService(self.store, self.clock)

    @cached_property
    def paper(self) -> PaperService:
        """Papers."""
        from dutydesk.assembly.paper_sources import paper_sources
        from dutydesk.services.paper import PaperService

        return PaperService(self.store, self.clock, self.ids, paper_sources(self))

    @cached_property
    def incident(self) -> IncidentService:
        """Incidents and their clocks."""
        from dutydesk.services.incident import IncidentService

        return IncidentService(self.store, self.clock, self.ids)

    @cached_property
    def incident_report(self) -> IncidentReportService:
        """Reports of incidents."""
        from dutydesk.services.incident_report import IncidentReportService

        return IncidentReportService(self.store, self.clock, self.ids)

    @cached_property
    def contacts(self) -> ContactsService:
        """Contacts and units."""
        from dutydesk.services.contacts import ContactsService

        return ContactsService(self.store, self.clock, self.ids)

    @cached_property
    def directory(self) -> DirectoryService:
        """What stands on the directory."""
        from dutydesk.services.directory import DirectoryService

        return DirectoryService(self.store)

    @cached_property
    def handover(self) -> HandoverService:
        """Handover: draft, signatures, records."""
        from dutydesk.services.handover import HandoverService

        return HandoverService(self.store, self.clock, self.ids, self.pins)

    @cached_property
    def relief(self) -> ReliefService:
        """Forced relief, staying on, review."""
        from dutydesk.services.relief import ReliefService

        return ReliefService(self.store, self.clock, self.ids, self.pins)

    @cached_property
    def checklist(self) -> ChecklistService:
        """The unit's checklist."""
        from dutydesk.services.checklist import ChecklistService

        return ChecklistService(self.store, self.ids)

    @cached_property
    def settings(self) -> SettingsService:
        """The room and its settings."""
        from dutydesk.services.settings import SettingsService

        return SettingsService(self.store)

    @cached_property
    def verification(self) -> VerificationService:
        """Checks of the record."""
        from dutydesk.services.verification import VerificationService

        return VerificationService(self.store)

    @cached_property
    def backup(self) -> BackupService:
        """Backups."""
        from dutydesk.services.backup import BackupService

        return BackupService(self.store, self.clock)

    @cached_property
    def alarm(self) -> AlarmService:
        """Alarms heard and acknowledged."""
        from dutydesk.services.alarm import AlarmService

        return AlarmService(self.store, self.clock, self.ids)

    @cached_property
    def about(self) -> AboutService:
        """Facts about the room."""
        from dutydesk.services.about import AboutService

        return AboutService(self.store)

    @cached_property
    def workstation(self) -> WorkstationService:
        """Settings of the machine itself."""
        from dutydesk.services.workstation import WorkstationService

        return WorkstationService(paths.config_dir() / "workstation.toml")

    def close(self) -> None:
        """Close the file, then let go of the room, also when closing fails."""
        try:
            self.store.close()
        finally:
            if self.lock is not None:
                self.lock.release()
                self.lock = None


def create_room(
    folder: Path, new: NewRoom, clock: Clock | None = None, ids: Ids | None = None
) -> DutyRoom:
    """Make a data folder with its room and return it open for writing, locked by us.

    Raises BadInput, RoomExists and store errors.
    """
    clock, ids = clock or SystemClock(), ids or system_ids()
    path = folder / FILE_NAME
    if path.exists():
        raise RoomExists(str(folder))
    if not new.unit.strip():
        raise BadInput("unit", new.unit)
    place.make_folder(folder)
    lock = RoomLock(folder)
    lock.take("", clock.now(), wait_seconds=0)
    try:
        _fill(folder, new, clock, ids)
    except BaseException:
        lock.release()
        raise
    return DutyRoom(Store(path, clock, ids), clock, ids, lock=lock)


def _fill(folder: Path, new: NewRoom, clock: Clock, ids: Ids) -> None:
    """Make the file aside and name it once filled: a room is there whole or not at all."""
    # Looked at again: another start may have made the room before we held the lock.
    if (folder / FILE_NAME).exists():
        raise RoomExists(str(folder))
    pending = folder / "room-new.db"
    from dutydesk.store import checklist, incident_seed

    store = Store(pending, clock, ids)
    store.adopt(database.create(pending))
    try:
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
    finally:
        # Left open, Windows would not let the next try replace the file.
        store.close()
    database.put_in_place(pending, folder / FILE_NAME)


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
        database.bring_up_to_date(path)
    except BaseException:
        lock.release()
        raise
    return DutyRoom(Store(path, clock, ids), clock, ids, lock=lock)


def read_room(folder: Path, *, clock: Clock | None = None) -> DutyRoom:
    """Open a room for reading only; takes no lock and works beside an open desk."""
    clock = clock or SystemClock()
    path = folder / FILE_NAME
    store = Store(path, clock, system_ids(), is_read_only=True)
    return DutyRoom(store, clock, system_ids())


def restore_room(file: Path, into: Path) -> tuple[Path, str]:
    """Restore a backup into a new or empty folder; returns the room's file and its chain head.

    Raises RestoreTargetNotEmpty, BackupNotSound and store errors.
    """
    from dutydesk.store import recovery

    return recovery.restore(file, into)


def recover_room(
    folder: Path, *, clock: Clock | None = None, more: tuple[Path, ...] = ()
) -> Recovery:
    """Put the last good backup in place of a damaged room, which must be closed.

    The damaged file is kept; ``more`` names further folders with backups. Raises NoGoodBackup.
    """
    from dutydesk.store import recovery

    return recovery.recover(folder, (clock or SystemClock()).now(), more=more)


def holds_backups(folder: Path) -> bool:
    """Tell whether a data folder holds backups, sound or not: then a room was here once."""
    from dutydesk.store import backup

    return bool(backup.backups_in(folder / backup.FOLDER_NAME))


def last_good_backup(folder: Path, more: tuple[Path, ...] = ()) -> BackupMade | None:
    """Return the newest sound backup of a closed room; ``more`` names further folders."""
    from dutydesk.store import backup

    return backup.last_good_backup([folder / backup.FOLDER_NAME, *more])
