"""The services of people: roster, warnings, call rounds, roll calls, nil reports.

A service is loaded when it is first asked for: the desk must paint before most of them are.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.assembly.contact_services import ContactServices
from dutydesk.domain.dataclass import dataclass

if TYPE_CHECKING:
    from dutydesk.services.call_reading import CallReadingService
    from dutydesk.services.call_round import CallRoundService
    from dutydesk.services.call_round_sheet import CallRoundSheetService
    from dutydesk.services.contact_import import ContactImportService
    from dutydesk.services.contact_twins import ContactTwinsService
    from dutydesk.services.holiday import HolidayService
    from dutydesk.services.nil_report import NilReportService
    from dutydesk.services.nil_report_board import NilReportBoardService
    from dutydesk.services.nil_report_summary import NilReportSummaryService
    from dutydesk.services.reporting_list import ReportingListService
    from dutydesk.services.reporting_unit import ReportingUnitService
    from dutydesk.services.responsibility import ResponsibilityService
    from dutydesk.services.roll_call import RollCallService
    from dutydesk.services.roll_call_plan import RollCallPlanService
    from dutydesk.services.roll_call_result import RollCallResultService
    from dutydesk.services.roster import RosterService
    from dutydesk.services.roster_duty import RosterDutyService
    from dutydesk.services.roster_import import RosterImportService
    from dutydesk.services.roster_list import RosterListService
    from dutydesk.services.roster_people import RosterPeopleService
    from dutydesk.services.roster_sheet import RosterSheetService
    from dutydesk.services.roster_swap import RosterSwapService
    from dutydesk.services.roster_trial import RosterTrialService
    from dutydesk.services.spot_check import SpotCheckService
    from dutydesk.services.warning import WarningService
    from dutydesk.services.warning_form import WarningFormService
    from dutydesk.services.warning_kind import WarningKindService
    from dutydesk.services.warning_text import WarningTextService


@dataclass
class PeopleServices(ContactServices):
    """Who is on, who is reached, who answered; each service is built when asked for."""

    @cached_property
    def call_round(self) -> CallRoundService:
        """Call rounds: what is done."""
        from dutydesk.services.call_round import CallRoundService

        return CallRoundService(self.store, self.clock, self.ids)

    @cached_property
    def call_round_sheet(self) -> CallRoundSheetService:
        """What stands on the proof of a call round."""
        from dutydesk.services.call_round_sheet import CallRoundSheetService

        return CallRoundSheetService(self.store, self.clock)

    @cached_property
    def call_reading(self) -> CallReadingService:
        """Call rounds: what is read, and the saved lists."""
        from dutydesk.services.call_reading import CallReadingService

        return CallReadingService(self.store)

    @cached_property
    def contact_import(self) -> ContactImportService:
        """Files of contacts, in and out."""
        from dutydesk.services.contact_import import ContactImportService

        return ContactImportService(self.store, self.clock, self.ids)

    @cached_property
    def holiday(self) -> HolidayService:
        """The holiday calendar."""
        from dutydesk.services.holiday import HolidayService

        return HolidayService(self.store, self.clock)

    @cached_property
    def roster_sheet(self) -> RosterSheetService:
        """What stands on the printed roster."""
        from dutydesk.services.roster_sheet import RosterSheetService

        return RosterSheetService(self.store, self.clock)

    @cached_property
    def roster_trial(self) -> RosterTrialService:
        """Rosters tried out, and duties counted."""
        from dutydesk.services.roster_trial import RosterTrialService

        return RosterTrialService(self.store, self.clock, self.ids)

    @cached_property
    def roster_people(self) -> RosterPeopleService:
        """Who is meant for a seat."""
        from dutydesk.services.roster_people import RosterPeopleService

        return RosterPeopleService(self.store)

    @cached_property
    def responsibility(self) -> ResponsibilityService:
        """谁管这事."""
        from dutydesk.services.responsibility import ResponsibilityService

        return ResponsibilityService(self.store, self.clock, self.ids)

    @cached_property
    def roster(self) -> RosterService:
        """The roster of a month."""
        from dutydesk.services.roster import RosterService

        return RosterService(self.store, self.clock, self.ids)

    @cached_property
    def roster_swap(self) -> RosterSwapService:
        """Who changes places with whom."""
        from dutydesk.services.roster_swap import RosterSwapService

        return RosterSwapService(self.store, self.clock, self.ids)

    @cached_property
    def roster_list(self) -> RosterListService:
        """Posts, members, wishes, key periods."""
        from dutydesk.services.roster_list import RosterListService

        return RosterListService(self.store, self.clock, self.ids)

    @cached_property
    def roster_duty(self) -> RosterDutyService:
        """Who is or was on duty."""
        from dutydesk.services.roster_duty import RosterDutyService

        return RosterDutyService(self.store, self.clock)

    @cached_property
    def warning(self) -> WarningService:
        """Warnings."""
        from dutydesk.services.warning import WarningService

        return WarningService(self.store, self.clock, self.ids)

    @cached_property
    def warning_kind(self) -> WarningKindService:
        """Kinds of warnings."""
        from dutydesk.services.warning_kind import WarningKindService

        return WarningKindService(self.store, self.ids)

    @cached_property
    def warning_form(self) -> WarningFormService:
        """The filing form of a warning."""
        from dutydesk.services.warning_form import WarningFormService

        return WarningFormService(self.store)

    @cached_property
    def warning_text(self) -> WarningTextService:
        """The reader of pasted warnings."""
        from dutydesk.services.warning_text import WarningTextService

        return WarningTextService(self.store)

    @cached_property
    def reporting_unit(self) -> ReportingUnitService:
        """Subordinate units."""
        from dutydesk.services.reporting_unit import ReportingUnitService

        return ReportingUnitService(self.store, self.clock, self.ids)

    @cached_property
    def nil_report(self) -> NilReportService:
        """Zero reports."""
        from dutydesk.services.nil_report import NilReportService

        return NilReportService(self.store, self.clock, self.ids)

    @cached_property
    def roll_call(self) -> RollCallService:
        """Roll calls."""
        from dutydesk.services.roll_call import RollCallService

        return RollCallService(self.store, self.clock, self.ids)

    @cached_property
    def nil_report_board(self) -> NilReportBoardService:
        """Who reported what by when."""
        from dutydesk.services.nil_report_board import NilReportBoardService

        return NilReportBoardService(self.store, self.clock)

    @cached_property
    def roll_call_plan(self) -> RollCallPlanService:
        """Plans of roll calls."""
        from dutydesk.services.roll_call_plan import RollCallPlanService

        return RollCallPlanService(self.store, self.clock, self.ids)

    @cached_property
    def nil_report_summary(self) -> NilReportSummaryService:
        """What stands on the summary of zero reports."""
        from dutydesk.services.nil_report_summary import NilReportSummaryService

        return NilReportSummaryService(self.store, self.clock)

    @cached_property
    def roll_call_result(self) -> RollCallResultService:
        """What stands on the result of a roll call."""
        from dutydesk.services.roll_call_result import RollCallResultService

        return RollCallResultService(self.store)

    @cached_property
    def reporting_list(self) -> ReportingListService:
        """Zero reports and roll calls as spreadsheets."""
        from dutydesk.services.reporting_list import ReportingListService

        return ReportingListService(self.store, self.clock)

    @cached_property
    def spot_check(self) -> SpotCheckService:
        """What an inspector asks for."""
        from dutydesk.services.spot_check import SpotCheckService

        return SpotCheckService(self.store, self.clock)

    @cached_property
    def roster_import(self) -> RosterImportService:
        """Rosters that somebody else wrote."""
        from dutydesk.services.roster_import import RosterImportService

        return RosterImportService(self.store, self.clock, self.ids)

    @cached_property
    def contact_twins(self) -> ContactTwinsService:
        """People on file twice."""
        from dutydesk.services.contact_twins import ContactTwinsService

        return ContactTwinsService(self.store, self.clock, self.ids)
