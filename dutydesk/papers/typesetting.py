"""Which function sets which paper; each is loaded when it is first asked for."""

# ruff: noqa: PLC0415 -- ReportLab and the fonts cost a tenth of a second; only who prints pays

from __future__ import annotations

from collections.abc import Callable

from dutydesk.domain.paper import Pdf
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
from dutydesk.domain.paper_value import (
    ContactPaper,
    IncidentPaper,
    ListPaper,
    PaperValue,
    PeoplePaper,
    RegisterPaper,
)
from dutydesk.domain.paper_warning_form import WarningForm

Step = Callable[[int, int, str], object]
"""Told how far a long paper is: number, total, words; it may raise to stop the work."""


def set_paper(value: PaperValue, step: Step | None = None) -> Pdf:
    """Set a paper; only a month volume tells how far it is."""
    from dutydesk.papers.handover_record import handover_record_pdf
    from dutydesk.papers.log_sheet import log_sheet_pdf

    # No case for everything else: a paper that was forgotten here must not come out as another.
    match value:
        case HandoverRecord():
            return handover_record_pdf(value)
        case MonthVolume() | SpotCheckPack():
            return _set_bound(value, step)
        case (
            SpecialReport()
            | PhoneReportSheet()
            | IncidentLedger()
            | IncidentDossier()
            | StatisticsSheet()
        ):
            return _set_of_incident(value)
        case EntryRegister() | DirectiveLedger() | OpenItemList():
            return _set_register(value)
        case (
            AbsenceList()
            | EquipmentList()
            | Directory()
            | StaleContactList()
            | TrainingList()
            | DrillReviewSheet()
            | RosterSheet()
            | NilReportSheet()
            | NilReportMonthSheet()
            | RollCallResultSheet()
            | CallRoundSheet()
            | WarningForm()
        ):
            return _set_list(value)
        case tuple():
            return log_sheet_pdf(value)


def _set_bound(value: MonthVolume | SpotCheckPack, step: Step | None) -> Pdf:
    """Set what binds other papers, numbered through."""
    from dutydesk.papers.month_volume import month_volume_pdf
    from dutydesk.papers.spot_check_pack import spot_check_pack_pdf

    match value:
        case MonthVolume():
            return month_volume_pdf(value, step=step)
        case SpotCheckPack():
            return spot_check_pack_pdf(value)


def _set_of_incident(value: IncidentPaper) -> Pdf:
    from dutydesk.papers.incident_dossier import incident_dossier_pdf
    from dutydesk.papers.incident_ledger import incident_ledger_pdf
    from dutydesk.papers.phone_report_sheet import phone_report_sheet_pdf
    from dutydesk.papers.special_report import special_report_pdf
    from dutydesk.papers.statistics import statistics_pdf

    match value:
        case SpecialReport():
            return special_report_pdf(value)
        case PhoneReportSheet():
            return phone_report_sheet_pdf(value)
        case IncidentLedger():
            return incident_ledger_pdf(value)
        case IncidentDossier():
            return incident_dossier_pdf(value)
        case StatisticsSheet():
            return statistics_pdf(value)


def _set_list(value: ListPaper) -> Pdf:
    from dutydesk.papers.absence_list import absence_list_pdf
    from dutydesk.papers.drill_review import drill_review_pdf
    from dutydesk.papers.equipment_list import equipment_list_pdf

    match value:
        case AbsenceList():
            return absence_list_pdf(value)
        case EquipmentList():
            return equipment_list_pdf(value)
        case Directory() | StaleContactList() | TrainingList():
            return _set_of_contacts(value)
        case DrillReviewSheet():
            return drill_review_pdf(value)
        case (
            RosterSheet()
            | NilReportSheet()
            | NilReportMonthSheet()
            | RollCallResultSheet()
            | CallRoundSheet()
            | WarningForm()
        ):
            return _set_of_people(value)


def _set_of_contacts(value: ContactPaper) -> Pdf:
    from dutydesk.papers.directory import directory_pdf
    from dutydesk.papers.stale_contact_list import stale_contact_list_pdf
    from dutydesk.papers.training_list import training_list_pdf

    match value:
        case Directory():
            return directory_pdf(value)
        case StaleContactList():
            return stale_contact_list_pdf(value)
        case TrainingList():
            return training_list_pdf(value)


def _set_register(value: RegisterPaper) -> Pdf:
    from dutydesk.papers.directive_ledger import directive_ledger_pdf
    from dutydesk.papers.entry_register import entry_register_pdf
    from dutydesk.papers.open_item_list import open_item_list_pdf

    match value:
        case EntryRegister():
            return entry_register_pdf(value)
        case DirectiveLedger():
            return directive_ledger_pdf(value)
        case OpenItemList():
            return open_item_list_pdf(value)


def _set_of_people(value: PeoplePaper) -> Pdf:
    from dutydesk.papers.call_round_sheet import call_round_sheet_pdf
    from dutydesk.papers.nil_report_month import nil_report_month_pdf
    from dutydesk.papers.nil_report_summary import nil_report_summary_pdf
    from dutydesk.papers.roll_call_result import roll_call_result_pdf
    from dutydesk.papers.roster_sheet import roster_sheet_pdf
    from dutydesk.papers.warning_form import warning_form_pdf

    match value:
        case CallRoundSheet():
            return call_round_sheet_pdf(value)
        case RosterSheet():
            return roster_sheet_pdf(value)
        case NilReportSheet():
            return nil_report_summary_pdf(value)
        case NilReportMonthSheet():
            return nil_report_month_pdf(value)
        case RollCallResultSheet():
            return roll_call_result_pdf(value)
        case WarningForm():
            return warning_form_pdf(value)
