"""The services of the log and of what grows out of it: items, directives, notices, papers.

A service is loaded when it is first asked for: the desk must paint before most of them are.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.store.store import Store

if TYPE_CHECKING:
    from dutydesk.services.absence_list import AbsenceListService
    from dutydesk.services.absence_notice import AbsenceNoticeService
    from dutydesk.services.attachment import AttachmentService
    from dutydesk.services.day_view import DayViewService
    from dutydesk.services.directive import DirectiveService
    from dutydesk.services.directive_ledger import DirectiveLedgerService
    from dutydesk.services.draft import DraftService
    from dutydesk.services.duty_log import DutyLogService
    from dutydesk.services.entry_register import EntryRegisterService
    from dutydesk.services.equipment import EquipmentService
    from dutydesk.services.equipment_list import EquipmentListService
    from dutydesk.services.incident_offer import IncidentOfferService
    from dutydesk.services.list_export import ListExportService
    from dutydesk.services.log_sheet import LogSheetService
    from dutydesk.services.month_volume import MonthVolumeService
    from dutydesk.services.open_item import OpenItemService
    from dutydesk.services.phrase import PhraseService
    from dutydesk.services.saved_filter import SavedFilterService
    from dutydesk.services.watch_word import WatchWordService
    from dutydesk.services.withdrawal import WithdrawalService
    from dutydesk.store.offering import Offering


@dataclass
class LogServices:
    """What a room keeps beside people, incidents and handover; each is built when asked for."""

    store: Store
    clock: Clock
    ids: Ids

    @cached_property
    def duty_log(self) -> DutyLogService:
        """The duty log."""
        from dutydesk.services.duty_log import DutyLogService

        return DutyLogService(self.store, self.clock, self.ids, self.offering)

    @cached_property
    def offering(self) -> Offering:
        """What watches entries for words that name an emergency."""
        from dutydesk.store.offering import Offering

        return Offering(self.ids)

    @cached_property
    def watch_word(self) -> WatchWordService:
        """The words of the keyword watch."""
        from dutydesk.services.watch_word import WatchWordService

        return WatchWordService(self.store, self.ids, self.offering)

    @cached_property
    def incident_offer(self) -> IncidentOfferService:
        """What entries with such a word come to."""
        from dutydesk.services.incident_offer import IncidentOfferService

        return IncidentOfferService(self.store, self.clock, self.ids, self.offering)

    @cached_property
    def withdrawal(self) -> WithdrawalService:
        """Entries taken back."""
        from dutydesk.services.withdrawal import WithdrawalService

        return WithdrawalService(self.store, self.clock, self.ids, self.offering)

    @cached_property
    def directive_ledger(self) -> DirectiveLedgerService:
        """What stands on the ledger of directives and on the list of open items."""
        from dutydesk.services.directive_ledger import DirectiveLedgerService

        return DirectiveLedgerService(self.store, self.clock)

    @cached_property
    def draft(self) -> DraftService:
        """What is being typed."""
        from dutydesk.services.draft import DraftService

        return DraftService(self.store, self.clock)

    @cached_property
    def open_item(self) -> OpenItemService:
        """Open items."""
        from dutydesk.services.open_item import OpenItemService

        return OpenItemService(self.store, self.clock, self.ids)

    @cached_property
    def absence_notice(self) -> AbsenceNoticeService:
        """Absence notices of leaders."""
        from dutydesk.services.absence_notice import AbsenceNoticeService

        return AbsenceNoticeService(self.store, self.clock, self.ids)

    @cached_property
    def equipment(self) -> EquipmentService:
        """Equipment of the room."""
        from dutydesk.services.equipment import EquipmentService

        return EquipmentService(self.store, self.clock, self.ids)

    @cached_property
    def absence_list(self) -> AbsenceListService:
        """What stands on the list of absences."""
        from dutydesk.services.absence_list import AbsenceListService

        return AbsenceListService(self.store, self.clock)

    @cached_property
    def equipment_list(self) -> EquipmentListService:
        """What stands on the list of equipment."""
        from dutydesk.services.equipment_list import EquipmentListService

        return EquipmentListService(self.store, self.clock)

    @cached_property
    def log_sheet(self) -> LogSheetService:
        """What stands on the log sheet."""
        from dutydesk.services.log_sheet import LogSheetService

        return LogSheetService(self.store, self.clock)

    @cached_property
    def entry_register(self) -> EntryRegisterService:
        """What stands on the register of one kind of entries."""
        from dutydesk.services.entry_register import EntryRegisterService

        return EntryRegisterService(self.store, self.clock)

    @cached_property
    def month_volume(self) -> MonthVolumeService:
        """What stands in the volume of a month."""
        from dutydesk.services.month_volume import MonthVolumeService

        return MonthVolumeService(self.store, self.clock, self.log_sheet.each)

    @cached_property
    def day_view(self) -> DayViewService:
        """Duty days at a glance."""
        from dutydesk.services.day_view import DayViewService

        return DayViewService(self.store, self.clock)

    @cached_property
    def directive(self) -> DirectiveService:
        """Directives of leaders."""
        from dutydesk.services.directive import DirectiveService

        return DirectiveService(self.store, self.clock, self.ids)

    @cached_property
    def phrase(self) -> PhraseService:
        """The unit's phrases."""
        from dutydesk.services.phrase import PhraseService

        return PhraseService(self.store, self.clock, self.ids)

    @cached_property
    def saved_filter(self) -> SavedFilterService:
        """Filters of the log kept under a name."""
        from dutydesk.services.saved_filter import SavedFilterService

        return SavedFilterService(self.store, self.ids)

    @cached_property
    def list_export(self) -> ListExportService:
        """Lists handed out as spreadsheets."""
        from dutydesk.services.list_export import ListExportService

        return ListExportService(self.store, self.clock)

    @cached_property
    def attachment(self) -> AttachmentService:
        """Files of log entries."""
        from dutydesk.services.attachment import AttachmentService

        return AttachmentService(self.store, self.clock, self.ids)
