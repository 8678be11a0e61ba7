"""The services of incidents: facts, reports, and what grows out of them.

A service is loaded when it is first asked for: the desk must paint before most of them are.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.assembly.paper_services import PaperServices
from dutydesk.domain.dataclass import dataclass

if TYPE_CHECKING:
    from dutydesk.services.deadline_rule import DeadlineRuleService
    from dutydesk.services.handling_list import HandlingListService
    from dutydesk.services.incident import IncidentService
    from dutydesk.services.incident_closing import IncidentClosingService
    from dutydesk.services.incident_handling import IncidentHandlingService
    from dutydesk.services.incident_masking import IncidentMaskingService
    from dutydesk.services.incident_report import IncidentReportService
    from dutydesk.services.incident_task import IncidentTaskService
    from dutydesk.services.level import LevelService
    from dutydesk.services.message import MessageService
    from dutydesk.services.report_delivery import ReportDeliveryService
    from dutydesk.services.statistics import StatisticsService


@dataclass
class IncidentServices(PaperServices):
    """What a room keeps about incidents; each is built when asked for."""

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
    def incident_task(self) -> IncidentTaskService:
        """What is done about incidents within a limit, besides reports."""
        from dutydesk.services.incident_task import IncidentTaskService

        return IncidentTaskService(self.store, self.clock, self.ids)

    @cached_property
    def deadline_rule(self) -> DeadlineRuleService:
        """Limits of the unit."""
        from dutydesk.services.deadline_rule import DeadlineRuleService

        return DeadlineRuleService(self.store, self.ids)

    @cached_property
    def incident_handling(self) -> IncidentHandlingService:
        """Who was told of incidents, what was done first, who commands."""
        from dutydesk.services.incident_handling import IncidentHandlingService

        return IncidentHandlingService(self.store, self.clock, self.ids)

    @cached_property
    def handling_list(self) -> HandlingListService:
        """The unit's lists of parties, first actions and HQs."""
        from dutydesk.services.handling_list import HandlingListService

        return HandlingListService(self.store, self.ids)

    @cached_property
    def level(self) -> LevelService:
        """Kinds, level criteria and near misses of the unit."""
        from dutydesk.services.level import LevelService

        return LevelService(self.store, self.ids)

    @cached_property
    def message(self) -> MessageService:
        """Pasted messages."""
        from dutydesk.services.message import MessageService

        return MessageService()

    @cached_property
    def report_delivery(self) -> ReportDeliveryService:
        """Signed reports: sent and acknowledged."""
        from dutydesk.services.report_delivery import ReportDeliveryService

        return ReportDeliveryService(self.store, self.clock, self.ids)

    @cached_property
    def incident_closing(self) -> IncidentClosingService:
        """What follows the end of incidents."""
        from dutydesk.services.incident_closing import IncidentClosingService

        return IncidentClosingService(self.store, self.clock, self.ids)

    @cached_property
    def incident_masking(self) -> IncidentMaskingService:
        """Masking of affected people's data."""
        from dutydesk.services.incident_masking import IncidentMaskingService

        return IncidentMaskingService(self.store, self.clock, self.ids)

    @cached_property
    def statistics(self) -> StatisticsService:
        """Figures of incidents and reports."""
        from dutydesk.services.statistics import StatisticsService

        return StatisticsService(self.store, self.clock)
