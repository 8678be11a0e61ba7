"""What stands on the ledger of incidents (突发事件台账, domain.md §9.7)."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_span import PaperSpan


@dataclass(frozen=True)
class FirstReport:
    """The first report by one medium; `medium` and `judged` are wordings (电话, 按时)."""

    medium: str
    sent_at: datetime
    judged: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class IncidentRow:
    """One incident as printed; `kind`, `level`, `casualties` and `status` are wordings."""

    incident_no: str
    title: str
    received_at: datetime
    place: str
    category: str
    kind: str
    level: str
    casualties: str
    status: str
    occurred_at: datetime | None = None
    is_sensitive: bool = False
    first_reports: tuple[FirstReport, ...] = ()
    follow_up_count: int = 0
    final_at: datetime | None = None
    exit_note: str = ""


@dataclass(frozen=True)
class IncidentLedger:
    """The incidents received in a span of days, in the order of receipt."""

    unit: str
    span: PaperSpan
    is_practice: bool
    rows: tuple[IncidentRow, ...] = ()
    ended_count: int = 0
    late_count: int = 0
    first_word: str = "首报"
