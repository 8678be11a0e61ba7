"""What the screens of reports on their way ask of the services."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.officer import Officer
from dutydesk.services.report_delivery import ReportDeliveryService
from dutydesk.services.report_draft import ReportDraftService


@dataclass(frozen=True, slots=True)
class DraftServices:
    """Drafts until they are signed, their way out, who may sign, and the unit's word for 首报."""

    draft: ReportDraftService
    delivery: ReportDeliveryService
    officers: Callable[[], Sequence[Officer]]
    first_word: Callable[[], str]
