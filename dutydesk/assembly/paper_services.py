"""The services that only compose papers, and the parts of a room that every service stands on."""

# ruff: noqa: PLC0415 -- a service is loaded when it is first asked for

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.store.store import Store

if TYPE_CHECKING:
    from dutydesk.services.bulletin import BulletinService
    from dutydesk.services.incident_dossier import IncidentDossierService
    from dutydesk.services.incident_ledger import IncidentLedgerService
    from dutydesk.services.incident_timeline import IncidentTimelineService
    from dutydesk.services.phone_report_sheet import PhoneReportSheetService
    from dutydesk.services.word_template import WordTemplateService


@dataclass
class PaperServices:
    """What composes papers of incidents; each is built when asked for."""

    store: Store
    clock: Clock
    ids: Ids

    @cached_property
    def bulletin(self) -> BulletinService:
        """Bulletins of the duty room."""
        from dutydesk.services.bulletin import BulletinService

        return BulletinService(self.store, self.clock, self.ids)

    @cached_property
    def word_template(self) -> WordTemplateService:
        """Word templates of the unit."""
        from dutydesk.services.word_template import WordTemplateService

        return WordTemplateService(self.store)

    @cached_property
    def incident_timeline(self) -> IncidentTimelineService:
        """Timelines of incidents."""
        from dutydesk.services.incident_timeline import IncidentTimelineService

        return IncidentTimelineService(self.store, self.clock)

    @cached_property
    def phone_report_sheet(self) -> PhoneReportSheetService:
        """What stands on the sheet of a report by telephone."""
        from dutydesk.services.phone_report_sheet import PhoneReportSheetService

        return PhoneReportSheetService(self.store)

    @cached_property
    def incident_ledger(self) -> IncidentLedgerService:
        """What stands on the ledger of incidents."""
        from dutydesk.services.incident_ledger import IncidentLedgerService

        return IncidentLedgerService(self.store, self.clock)

    @cached_property
    def incident_dossier(self) -> IncidentDossierService:
        """What stands in the dossier of an incident."""
        from dutydesk.services.incident_dossier import IncidentDossierService

        return IncidentDossierService(self.store, self.clock, self.incident_timeline.timeline)
