"""Everything that can be set as a paper, as one type: the type check asks for each of them."""

from __future__ import annotations

from dutydesk.domain.paper_absence_list import AbsenceList
from dutydesk.domain.paper_call_round_sheet import CallRoundSheet
from dutydesk.domain.paper_directive_ledger import DirectiveLedger
from dutydesk.domain.paper_directory import Directory
from dutydesk.domain.paper_drill_review import DrillReviewSheet
from dutydesk.domain.paper_entry_register import EntryRegister
from dutydesk.domain.paper_equipment_list import EquipmentList
from dutydesk.domain.paper_handover_record import HandoverRecord
from dutydesk.domain.paper_incident_dossier import IncidentDossier
from dutydesk.domain.paper_incident_ledger import IncidentLedger
from dutydesk.domain.paper_log_sheet import LogSheet
from dutydesk.domain.paper_month_volume import MonthVolume
from dutydesk.domain.paper_nil_report_summary import NilReportMonthSheet, NilReportSheet
from dutydesk.domain.paper_open_item_list import OpenItemList
from dutydesk.domain.paper_phone_report import PhoneReportSheet
from dutydesk.domain.paper_roll_call_result import RollCallResultSheet
from dutydesk.domain.paper_roster_sheet import RosterSheet
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.domain.paper_spot_check_pack import SpotCheckPack
from dutydesk.domain.paper_stale_contact_list import StaleContactList
from dutydesk.domain.paper_statistics import StatisticsSheet
from dutydesk.domain.paper_training_list import TrainingList
from dutydesk.domain.paper_warning_form import WarningForm

WordPaper = SpecialReport | PhoneReportSheet | IncidentLedger | IncidentDossier
"""What is also made as a file for WPS or Word."""

IncidentPaper = WordPaper | StatisticsSheet
"""What is printed about incidents."""

RegisterPaper = EntryRegister | DirectiveLedger | OpenItemList
"""Registers of the log, and papers of what is followed until it is closed."""

PeoplePaper = (
    RosterSheet
    | NilReportSheet
    | NilReportMonthSheet
    | RollCallResultSheet
    | CallRoundSheet
    | WarningForm
)
"""Who is on, who was reached, who answered."""

ContactPaper = Directory | StaleContactList | TrainingList
"""Lists made of the contacts."""

ListPaper = AbsenceList | EquipmentList | ContactPaper | DrillReviewSheet | PeoplePaper
"""Lists of what the room keeps beside the log, and the review of a drill."""

PaperValue = (
    tuple[LogSheet, ...]
    | HandoverRecord
    | MonthVolume
    | SpotCheckPack
    | IncidentPaper
    | RegisterPaper
    | ListPaper
)
