"""Opens a data folder and builds clock, store and services, once.

A service is loaded when it is first asked for: the desk must paint before most of them are.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk import paths
from dutydesk.assembly.clocks import SystemClock
from dutydesk.assembly.incident_services import IncidentServices
from dutydesk.assembly.log_services import LogServices
from dutydesk.assembly.people_services import PeopleServices
from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.store.lock import RoomLock

if TYPE_CHECKING:
    from dutydesk.services.about import AboutService
    from dutydesk.services.alarm import AlarmService
    from dutydesk.services.backup import BackupService
    from dutydesk.services.checklist import ChecklistService
    from dutydesk.services.clock_change import ClockChangeService
    from dutydesk.services.contacts import ContactsService
    from dutydesk.services.directory import DirectoryService
    from dutydesk.services.drill import DrillService
    from dutydesk.services.handover import HandoverService
    from dutydesk.services.history import HistoryService
    from dutydesk.services.late_correction import LateCorrectionService
    from dutydesk.services.officer import OfficerService
    from dutydesk.services.paper import PaperService
    from dutydesk.services.relief import ReliefService
    from dutydesk.services.report_draft import ReportDraftService
    from dutydesk.services.settings import SettingsService
    from dutydesk.services.shift import ShiftService
    from dutydesk.services.verification import VerificationService
    from dutydesk.services.workstation import WorkstationService
    from dutydesk.store.pin import PinGate
    from dutydesk.store.store import Work


@dataclass(frozen=True, slots=True)
class NewRoom:
    """What a new room begins with."""

    unit: str
    is_practice: bool = False
    rule_set: str = "district"


@dataclass
class DutyRoom(LogServices, IncidentServices, PeopleServices):
    """One open room: every service, built when first asked for."""

    machine_clock: Clock = field(default_factory=SystemClock)
    lock: RoomLock | None = None

    @cached_property
    def pins(self) -> PinGate:
        """The gate of signatures."""
        from dutydesk.store.pin import PinGate

        return PinGate(self.store, self.machine_clock)

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
    def paper(self) -> PaperService:
        """Papers."""
        from dutydesk.assembly.paper_sources import paper_sources
        from dutydesk.services.paper import PaperService

        return PaperService(self.store, self.clock, self.ids, paper_sources(self))

    @cached_property
    def clock_change(self) -> ClockChangeService:
        """Changes of the machine's clock."""
        from dutydesk.services.clock_change import ClockChangeService

        return ClockChangeService(self.store, self.clock, self.ids)

    def before_first_write(self, work: Work, action: str) -> None:
        """Note a clock that lies before the newest record, with the first write."""
        self.clock_change.before_first_write(work, action)

    @cached_property
    def late_correction(self) -> LateCorrectionService:
        """Corrections after handover."""
        from dutydesk.services.late_correction import LateCorrectionService

        return LateCorrectionService(self.store, self.clock, self.pins)

    @cached_property
    def contacts(self) -> ContactsService:
        """Contacts and units."""
        from dutydesk.services.contacts import ContactsService

        return ContactsService(self.store, self.clock, self.ids)

    @cached_property
    def directory(self) -> DirectoryService:
        """What stands on the directory."""
        from dutydesk.services.directory import DirectoryService

        return DirectoryService(self.store, self.clock)

    @cached_property
    def handover(self) -> HandoverService:
        """Handover: draft, signatures, records."""
        from dutydesk.services.handover import HandoverService

        return HandoverService(self.store, self.clock, self.ids, self.pins)

    @cached_property
    def report_draft(self) -> ReportDraftService:
        """Written reports until they are signed."""
        from dutydesk.services.report_draft import ReportDraftService

        return ReportDraftService(self.store, self.clock, self.ids, self.pins)

    @cached_property
    def relief(self) -> ReliefService:
        """Forced relief, staying on, review."""
        from dutydesk.services.relief import ReliefService

        return ReliefService(self.store, self.clock, self.ids, self.pins)

    @cached_property
    def drill(self) -> DrillService:
        """Drills: a past day once more."""
        from dutydesk.services.drill import DrillService

        return DrillService(self.store, self.clock)

    @cached_property
    def checklist(self) -> ChecklistService:
        """The unit's checklist."""
        from dutydesk.services.checklist import ChecklistService

        return ChecklistService(self.store, self.ids)

    @cached_property
    def history(self) -> HistoryService:
        """The history of every record."""
        from dutydesk.services.history import HistoryService

        return HistoryService(self.store)

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
