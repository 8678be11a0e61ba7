"""All tables of one transaction or snapshot, by feature.

A table's module is loaded when the table is first asked for: a start reads few of them, and all
together cost more than the rest of the start.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.store.incident_tables import IncidentTables
from dutydesk.store.people_tables import PeopleTables

if TYPE_CHECKING:
    from dutydesk.store.absence_notice import AbsenceNoticeTable
    from dutydesk.store.alarm import AlarmTable
    from dutydesk.store.attachment import AttachmentTable
    from dutydesk.store.bulletin import BulletinTable
    from dutydesk.store.checklist import ChecklistTable
    from dutydesk.store.contact_lookup import ContactLookup
    from dutydesk.store.contacts import ContactsTable
    from dutydesk.store.day_view import DayViewTable
    from dutydesk.store.directive import DirectiveTable
    from dutydesk.store.draft import DraftTable
    from dutydesk.store.duty_log import DutyLogTable
    from dutydesk.store.entry_matter import EntryMatterTable
    from dutydesk.store.equipment import EquipmentTable
    from dutydesk.store.handover import HandoverTable
    from dutydesk.store.incident import IncidentTable
    from dutydesk.store.incident_offer import IncidentOfferTable
    from dutydesk.store.incident_task import IncidentTaskTable
    from dutydesk.store.journal import JournalTable
    from dutydesk.store.late_correction import LateCorrectionTable
    from dutydesk.store.near_miss import NearMissTable
    from dutydesk.store.officer import OfficerTable
    from dutydesk.store.open_item import OpenItemTable
    from dutydesk.store.paper import PaperTable
    from dutydesk.store.phrase import PhraseTable
    from dutydesk.store.report import ReportTable
    from dutydesk.store.report_draft import ReportDraftTable
    from dutydesk.store.report_trace import ReportTraceTable
    from dutydesk.store.room import RoomTable
    from dutydesk.store.rule_set import RuleSetTable
    from dutydesk.store.saved_filter import SavedFilterTable
    from dutydesk.store.setting import SettingTable
    from dutydesk.store.shift import ShiftTable
    from dutydesk.store.watch_word import WatchWordTable


class Tables(IncidentTables, PeopleTables):
    """Typed access to everything in the room; each table is made when first asked for."""

    @cached_property
    def room(self) -> RoomTable:
        """The room itself."""
        from dutydesk.store.room import RoomTable

        return RoomTable(self._rows)

    @cached_property
    def setting(self) -> SettingTable:
        """Settings of the unit."""
        from dutydesk.store.setting import SettingTable

        return SettingTable(self._rows)

    @cached_property
    def journal(self) -> JournalTable:
        """What happened."""
        from dutydesk.store.journal import JournalTable

        return JournalTable(self._rows)

    @cached_property
    def draft(self) -> DraftTable:
        """What is being typed."""
        from dutydesk.store.draft import DraftTable

        return DraftTable(self._rows)

    @cached_property
    def alarm(self) -> AlarmTable:
        """What was heard of each running clock."""
        from dutydesk.store.alarm import AlarmTable

        return AlarmTable(self._rows)

    @cached_property
    def officer(self) -> OfficerTable:
        """People of the room."""
        from dutydesk.store.officer import OfficerTable

        return OfficerTable(self._rows)

    @cached_property
    def shift(self) -> ShiftTable:
        """Shifts kept."""
        from dutydesk.store.shift import ShiftTable

        return ShiftTable(self._rows)

    @cached_property
    def duty_log(self) -> DutyLogTable:
        """The duty log."""
        from dutydesk.store.duty_log import DutyLogTable

        return DutyLogTable(self._rows)

    @cached_property
    def entry_matter(self) -> EntryMatterTable:
        """The duty log by matters."""
        from dutydesk.store.entry_matter import EntryMatterTable

        return EntryMatterTable(self._rows)

    @cached_property
    def attachment(self) -> AttachmentTable:
        """Files of log entries."""
        from dutydesk.store.attachment import AttachmentTable

        return AttachmentTable(self._rows)

    @cached_property
    def day_view(self) -> DayViewTable:
        """Duty days at a glance."""
        from dutydesk.store.day_view import DayViewTable

        return DayViewTable(self._rows)

    @cached_property
    def paper(self) -> PaperTable:
        """Papers that left the desk."""
        from dutydesk.store.paper import PaperTable

        return PaperTable(self._rows)

    @cached_property
    def open_item(self) -> OpenItemTable:
        """Open items."""
        from dutydesk.store.open_item import OpenItemTable

        return OpenItemTable(self._rows)

    @cached_property
    def directive(self) -> DirectiveTable:
        """Directives of leaders."""
        from dutydesk.store.directive import DirectiveTable

        return DirectiveTable(self._rows)

    @cached_property
    def handover(self) -> HandoverTable:
        """Handovers with their lines and signatures."""
        from dutydesk.store.handover import HandoverTable

        return HandoverTable(self._rows)

    @cached_property
    def checklist(self) -> ChecklistTable:
        """The unit's checklist."""
        from dutydesk.store.checklist import ChecklistTable

        return ChecklistTable(self._rows)

    @cached_property
    def phrase(self) -> PhraseTable:
        """The unit's phrases."""
        from dutydesk.store.phrase import PhraseTable

        return PhraseTable(self._rows)

    @cached_property
    def saved_filter(self) -> SavedFilterTable:
        """Filters of the log kept under a name."""
        from dutydesk.store.saved_filter import SavedFilterTable

        return SavedFilterTable(self._rows)

    @cached_property
    def watch_word(self) -> WatchWordTable:
        """Words of the keyword watch."""
        from dutydesk.store.watch_word import WatchWordTable

        return WatchWordTable(self._rows)

    @cached_property
    def incident_offer(self) -> IncidentOfferTable:
        """Entries that named such a word."""
        from dutydesk.store.incident_offer import IncidentOfferTable

        return IncidentOfferTable(self._rows)

    @cached_property
    def late_correction(self) -> LateCorrectionTable:
        """Corrections after handover."""
        from dutydesk.store.late_correction import LateCorrectionTable

        return LateCorrectionTable(self._rows)

    @cached_property
    def contacts(self) -> ContactsTable:
        """Units, people and their numbers."""
        from dutydesk.store.contacts import ContactsTable

        return ContactsTable(self._rows)

    @cached_property
    def contact_lookup(self) -> ContactLookup:
        """The keys contacts are found by."""
        from dutydesk.store.contact_lookup import ContactLookup

        return ContactLookup(self._rows)

    @cached_property
    def incident(self) -> IncidentTable:
        """Incidents and their gradings."""
        from dutydesk.store.incident import IncidentTable

        return IncidentTable(self._rows)

    @cached_property
    def report_trace(self) -> ReportTraceTable:
        """Where the sentences of reports came from, and what was asked of them."""
        from dutydesk.store.report_trace import ReportTraceTable

        return ReportTraceTable(self._rows)

    @cached_property
    def bulletin(self) -> BulletinTable:
        """Bulletins of the duty room."""
        from dutydesk.store.bulletin import BulletinTable

        return BulletinTable(self._rows)

    @cached_property
    def report(self) -> ReportTable:
        """Reports of incidents."""
        from dutydesk.store.report import ReportTable

        return ReportTable(self._rows)

    @cached_property
    def near_miss(self) -> NearMissTable:
        """What makes a serious near miss."""
        from dutydesk.store.near_miss import NearMissTable

        return NearMissTable(self._rows)

    @cached_property
    def report_draft(self) -> ReportDraftTable:
        """Reports on their way, and the steps of every report."""
        from dutydesk.store.report_draft import ReportDraftTable

        return ReportDraftTable(self._rows)

    @cached_property
    def incident_task(self) -> IncidentTaskTable:
        """What was done about incidents besides reports."""
        from dutydesk.store.incident_task import IncidentTaskTable

        return IncidentTaskTable(self._rows)

    @cached_property
    def rule_set(self) -> RuleSetTable:
        """Kinds, level criteria and deadline rules of the unit."""
        from dutydesk.store.rule_set import RuleSetTable

        return RuleSetTable(self._rows)

    @cached_property
    def absence_notice(self) -> AbsenceNoticeTable:
        """Absence notices of leaders."""
        from dutydesk.store.absence_notice import AbsenceNoticeTable

        return AbsenceNoticeTable(self._rows)

    @cached_property
    def equipment(self) -> EquipmentTable:
        """Equipment of the room and its checks."""
        from dutydesk.store.equipment import EquipmentTable

        return EquipmentTable(self._rows)
